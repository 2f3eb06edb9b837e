import { APPLY_ID, REVIEW_DEVICES, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

const GATEWAY = 'See that the gateway and its sub-devices named in this node exist in the console.';

/** Codes about devices themselves: names, creation, state, gateways. */
export const DEVICE: CodeTable = {
	'iot.device.AddTopoRelationFailed': platform(
		'The platform did not link the sub-devices to their gateway.',
		GATEWAY,
		{ devices: true },
	),
	'iot.device.AlreadyExistedDeviceName': state(
		'One of the device names is taken under this product.',
		'Give the new device a name in this node that its product does not have yet.',
		{ devices: true },
	),
	'iot.device.ApplyManyDevicesFailed': platform(
		'The platform did not accept the order to create these devices together.',
		REVIEW_DEVICES,
		{ devices: true },
	),
	'iot.device.CreateDeviceFailed': platform(
		'The platform did not create the device and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.device.CreateDeviceTaskIsRunning': state(
		'The platform is not done yet with creating the devices of this order.',
		'Add a Wait node before this one, so that the platform can finish first.',
	),
	'iot.device.DeviceApplyIsNotFound': notFound(
		'The platform has no order for new devices under this ApplyId.',
		APPLY_ID,
	),
	'iot.device.DeviceCountExceeded': limit(
		'One order may not create that many devices (on Alibaba Cloud: 1,000).',
		'Use a Loop Over Items node to create the devices in smaller portions.',
	),
	'iot.device.DeleteDeviceFailed': platform(
		'The platform did not delete the device and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.device.DisableDeviceFailed': platform(
		'The platform did not switch the device off and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.device.EnableDeviceFailed': platform(
		'The platform did not switch the device on and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.device.InactiveDevice': state(
		'One of the devices has not been online even once.',
		'Take that device out of this node, or bring it online a first time.',
		{ devices: true },
	),
	'iot.device.InvalidFormattedApplyId': input(
		'What was sent as ApplyId does not look like one.',
		APPLY_ID,
	),
	'iot.device.IncorrentDeviceApplyInfo': input(
		'What was sent about the order for new devices does not fit together.',
		APPLY_ID,
	),
	'iot.device.InvalidFormattedDeviceName': input(
		'One of the device names is not written as device names are.',
		'Find that name in this node and fix it, above all blanks and line ends before or after it.',
		{ devices: true },
	),
	'iot.device.InvalidDeviceNickNameExisted': input(
		'The platform refused one or more of the nicknames for the devices.',
		'Change the nicknames in this node that the platform names in its response.',
		{ devices: true },
	),
	'iot.device.InvalidIoTId': input(
		'What was sent as IotId does not belong to any device.',
		'Name the device by product key and device name in this node, or copy its IotId anew from the console.',
		{ devices: true },
	),
	'iot.device.NoneDeviceNameElement': input(
		'Not a single device name was given.',
		'Fill in the device names in this node, and see that its input item carries them.',
	),
	'iot.device.NotExistedDevice': notFound(
		'The platform has no such device under this product.',
		'Compare the product key and the device names in this node with the device list in the console.',
		{ devices: true },
	),
	'iot.device.NullApplyId': input('No ApplyId was given for the order for new devices.', APPLY_ID),
	'iot.device.NullDeviceName': input(
		'Somewhere a device name was left blank.',
		'Fill in the name in this node, or take the blank entry out of its list.',
		{ devices: true },
	),
	'iot.device.QueryDeviceApplyActionError': platform(
		'The platform could not look up the order for new devices.',
		APPLY_ID,
	),
	'iot.device.QueryDeviceListActionError': platform(
		'The platform did not hand out the list of devices.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceStatisticsFailed': platform(
		'The platform did not hand out its figures about the devices.',
		REVIEW_FIELDS,
	),
	'iot.device.QueryDeviceStatusFailed': platform(
		'The platform could not tell which of the devices are online.',
		REVIEW_DEVICES,
		{ devices: true },
	),
	'iot.device.QueryTopoRelationFailed': platform(
		'The platform could not tell which sub-devices hang on the gateway.',
		'See that the gateway named in this node exists, and ask for fewer entries a page (on Alibaba Cloud: 50 or less).',
	),
	'iot.device.RemoveTopoRelationFailed': platform(
		'The platform did not unlink the sub-device from its gateway.',
		GATEWAY,
	),
	'iot.device.TopoRelationCountExceeded': limit(
		'This gateway cannot take any more sub-devices.',
		'Name another gateway in this node, or unlink sub-devices from this one in the console.',
	),
	'iot.device.VerifyDeviceFailed': platform(
		'The platform could not check the device.',
		REVIEW_DEVICES,
		{ devices: true },
	),
};
