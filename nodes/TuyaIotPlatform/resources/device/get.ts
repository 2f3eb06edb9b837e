import { actionOperation } from '../../actions/actionOperation';
import { oneDevice } from '../deviceFields';

/** Reads a device with the action QueryDeviceDetail. */
export const get = actionOperation({
	value: 'get',
	name: 'Get',
	action: 'Get device',
	description: 'Read a device: its state, its firmware version and when it was last online',
	cloudAction: 'QueryDeviceDetail',
	fields: oneDevice,
});
