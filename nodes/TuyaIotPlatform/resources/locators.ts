import type { INodeProperties } from 'n8n-workflow';

// The fields that several operations share. Each is a resource locator, so that further ways to choose
// can be added without a change to saved workflows.

export const productLocator: INodeProperties = {
	displayName: 'Product',
	name: 'productKey',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The product that the devices belong to, by its product key',
	modes: [
		{
			displayName: 'By Product Key',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. k1nhvyl0001',
		},
	],
};

export const packageLocator: INodeProperties = {
	displayName: 'OTA Package',
	name: 'firmwareId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The OTA package that is being rolled out, by its ID',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 168',
		},
	],
};

export const jobLocator: INodeProperties = {
	displayName: 'OTA Job',
	name: 'jobId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	description: 'The job (batch) of the roll-out, by its ID',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1836340779212661234',
		},
	],
};
