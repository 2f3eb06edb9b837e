import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';
import { noNullUnasked } from './nulls';
import { checkTypesField, propertiesField } from './propertyFields';
import { checkTypes } from './propertyTypes';

/** Sets what the properties of a device should be, with the action SetDeviceDesiredProperty. */
export const setDesiredProperties = defineOperation({
	value: 'setDesiredProperties',
	name: 'Set Desired Properties',
	action: 'Set desired properties of device',
	description:
		'Destructive: tell the platform which values up to ten properties of a device should have. It sends them at once or keeps them until the device comes online; a success does not say that the device took them over.',
	cloudAction: 'SetDeviceDesiredProperty',
	fields: [
		{
			displayName:
				'The platform keeps these values for the device until it comes online. A success says that they are kept or sent, not that the device took them over.',
			name: 'setDesiredPropertiesNotice',
			type: 'notice',
			default: '',
		},
		...oneDevice,
		{
			...propertiesField,
			description:
				'The desired values of up to ten properties by their identifier, as a JSON object or an expression that gives an object. A property of type float or double needs a decimal: 10.0.',
		},
		{
			displayName: 'Allow Clearing',
			name: 'allowClearing',
			type: 'boolean',
			default: false,
			description:
				'Whether null in Properties clears the desired value of a property. When off, null is refused, as an expression that found nothing gives it too.',
		},
		checkTypesField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				{
					displayName: 'Expected Versions',
					name: 'versions',
					type: 'json',
					default: '',
					placeholder: 'e.g. {"PowerSwitch":0,"Brightness":2}',
					description:
						'The version that the desired value of each property has now, as a JSON object: 0 where none was set before, else what the answer to the last change said',
				},
			],
		},
	],
	check: (parameters, fieldValues) =>
		fieldValues.get('allowClearing') === true ? undefined : noNullUnasked(parameters),
	before: checkTypes,
	callsBefore: ['QueryDevicePropertyStatus'],
	hint: 'The platform keeps or has sent these values. That does not say that the device took them over: Get Properties shows what it reports.',
});
