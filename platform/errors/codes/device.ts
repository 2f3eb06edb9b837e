import { FILL_IN_DEVICES, REVIEW_DEVICES, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, notFound, platform, state } from './meaning';

/** Codes about devices themselves: their names, their state, lists of them. */
export const DEVICE: CodeTable = {
	'iot.device.InactiveDevice': state(
		'One of the devices has not been online even once.',
		'Take that device out of Device Names in this node, or bring it online a first time.',
		{ devices: true },
	),
	'iot.device.InvalidFormattedDeviceName': input(
		'One of the device names is not written as device names are.',
		'Find that name among Device Names in this node and fix it, above all blanks and line ends before or after it.',
		{ devices: true },
	),
	'iot.device.InvalidIoTId': input(
		'What was sent as IotId does not belong to any device.',
		'Set Device By in this node to Product and Name, or copy the ID of the device anew from the console.',
		{ devices: true },
	),
	'iot.device.NoneDeviceNameElement': input('Not a single device name was given.', FILL_IN_DEVICES),
	'iot.device.NotExistedDevice': notFound(
		'The platform has no such device under this product.',
		'Compare Product and Device Names in this node with the device list in the console.',
		{ devices: true },
	),
	'iot.device.NullDeviceName': input(
		'Somewhere a device name was left blank.',
		'Take the blank entry out of Device Names in this node, or fill in its name.',
		{ devices: true },
	),
	'iot.device.QueryDeviceListActionError': platform(
		'The platform did not hand out the list of devices.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceStatusFailed': platform(
		'The platform could not tell which of the devices are online.',
		REVIEW_DEVICES,
		{ devices: true },
	),
	'iot.device.VerifyDeviceFailed': platform(
		'The platform could not check the device.',
		REVIEW_DEVICES,
		{ devices: true },
	),
};
