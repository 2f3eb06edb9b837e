import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, limit, notFound, platform, state } from '../meaning';

/** Codes of creating, switching and removing devices, and of gateways. */
export const DEVICE_ACTIONS: CodeTable = {
	'iot.device.AddTopoRelationFailed': platform(
		'The platform did not link the sub-devices to their gateway.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.device.AlreadyExistedDeviceName': state(
		'One of the device names is taken under this product.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.device.ApplyManyDevicesFailed': platform(
		'The platform did not accept the order to create these devices together.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.device.CreateDeviceFailed': platform(
		'The platform did not create the device and gave no reason.',
		NO_OPERATION,
	),
	'iot.device.CreateDeviceTaskIsRunning': state(
		'The platform is not done yet with creating the devices of this order.',
		NO_OPERATION,
	),
	'iot.device.DeviceApplyIsNotFound': notFound(
		'The platform has no order for new devices under this ApplyId.',
		NO_OPERATION,
	),
	'iot.device.DeviceCountExceeded': limit(
		'One order may not create that many devices (on Alibaba Cloud: 1,000).',
		NO_OPERATION,
	),
	'iot.device.DeleteDeviceFailed': platform(
		'The platform did not delete the device and gave no reason.',
		NO_OPERATION,
	),
	'iot.device.DisableDeviceFailed': platform(
		'The platform did not switch the device off and gave no reason.',
		NO_OPERATION,
	),
	'iot.device.EnableDeviceFailed': platform(
		'The platform did not switch the device on and gave no reason.',
		NO_OPERATION,
	),
	'iot.device.InvalidFormattedApplyId': input(
		'What was sent as ApplyId does not look like one.',
		NO_OPERATION,
	),
	'iot.device.IncorrentDeviceApplyInfo': input(
		'What was sent about the order for new devices does not fit together.',
		NO_OPERATION,
	),
	'iot.device.InvalidDeviceNickNameExisted': input(
		'The platform refused one or more of the nicknames for the devices.',
		NO_OPERATION,
		{ devices: true },
	),
	'iot.device.NullApplyId': input(
		'No ApplyId was given for the order for new devices.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceApplyActionError': platform(
		'The platform could not look up the order for new devices.',
		NO_OPERATION,
	),
	'iot.device.QueryDeviceStatisticsFailed': platform(
		'The platform did not hand out its figures about the devices.',
		NO_OPERATION,
	),
	'iot.device.QueryTopoRelationFailed': platform(
		'The platform could not tell which sub-devices hang on the gateway.',
		NO_OPERATION,
	),
	'iot.device.RemoveTopoRelationFailed': platform(
		'The platform did not unlink the sub-device from its gateway.',
		NO_OPERATION,
	),
	'iot.device.TopoRelationCountExceeded': limit(
		'This gateway cannot take any more sub-devices.',
		NO_OPERATION,
	),
};
