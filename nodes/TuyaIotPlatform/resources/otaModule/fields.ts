import type { INodeProperties } from 'n8n-workflow';

/** What can be said of a module besides its name. */
export const moduleDetails: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		{
			displayName: 'Alias Name',
			name: 'aliasName',
			type: 'string',
			default: '',
			placeholder: 'e.g. WiFi-Chip',
			description: 'A name for people: up to 64 letters, digits, dots, hyphens and underscores',
		},
		{
			displayName: 'Description',
			name: 'desc',
			type: 'string',
			default: '',
			placeholder: 'e.g. Firmware of the radio',
			description: 'What the module is for, in up to 100 characters',
		},
	],
};
