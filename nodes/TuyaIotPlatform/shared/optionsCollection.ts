import type { INodeProperties } from 'n8n-workflow';

/** The collection Options of a node or an operation: what users rarely have to change, by name as n8n wants it. */
export function optionsCollection(options: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}
