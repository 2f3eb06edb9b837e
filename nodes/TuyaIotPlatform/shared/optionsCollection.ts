import type { INodeProperties } from 'n8n-workflow';

/** The collection Options of a node: what users rarely have to change, by name as n8n wants it. */
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

/** The same for an operation: its input items share them, and the editor says so where it names them. */
export function sharedOptions(options: readonly INodeProperties[]): INodeProperties {
	return {
		...optionsCollection(options),
		description:
			'These hold for the whole execution, not for each item: an expression is read from the first item, or has to give the same for every item where the option says so',
	};
}
