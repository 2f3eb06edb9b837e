import { defineOperation } from '../../operations/defineOperation';
import { deviceNamesField } from '../deviceFields';
import { downloadProtocol, needConfirm, needPush, timeoutInMinutes } from '../jobFields';
import { packageLocator, productLocator } from '../locators';

/** Creates a job that rolls a package out, with the action CreateOTAStaticUpgradeJob. */
export const createStatic = defineOperation({
	value: 'createStatic',
	name: 'Create Static',
	action: 'Create static OTA job',
	description:
		'Roll a package out to devices of a product: all, named ones, a share of them, or a group. The devices will install it.',
	cloudAction: 'CreateOTAStaticUpgradeJob',
	fields: [
		productLocator,
		packageLocator,
		{
			displayName: 'Target Selection',
			name: 'targetSelection',
			type: 'options',
			default: 'SPECIFIC',
			required: true,
			options: [
				{ name: 'All Devices', value: 'ALL', description: 'Every device of the product' },
				{ name: 'Device Group', value: 'GROUP', description: 'The devices of one group' },
				{ name: 'Named Devices', value: 'SPECIFIC', description: 'The devices named below' },
				{ name: 'Share of Devices', value: 'GRAY', description: 'A percentage of the devices' },
			],
			description: 'Which devices get the update',
		},
		{
			displayName: 'This rolls the package out to every device of the product',
			name: 'allDevicesNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { targetSelection: ['ALL'] } },
		},
		{
			...deviceNamesField,
			name: 'targetDeviceName',
			displayOptions: { show: { targetSelection: ['SPECIFIC'] } },
			description:
				'The devices to update, up to 200: names separated by commas or line breaks, a JSON array, or an expression that gives a list',
		},
		{
			displayName: 'Percentage',
			name: 'grayPercent',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5',
			displayOptions: { show: { targetSelection: ['GRAY'] } },
			description: 'The share of devices to update, in percent without the sign',
		},
		{
			displayName: 'Group ID',
			name: 'groupId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. IwOwQj4DJ3iCKa6O',
			displayOptions: { show: { targetSelection: ['GROUP'] } },
			description: 'The ID of the device group to update',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				downloadProtocol,
				needConfirm,
				needPush,
				{
					displayName: 'Retry Count',
					name: 'retryCount',
					type: 'options',
					default: 1,
					options: [
						{ name: '1', value: 1 },
						{ name: '2', value: 2 },
						{ name: '5', value: 5 },
					],
					description: 'How often an update is tried again. Takes Retry Interval as well.',
				},
				{
					displayName: 'Retry Interval',
					name: 'retryInterval',
					type: 'options',
					default: 10,
					options: [
						{ name: '1 Day', value: 1440 },
						{ name: '1 Hour', value: 60 },
						{ name: '10 Minutes', value: 10 },
						{ name: '30 Minutes', value: 30 },
						{ name: 'At Once', value: 0 },
					],
					description:
						'When an update that did not work is tried again. Without it, it is not tried again.',
				},
				{
					displayName: 'Source Versions',
					name: 'srcVersion',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1.0.0, 1.0.1',
					description:
						'Only devices with one of these versions, up to ten: separated by commas, a JSON array, or a list',
				},
				timeoutInMinutes,
			],
		},
	],
});
