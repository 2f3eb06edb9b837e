import { NO_OPERATION } from '../advice';
import type { CodeTable } from '../meaning';
import { input, limit, state } from '../meaning';

/** Codes of when a job starts and ends. */
export const SCHEDULE_ACTIONS: CodeTable = {
	'iot.firmware.FireTimeMustLargeThanCurrentTime': input(
		'The job was to start at a time that is over by now.',
		NO_OPERATION,
	),
	'iot.firmware.FireTimeTooLate': input(
		'The job was to start too far in the future (on Alibaba Cloud: 7 days at the latest).',
		NO_OPERATION,
	),
	'iot.firmware.FireTimeTooShort': input(
		'The job was to start too soon (on Alibaba Cloud: in 5 minutes at the earliest).',
		NO_OPERATION,
	),
	'iot.firmware.JobHasNoScheduleTime': state(
		'This job was created without a start time.',
		NO_OPERATION,
	),
	'iot.firmware.ScheduleFinishTimeEarlierThanStartTime': input(
		'The job was to end before it starts, or at that very moment.',
		NO_OPERATION,
	),
	'iot.firmware.ScheduleFinishTimeTooEarly': input(
		'The job was to end too soon after it starts (on Alibaba Cloud: 60 minutes at the earliest).',
		NO_OPERATION,
	),
	'iot.firmware.ScheduleFinishTimeTooLate': input(
		'The job was to end too long after it starts (on Alibaba Cloud: 30 days at the latest).',
		NO_OPERATION,
	),
	'iot.firmware.ScheduleFinishTimeWithoutStartTime': input(
		'The platform was told when the job ends but not when it starts.',
		NO_OPERATION,
	),
	'iot.firmware.SystemBusyForScheduleTime': limit(
		'At that start time the platform has too much to do already.',
		NO_OPERATION,
	),
	'iot.firmware.TooManyDeviceUpgradeForScheduleTime': limit(
		'At that start time too many devices have an update planned already.',
		NO_OPERATION,
	),
};
