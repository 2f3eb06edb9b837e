import { MAXIMUM_PER_MINUTE, OVERWRITE_MODES, badInput } from '../../../../platform';
import type { ActionParameters, InputFault } from '../../../../platform';
import { choicesOf } from '../choices';
import { alibabaCloudOnly } from '../jobFields';

const MODES: Readonly<Record<(typeof OVERWRITE_MODES)[number], string>> = {
	1: 'Keep Earlier Tasks',
	2: 'Overwrite Tasks That Wait',
};

/** How fast and when a job runs, as far as Alibaba Cloud's own endpoint lets one choose. */
export const paceAndSchedule = alibabaCloudOnly([
	{
		displayName: 'Maximum per Minute',
		name: 'maximumPerMinute',
		type: 'number',
		typeOptions: { minValue: MAXIMUM_PER_MINUTE.min, maxValue: MAXIMUM_PER_MINUTE.max },
		default: 10000,
		description: 'How many devices get the update in a minute at most',
	},
	{
		displayName: 'Overwrite Mode',
		name: 'overwriteMode',
		type: 'options',
		default: 1,
		options: choicesOf(OVERWRITE_MODES, (mode) => MODES[mode]),
		description:
			'What becomes of a task that a device has already. One that is in progress always stays.',
	},
	{
		displayName: 'Schedule Finish Time',
		name: 'scheduleFinishTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01T06:00:00Z',
		description: 'When the job ends, from an hour to 30 days after Schedule Time',
	},
	{
		displayName: 'Schedule Time',
		name: 'scheduleTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-01T02:00:00Z',
		description:
			'When the job starts, from 5 minutes to 7 days ahead, with time zone. Without it, it starts at once.',
	},
]);

const HOUR = 3_600_000;

/** What is wrong with when a job ends; how far ahead it may start is for the clock of the platform to say. */
export function finishFault(parameters: ActionParameters): InputFault | undefined {
	const { ScheduleTime: start, ScheduleFinishTime: finish } = parameters;
	if (finish === undefined) return undefined;
	const lasts = Number(finish) - Number(start);
	if (lasts >= HOUR && lasts <= 30 * 24 * HOUR) return undefined;
	return badInput(
		'Schedule Finish Time',
		start === undefined
			? 'is set without Schedule Time'
			: 'is not from an hour to 30 days after Schedule Time',
		'Correct either of them.',
	);
}
