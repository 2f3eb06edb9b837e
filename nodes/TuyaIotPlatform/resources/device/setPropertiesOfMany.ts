import { defineOperation } from '../../operations/defineOperation';
import { deviceNamesField } from '../deviceFields';
import { productLocator } from '../locators';
import { noNull } from './nulls';
import { checkTypesField, propertiesField, SENT_NOT_DONE } from './propertyFields';
import { checkTypes } from './propertyTypes';

/** Sends several devices the same new values, with the action SetDevicesProperty. */
export const setPropertiesOfMany = defineOperation({
	value: 'setPropertiesOfMany',
	name: 'Set Properties of Many',
	action: 'Set properties of many devices',
	description:
		'Destructive: send up to 100 devices the same new values of their properties. A success says that the platform sent them, not that the devices took them over: some may be offline.',
	cloudAction: 'SetDevicesProperty',
	fields: [
		{
			displayName:
				'This sends new values to all devices named below. A success says that they were sent, not that the devices took them over: some may be offline.',
			name: 'setPropertiesOfManyNotice',
			type: 'notice',
			default: '',
		},
		productLocator,
		{
			...deviceNamesField,
			description:
				'The devices to set, up to 100: names separated by commas or line breaks, a JSON array, or an expression that gives a list',
		},
		propertiesField,
		checkTypesField,
	],
	check: noNull,
	before: checkTypes,
	callsBefore: ['QueryDevicePropertyStatus'],
	hint: SENT_NOT_DONE,
});
