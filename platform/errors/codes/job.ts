import { PICK_JOB, REVIEW_FIELDS } from './advice';
import type { CodeTable } from './meaning';
import { input, limit, platform, state, throttle, transient } from './meaning';

const JOB_STATE = 'See in the console what state the job is in, and compare OTA Job in this node.';
const PERCENTAGE =
	'Write Percentage in this node as a whole number from 1 to 100, without the sign.';
const TARGET = 'Choose a Target Selection in this node from its list.';
// What Alibaba Cloud's own endpoint takes beside.
const START = 'Change Schedule Time in this node.';
const FINISH = 'Change Schedule Time or Schedule Finish Time in this node.';

/** Codes about jobs: creating, listing and cancelling them, their target, pace and start. */
export const JOB: CodeTable = {
	'iot.firmware.BadlyFormattedGrayPercent': input(
		'The platform could not read the percentage of devices as it was written.',
		PERCENTAGE,
	),
	'iot.firmware.CancelOTATaskByJobFailed': platform(
		'The platform did not cancel the tasks of this job.',
		JOB_STATE,
	),
	'iot.firmware.CancelOptionIsMandatory': input(
		'The platform was not told in which state tasks are to be cancelled.',
		'Turn on Cancel Queued Tasks, Cancel Notified Tasks or Cancel Unconfirmed Tasks in this node.',
	),
	'iot.firmware.CancelUpgradeTaskFailed': platform(
		'The platform did not cancel this job.',
		JOB_STATE,
	),
	'iot.firmware.CreateOTAUpgradeJobFailure': platform(
		'The platform did not create the job and gave no reason.',
		REVIEW_FIELDS,
	),
	'iot.firmware.FireTimeMustLargeThanCurrentTime': input(
		'The job was to start at a time that is over by now.',
		START,
	),
	'iot.firmware.FireTimeTooLate': input(
		'The job was to start too far in the future (on Alibaba Cloud: 7 days at the latest).',
		START,
	),
	'iot.firmware.FireTimeTooShort': input(
		'The job was to start too soon (on Alibaba Cloud: in 5 minutes at the earliest).',
		START,
	),
	'iot.firmware.InProgressVerifyJobExisted': state(
		'The verification job of this OTA package has not ended yet.',
		'Cancel that verification job, or let it come to its end first.',
	),
	'iot.firmware.InvalidGrayPercent': input(
		'The platform does not accept this percentage of devices.',
		PERCENTAGE,
	),
	'iot.firmware.InvalidMaximumPerMinute': input(
		'The platform does not accept this number of devices a minute.',
		'Change Maximum per Minute in this node.',
	),
	'iot.firmware.InvalidOTAJobId': input(
		'What was sent as job ID does not belong to a job.',
		PICK_JOB,
	),
	'iot.firmware.InvalidOverwriteMode': input(
		'The platform knows no such way of dealing with tasks that are under way.',
		'Choose an Overwrite Mode in this node from its list.',
	),
	'iot.firmware.InvalidRetryCount': input(
		'The platform does not accept this number of repeats for a device.',
		'Choose a Retry Count in this node from its list.',
	),
	'iot.firmware.InvalidRetryInterval': input(
		'The platform does not accept this pause between repeats for a device.',
		'Choose a Retry Interval in this node from its list.',
	),
	'iot.firmware.InvalidTargetSelection': input(
		'The platform knows no such target for jobs.',
		TARGET,
	),
	'iot.firmware.InvalidTimeoutSetting': input(
		'The platform does not accept this time limit for a device.',
		'Change Timeout in Minutes in this node, or remove it from Additional Fields.',
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
	'iot.firmware.NullGrayPercent': input('No percentage of devices was given.', PERCENTAGE),
	'iot.firmware.NullOTAJobId': input('No job ID was given.', PICK_JOB),
	'iot.firmware.NullTargetSelection': input(
		'The platform was not told which devices the job aims at.',
		TARGET,
	),
	'iot.firmware.ScheduleFinishTimeEarlierThanStartTime': input(
		'The job was to end before it starts, or at that very moment.',
		FINISH,
	),
	'iot.firmware.ScheduleFinishTimeTooEarly': input(
		'The job was to end too soon after it starts (on Alibaba Cloud: 60 minutes at the earliest).',
		FINISH,
	),
	'iot.firmware.ScheduleFinishTimeTooLate': input(
		'The job was to end too long after it starts (on Alibaba Cloud: 30 days at the latest).',
		FINISH,
	),
	'iot.firmware.ScheduleFinishTimeWithoutStartTime': input(
		'The platform was told when the job ends but not when it starts.',
		FINISH,
	),
	'iot.firmware.SystemBusy': transient(
		'The platform has too much to do right now.',
		'Execute the node again in a few minutes. If it was to create a job, first look in the console whether the job exists by now.',
	),
	'iot.firmware.SystemBusyForScheduleTime': limit(
		'At that start time the platform has too much to do already.',
		START,
	),
	'iot.firmware.TooManyDeviceUpgrade': throttle(
		'The platform is updating as many devices as it can right now.',
		'Wait until some of these updates are done, or name fewer devices under Device Names in this node.',
	),
	'iot.firmware.TooManyDeviceUpgradeForScheduleTime': limit(
		'At that start time too many devices have an update planned already.',
		START,
	),
};
