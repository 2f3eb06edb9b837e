import { defineOperation } from '../../operations/defineOperation';
import { productLocator } from '../locators';

/** Lists packages with the action ListOTAFirmware. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many OTA packages',
	description: 'Retrieve many packages, those of a product or of all products',
	cloudAction: 'ListOTAFirmware',
	fields: [
		{
			...productLocator,
			required: false,
			hint: 'Leave empty for the packages of all products',
			description: 'Only packages of this product, by its product key',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Version',
					name: 'destVersion',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1.0.1',
					description: 'Only packages of exactly this version',
				},
			],
		},
	],
});
