import type { CodeTable } from './meaning';
import { input, limit } from './meaning';

const START = 'Change Schedule Time in this node.';
const FINISH = 'Change Schedule Time or Schedule Finish Time in this node.';

/** Codes of when a job starts and ends, and how fast it runs: met on Alibaba Cloud's own endpoint. */
export const SCHEDULE: CodeTable = {
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
	'iot.firmware.InvalidMaximumPerMinute': input(
		'The platform does not accept this number of devices a minute.',
		'Change Maximum per Minute in this node.',
	),
	'iot.firmware.InvalidOverwriteMode': input(
		'The platform knows no such way of dealing with tasks that are under way.',
		'Choose an Overwrite Mode in this node from its list.',
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
	'iot.firmware.SystemBusyForScheduleTime': limit(
		'At that start time the platform has too much to do already.',
		START,
	),
	'iot.firmware.TooManyDeviceUpgradeForScheduleTime': limit(
		'At that start time too many devices have an update planned already.',
		START,
	),
};
