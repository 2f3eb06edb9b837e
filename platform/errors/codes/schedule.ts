import type { CodeTable } from './meaning';
import { input, limit, state } from './meaning';

const MOVE_START = 'Move the start time of the job in this node.';
const MOVE_END = 'Move the end time of the job in this node, or leave it blank.';

/** Codes about when a job starts and ends. */
export const SCHEDULE: CodeTable = {
	'iot.firmware.FireTimeMustLargeThanCurrentTime': input(
		'The job was to start at a time that is over by now.',
		MOVE_START,
	),
	'iot.firmware.FireTimeTooLate': input(
		'The job was to start too far in the future (on Alibaba Cloud: 7 days at the latest).',
		MOVE_START,
	),
	'iot.firmware.FireTimeTooShort': input(
		'The job was to start too soon (on Alibaba Cloud: in 5 minutes at the earliest).',
		MOVE_START,
	),
	'iot.firmware.JobHasNoScheduleTime': state(
		'This job was created without a start time.',
		'Select a job in this node that the console shows with a start time.',
	),
	'iot.firmware.ScheduleFinishTimeEarlierThanStartTime': input(
		'The job was to end before it starts, or at that very moment.',
		MOVE_END,
	),
	'iot.firmware.ScheduleFinishTimeTooEarly': input(
		'The job was to end too soon after it starts (on Alibaba Cloud: 60 minutes at the earliest).',
		MOVE_END,
	),
	'iot.firmware.ScheduleFinishTimeTooLate': input(
		'The job was to end too long after it starts (on Alibaba Cloud: 30 days at the latest).',
		MOVE_END,
	),
	'iot.firmware.ScheduleFinishTimeWithoutStartTime': input(
		'The platform was told when the job ends but not when it starts.',
		'Fill in the start time of the job in this node as well, or leave both blank.',
	),
	'iot.firmware.SystemBusyForScheduleTime': limit(
		'At that start time the platform has too much to do already.',
		'Move the start time in this node to a quieter hour.',
	),
};
