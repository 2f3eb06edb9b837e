import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';

/** Reads what a device reported last, with the action QueryDevicePropertyStatus. */
export const getProperties = defineOperation({
	value: 'getProperties',
	name: 'Get Properties',
	action: 'Get properties of device',
	description:
		'Retrieve the value that a device reported last for each property, with type and time',
	cloudAction: 'QueryDevicePropertyStatus',
	fields: oneDevice,
});
