import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';
import { noNull } from './nulls';
import { checkTypesField, propertiesField, SENT_NOT_DONE } from './propertyFields';
import { checkTypes } from './propertyTypes';

/** Sends a device new values, with the action SetDeviceProperty. */
export const setProperties = defineOperation({
	value: 'setProperties',
	name: 'Set Properties',
	action: 'Set properties of device',
	description:
		'Destructive: send a device new values of its properties. A success says that the platform sent them, not that the device took them over: it may be offline.',
	cloudAction: 'SetDeviceProperty',
	fields: [
		{
			displayName:
				'This sends new values to the device. A success says that they were sent, not that the device took them over: it may be offline.',
			name: 'setPropertiesNotice',
			type: 'notice',
			default: '',
		},
		...oneDevice,
		propertiesField,
		checkTypesField,
	],
	check: noNull,
	before: checkTypes,
	callsBefore: ['QueryDevicePropertyStatus'],
	hint: SENT_NOT_DONE,
});
