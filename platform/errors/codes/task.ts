import { PICK_JOB, VERIFY_FIRST } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

/** Codes about tasks, the update of one device each, and about the devices named for them. */
export const TASK: CodeTable = {
	'iot.firmware.BatchCancelDeviceUpgradeFailed': platform(
		'The platform did not cancel the tasks of the devices named.',
		'Compare the OTA package and the device names in this node with the console, and name fewer devices at a time.',
		{ devices: true },
	),
	'iot.firmware.DeviceUpgradeRecordNotFound': notFound(
		'The platform has no open task for one of the devices.',
		'If cancelling was the aim, there is nothing left to do. Otherwise compare device names, OTA package and job ID in this node with the console.',
		{ devices: true, nothingToCancel: true },
	),
	'iot.firmware.IncorrectDeviceUpgradeJobStatus': state(
		'The task of a device can no longer be cancelled: it has ended, was cancelled before, or the device is installing right now.',
		'See in the console which of these it is. Do not take this as proof that the device stays as it is.',
		{ devices: true, nothingToCancel: true },
	),
	'iot.firmware.InvalidOTATaskId': input(
		'What was sent as task ID does not belong to a task.',
		"Copy task IDs from the job's list of tasks into this node, and see that none of them is a job ID.",
	),
	'iot.firmware.InvalidTaskStatus': input(
		'A task status does not fit: the platform does not know the word, or the tasks are at another stage.',
		'Compare the status in this node with the one that the console shows for these tasks.',
	),
	'iot.firmware.ListOTATaskByDeviceFailed': platform(
		'The platform did not hand out the tasks of this device.',
		'Compare the product key and the device name in this node with the console.',
	),
	'iot.firmware.ListOTATaskByJobFailed': platform(
		'The platform did not hand out the tasks of this job.',
		PICK_JOB,
	),
	'iot.firmware.NullTargetDeviceNames': input(
		'No devices were named for the update.',
		'Fill in the device names in this node, and see that its input item carries them.',
	),
	'iot.firmware.NullTaskId': input(
		'A task ID, or the job ID in its place, was left blank.',
		'Fill in the ID in this node, and see that its input item carries it.',
	),
	'iot.firmware.ParameterSizeExceedMax': limit(
		'One request may not carry a list of that length.',
		'Spread the entries of the list over more than one item.',
	),
	'iot.firmware.ReUpgradeFailedFirmwareNotVerified': state(
		'The update cannot run a second time before its OTA package has passed verification.',
		VERIFY_FIRST,
	),
	'iot.firmware.TargetDeviceNamesNotAllowed': input(
		'A job with this target takes no list of devices.',
		'Empty the device names in this node, or set the target to chosen devices.',
	),
};
