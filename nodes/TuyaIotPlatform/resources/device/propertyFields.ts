import type { INodeProperties } from 'n8n-workflow';

/** A yes of the platform to what tells a device something. */
export const SENT_NOT_DONE =
	'The platform took this. That does not say that the device did it: it may be offline, or refuse. Get Properties shows what it reports.';

/** The values to set, by the identifier of their property. */
export const propertiesField: INodeProperties = {
	displayName: 'Properties',
	name: 'items',
	type: 'json',
	default: '',
	required: true,
	placeholder: 'e.g. {"PowerSwitch":1,"Brightness":80}',
	description:
		'The new values by the identifier of their property, as a JSON object or an expression that gives an object. A property of type float or double needs a decimal: 10.0.',
};

export const checkTypesField: INodeProperties = {
	displayName: 'Check Types',
	name: 'checkTypes',
	type: 'boolean',
	default: true,
	description:
		'Whether to read the types of the properties first, one more request for each product, and refuse 10 where a float or double needs 10.0. A number of an expression gets its decimal.',
};
