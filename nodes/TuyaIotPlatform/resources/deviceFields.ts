import type { INodeProperties } from 'n8n-workflow';
import { deviceLocator, productLocator } from './locators';

/** Whether a device is named within its product or by its ID. */
const deviceBy: INodeProperties = {
	displayName: 'Device By',
	name: 'deviceBy',
	type: 'options',
	default: 'name',
	options: [
		{
			name: 'IoT ID',
			value: 'iotId',
			description: 'The ID that the platform gave the device (IotId)',
		},
		{
			name: 'Product and Name',
			value: 'name',
			description: 'The name of the device in its product',
		},
	],
	description: 'How the device is told from all others',
};

const byName = { displayOptions: { show: { deviceBy: ['name'] } } };
const byIotId = { displayOptions: { show: { deviceBy: ['iotId'] } } };

/** The product, shown where devices are named within it. */
const productOfDevice: INodeProperties = { ...productLocator, ...byName };

/** The fields that name one device. */
export const oneDevice: readonly INodeProperties[] = [
	deviceBy,
	productOfDevice,
	{ ...deviceLocator, ...byName },
	{
		displayName: 'IoT ID',
		name: 'iotId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Q7uOhVRdZRRlDnTLv00100',
		description: 'The ID that the platform gave the device (IotId)',
		...byIotId,
	},
];

/** A list of device names, in the product above it. */
export const deviceNamesField: INodeProperties = {
	displayName: 'Device Names',
	name: 'deviceName',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. testDevice1, testDevice2',
	description:
		'One name, names separated by commas or line breaks, a JSON array, or an expression that gives a list',
};

/** The fields that name one device or several. */
export const devices: readonly INodeProperties[] = [
	deviceBy,
	productOfDevice,
	{ ...deviceNamesField, ...byName },
	{
		displayName: 'IoT IDs',
		name: 'iotId',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. Q7uOhVRdZRRlDnTLv00100, 4z819VQHk6VSLmmBJfrf00107',
		description:
			'One ID that the platform gave a device (IotId), IDs separated by commas or line breaks, a JSON array, or an expression that gives a list',
		...byIotId,
	},
];
