import type { INodeProperties } from 'n8n-workflow';

// The fields that name what the platform keeps. Each can be picked from a list, typed, or come from an
// expression.

export const productLocator: INodeProperties = {
	displayName: 'Product',
	name: 'productKey',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The product, by its product key',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{ displayName: 'By Product Key', name: 'id', type: 'string', placeholder: 'e.g. k1nhvyl0001' },
	],
};

export const packageLocator: INodeProperties = {
	displayName: 'OTA Package',
	name: 'firmwareId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The OTA package, by its ID',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchPackages', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 168' },
	],
};

export const jobLocator: INodeProperties = {
	displayName: 'OTA Job',
	name: 'jobId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The job (batch) of the roll-out, by its ID',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchJobs', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1836340779212661234' },
	],
};

export const deviceLocator: INodeProperties = {
	displayName: 'Device',
	name: 'deviceName',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The device, by its name in the product',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchDevices', searchable: true },
		},
		{ displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. testDevice1' },
	],
};

export const moduleLocator: INodeProperties = {
	displayName: 'Module',
	name: 'moduleName',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The module of the product, by its name',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchModules', searchable: true },
		},
		{ displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. wifi' },
	],
};
