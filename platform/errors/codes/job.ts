import { GRAY_SHARE, LISTED_VALUE, PICK_JOB, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, platform, state, throttle, transient } from './meaning';

const JOB_STATE =
	'See in the console what state the job is in, and compare the job ID in this node.';
const TARGET = 'In this node, change the target of the job, or make it a static job.';

/** Codes about jobs: creating, listing and cancelling them, their kind and target. */
export const JOB: CodeTable = {
	'iot.firmware.BadlyFormattedGrayPercent': input(
		'The platform could not read the percentage of devices as it was written.',
		GRAY_SHARE,
	),
	'iot.firmware.CancelOTAStrategyByJobFailed': platform(
		'The platform did not cancel the rule by which the dynamic job adds devices.',
		'See that the job ID in this node belongs to a dynamic job.',
	),
	'iot.firmware.CancelOTATaskByJobFailed': platform(
		'The platform did not cancel the tasks of this job.',
		JOB_STATE,
	),
	'iot.firmware.CancelOptionIsMandatory': input(
		'The platform was not told in which state tasks are to be cancelled.',
		'Turn on one or more of the options in this node that say which tasks to cancel.',
	),
	'iot.firmware.CancelUpgradeTaskFailed': platform(
		'The platform did not cancel this job.',
		JOB_STATE,
	),
	'iot.firmware.CreateOTAUpgradeJobFailure': platform(
		'The platform did not create the job and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.firmware.DynamicGrayNotSupported': input(
		'A dynamic job cannot be rolled out to a percentage of devices.',
		TARGET,
	),
	'iot.firmware.DynamicSpecificNotSupported': input(
		'A dynamic job picks its devices itself and takes no list of them.',
		TARGET,
	),
	'iot.firmware.GrayAppliesToStaticOnly': input(
		'Rolling out to a percentage of devices works with static jobs only.',
		TARGET,
	),
	'iot.firmware.InProgressDynamicJobExisted': state(
		'Another dynamic job has not ended yet.',
		'Cancel that job in the console, or let it come to its end first.',
	),
	'iot.firmware.InProgressVerifyJobExisted': state(
		'The verification job of this OTA package has not ended yet.',
		'Cancel that verification job, or let it come to its end first.',
	),
	'iot.firmware.InvalidDynamicMode': input(
		'The platform knows no such mode for dynamic jobs.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidGrayPercent': input(
		'The platform does not accept this percentage of devices.',
		GRAY_SHARE,
	),
	'iot.firmware.InvalidMaximumPerMinute': input(
		'The platform does not accept this number of devices a minute.',
		"Bring the number in this node within the bounds that the platform's documentation gives.",
	),
	'iot.firmware.InvalidOTAJobId': input(
		'What was sent as job ID does not belong to a job.',
		PICK_JOB,
	),
	'iot.firmware.InvalidOverwriteMode': input(
		'The platform knows no such way of dealing with tasks that are under way.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidRetryCount': input(
		'The platform does not accept this number of repeats for a device.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidRetryInterval': input(
		'The platform does not accept this pause between repeats for a device.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidSelectionType': input(
		'The platform takes static and dynamic jobs only, and was sent another kind.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidTargetSelection': input(
		'The platform knows no such target for jobs.',
		LISTED_VALUE,
	),
	'iot.firmware.InvalidTimeoutSetting': input(
		'The platform does not accept this time limit for a device.',
		"Bring the time limit in this node within the bounds that the platform's documentation gives.",
	),
	'iot.firmware.JobAlreadyCanceled': state(
		'Somebody cancelled this job before.',
		'If cancelling was the aim, it has been reached. Otherwise create a new job.',
		{ nothingToCancel: true },
	),
	'iot.firmware.ListOTAJobFailed': platform(
		'The platform did not hand out the list of jobs.',
		REVIEW_FIELDS,
	),
	'iot.firmware.NoDeviceCanUpgrade': state(
		'Not one of the devices this job aims at can take the update.',
		'Compare the versions that the console shows for the devices with those the OTA package is meant for.',
	),
	'iot.firmware.NotDynamicJob': state(
		'This job is static, so there is no rule for adding devices that could be cancelled.',
		'Cancel the tasks of the job instead, or enter the job ID of a dynamic job.',
	),
	'iot.firmware.NullGrayPercent': input('No percentage of devices was given.', GRAY_SHARE),
	'iot.firmware.NullOTAJobId': input('No job ID was given.', PICK_JOB),
	'iot.firmware.NullSelectionType': input(
		'The platform was not told whether the job is static or dynamic.',
		LISTED_VALUE,
	),
	'iot.firmware.NullTargetSelection': input(
		'The platform was not told which devices the job aims at.',
		LISTED_VALUE,
	),
	'iot.firmware.SystemBusy': transient(
		'The platform has too much to do right now.',
		'Execute the node again in a few minutes. If it was to create a job, first look in the console whether the job exists by now.',
	),
	'iot.firmware.TooManyDeviceUpgrade': throttle(
		'The platform is updating as many devices as it can right now.',
		'Wait until some of these updates are done, or name fewer devices in this node.',
	),
	'iot.firmware.TooManyDeviceUpgradeForScheduleTime': limit(
		'At that start time too many devices have an update planned already.',
		'Move the start time in this node to a quieter hour.',
	),
};
