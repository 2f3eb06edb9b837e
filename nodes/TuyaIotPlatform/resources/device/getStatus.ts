import { DEVICE_NAMES } from '../../../../platform/cancellation/deviceNames';
import { readTextList } from '../../../../platform/textList';
import { actionOperation } from '../../actions/actionOperation';
import type { Given } from '../../actions/given';
import { devices } from '../deviceFields';

/** Reads whether devices are online: one with the action GetDeviceStatus, several with BatchGetDeviceState. */
export const getStatus = actionOperation({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of devices',
	description: 'Read whether one or several devices are online',
	cloudAction: {
		actions: ['GetDeviceStatus', 'BatchGetDeviceState'],
		choose: (given) => (namesOne(given) ? 'GetDeviceStatus' : 'BatchGetDeviceState'),
	},
	fields: devices,
	spread: ['DeviceName', 'IotId'],
});

/** Whether a single device is named, as plain text: a list of one stays a list. */
function namesOne(given: Given): boolean {
	const value = given.get('deviceName') ?? given.get('iotId');
	if (typeof value === 'object') return false;
	const names = readTextList(value, DEVICE_NAMES);
	return names.ok && names.value.length === 1 && names.value[0] === String(value).trim();
}
