import { DEVICE_NAMES, readTextList } from '../../../../platform';
import { defineOperation } from '../../operations/defineOperation';
import type { FieldValues } from '../../operations/fieldValues';
import { devices } from '../deviceFields';

/** Reads whether devices are online: one with the action GetDeviceStatus, several with BatchGetDeviceState. */
export const getStatus = defineOperation({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of devices',
	description: 'Retrieve whether one or several devices are online',
	cloudAction: {
		actions: ['GetDeviceStatus', 'BatchGetDeviceState'],
		choose: (fieldValues) => (namesOne(fieldValues) ? 'GetDeviceStatus' : 'BatchGetDeviceState'),
	},
	fields: devices,
	spread: ['DeviceName', 'IotId'],
});

/** Whether a single device is named, as plain text: a list of one stays a list. */
function namesOne(fieldValues: FieldValues): boolean {
	const value = fieldValues.get('deviceName') ?? fieldValues.get('iotId');
	if (typeof value === 'object') return false;
	const names = readTextList(value, DEVICE_NAMES);
	return names.ok && names.value.length === 1 && names.value[0] === String(value).trim();
}
