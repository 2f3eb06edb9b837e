import { GatewayRefusal } from '../gate/refusals';
import { optional } from './inputs';
import { ensure, oneOf, wholeNumber, WRONG_FORM } from './values';

// What Alibaba Cloud's own endpoint takes beside, by the texts of its SDKs (iot-20180120 5.1.0).

type Parameters = ReadonlyMap<string, string>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OF_STATIC_JOB = [
	...['GroupType', 'MaximumPerMinute', 'OverwriteMode', 'ScheduleTime', 'ScheduleFinishTime'],
];

/** Whether a request is one for that endpoint, which wants a region with each. */
export function namesRegion(parameters: Parameters): boolean {
	return optional(parameters, 'RegionId') !== undefined;
}

/**
 * Refuses parameters of that endpoint in a request that names no region. No page says whether an instance of the
 * platform refuses or ignores them; refused, they show.
 */
export function onlyWithRegion(parameters: Parameters, names: readonly string[]): void {
	const stray = names.find((name) => optional(parameters, name) !== undefined);
	if (stray === undefined || namesRegion(parameters)) return;
	throw new GatewayRefusal('UnsupportedParameter', `${stray} is not supported`);
}

/** How a static job runs there. */
export interface Regional {
	/** whether tasks that wait give way to those of the job */
	overwrites: boolean;
	/** ms since 1970; undefined = at once */
	start: number | undefined;
}

/** Reads what a static job takes there, and a group needs. */
export function regionalOptions(parameters: Parameters, now: number): Regional {
	onlyWithRegion(parameters, OF_STATIC_JOB);
	const groupType = oneOf(parameters, 'GroupType', ['LINK_PLATFORM'], WRONG_FORM);
	ensure(
		groupType !== undefined ||
			!namesRegion(parameters) ||
			optional(parameters, 'GroupId') === undefined,
		WRONG_FORM,
		'GroupId needs a GroupType',
	);
	const perMinute = { min: 10, max: 10_000 };
	wholeNumber(parameters, 'MaximumPerMinute', perMinute, 'iot.firmware.InvalidMaximumPerMinute');
	const mode = oneOf(parameters, 'OverwriteMode', ['1', '2'], 'iot.firmware.InvalidOverwriteMode');
	return { overwrites: mode === '2', start: startOf(parameters, now) };
}

function startOf(parameters: Parameters, now: number): number | undefined {
	const start = timeOf(parameters, 'ScheduleTime');
	const finish = timeOf(parameters, 'ScheduleFinishTime');
	if (start !== undefined) {
		const code = 'iot.firmware.FireTime';
		ensure(start > now, `${code}MustLargeThanCurrentTime`, 'ScheduleTime is over');
		ensure(start >= now + 5 * MINUTE, `${code}TooShort`, 'ScheduleTime is too soon');
		ensure(start <= now + 7 * DAY, `${code}TooLate`, 'ScheduleTime is too late');
	}
	if (finish === undefined) return start;
	const code = 'iot.firmware.ScheduleFinishTime';
	ensure(start !== undefined, `${code}WithoutStartTime`, 'There is no ScheduleTime');
	ensure(finish > start, `${code}EarlierThanStartTime`, 'It ends before it starts');
	ensure(finish >= start + 60 * MINUTE, `${code}TooEarly`, 'ScheduleFinishTime is too early');
	ensure(finish <= start + 30 * DAY, `${code}TooLate`, 'ScheduleFinishTime is too late');
	return start;
}

/** 13 digits: ms since 1970. */
function timeOf(parameters: Parameters, name: string): number | undefined {
	const text = optional(parameters, name);
	if (text === undefined) return undefined;
	ensure(/^\d{13}$/.test(text), WRONG_FORM, `${name} must be 13 digits`);
	return Number(text);
}
