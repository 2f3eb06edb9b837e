import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, platform } from '../meaning';

/** Codes of what devices reported before, and of their tags. */
export const PROPERTY_ACTIONS: CodeTable = {
	'iot.device.DeleteDevicePropertyFailed': platform(
		'The platform did not remove the tag from the device.',
		NO_OPERATION,
	),
	'iot.device.InvalidFormattedDevicePropertyKey': input(
		'The platform does not accept one of the property names as it is written.',
		NO_OPERATION,
	),
	'iot.device.InvalidTimeBucket': input(
		'Start and end of the time range do not go with the sort order.',
		NO_OPERATION,
	),
	'iot.device.NullDevicePropertyKey': input(
		'Somewhere the name of a property was left blank.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceAttrDataHistoryFailed': platform(
		'The platform did not hand out earlier values of the property.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceEventHistoryFailed': platform(
		'The platform did not hand out the events that the device has sent so far.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceServiceHistoryFailed': platform(
		'The platform did not hand out the services that the device was told to carry out so far.',
		NO_OPERATION,
	),
	'iot.device.SaveOrUpdateDevicePropertiesFailed': platform(
		'The platform did not keep the tags that were to be put on the device.',
		NO_OPERATION,
	),
};
