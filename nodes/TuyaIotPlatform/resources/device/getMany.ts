import { defineOperation } from '../../operations/defineOperation';
import { deviceNamesField } from '../deviceFields';
import { productLocator } from '../locators';

/** Lists the devices of a product with the action QueryDevice, or named ones with BatchQueryDeviceDetail. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many devices',
	description: 'Retrieve many devices of a product, or the details of named ones',
	cloudAction: {
		actions: ['QueryDevice', 'BatchQueryDeviceDetail'],
		choose: (fieldValues) =>
			fieldValues.get('which') === 'named' ? 'BatchQueryDeviceDetail' : 'QueryDevice',
	},
	fields: [
		productLocator,
		{
			displayName: 'Which Devices',
			name: 'which',
			type: 'options',
			default: 'all',
			options: [
				{ name: 'All of the Product', value: 'all' },
				{ name: 'Named Ones', value: 'named', description: 'With details such as the version' },
			],
			description: 'Which devices to read. The platform lists up to 1,000,000 of a product.',
		},
		{ ...deviceNamesField, displayOptions: { show: { which: ['named'] } } },
	],
	pagedWhen: { which: ['all'] },
	spread: ['DeviceName'],
});
