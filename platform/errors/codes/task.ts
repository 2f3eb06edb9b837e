import { FILL_IN_DEVICES, PICK_JOB } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, notFound, platform, state } from './meaning';

/** Codes about tasks, the update of one device each, and about the devices named for them. */
export const TASK: CodeTable = {
	'iot.firmware.BatchCancelDeviceUpgradeFailed': platform(
		'The platform did not cancel the tasks of the devices named.',
		'Compare OTA Package and Device Names in this node with the console, and lower Devices per Request under Options.',
		{ devices: true },
	),
	'iot.firmware.DeviceUpgradeRecordNotFound': notFound(
		'The platform has no open task for one of the devices.',
		'If cancelling was the aim, there is nothing left to do. Otherwise compare Device Names, OTA Package and OTA Job in this node with the console.',
		{ devices: true, nothingToCancel: true },
	),
	'iot.firmware.IncorrectDeviceUpgradeJobStatus': state(
		'The task of a device can no longer be cancelled: it has ended, was cancelled before, or the device is installing right now.',
		'See in the console which of these it is. Do not take this as proof that the device stays as it is.',
		{ devices: true, nothingToCancel: true },
	),
	'iot.firmware.InvalidOTATaskId': input(
		'What was sent as task ID does not belong to a task.',
		"Copy Task IDs in this node from the job's list of tasks, and see that none of them is a job ID.",
	),
	'iot.firmware.InvalidTaskStatus': input(
		'A task status does not fit: the platform does not know the word, or the tasks are at another stage.',
		'Compare Task Status or Task Statuses in this node with the state that the console shows for these tasks.',
	),
	'iot.firmware.ListOTATaskByDeviceFailed': platform(
		'The platform did not hand out the tasks of this device.',
		'Compare Product and Device in this node with the console.',
	),
	'iot.firmware.ListOTATaskByJobFailed': platform(
		'The platform did not hand out the tasks of this job.',
		PICK_JOB,
	),
	'iot.firmware.NullTargetDeviceNames': input(
		'No devices were named for the update.',
		FILL_IN_DEVICES,
	),
	'iot.firmware.NullTaskId': input(
		'A task ID, or the job ID in its place, was left blank.',
		'Fill in Task IDs or OTA Job in this node, and see that its input item carries the ID.',
	),
	'iot.firmware.ParameterSizeExceedMax': limit(
		'One request may not carry a list of that length.',
		'Spread the entries of the list over more than one item.',
	),
	'iot.firmware.TargetDeviceNamesNotAllowed': input(
		'A job with this target takes no list of devices.',
		'Set Target Selection in this node to Named Devices.',
	),
};
