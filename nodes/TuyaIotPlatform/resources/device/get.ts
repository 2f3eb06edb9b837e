import { defineOperation } from '../../operations/defineOperation';
import { oneDevice } from '../deviceFields';

/** Reads a device with the action QueryDeviceDetail. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get device',
	description: 'Retrieve a device: its state, its firmware version and when it was last online',
	cloudAction: 'QueryDeviceDetail',
	fields: oneDevice,
});
