import { readText } from '../../../../platform';
import type { JsonObject } from '../../../../platform';

// How the lists name what they offer. They are narrow: what tells entries apart comes first.

/** The first text, and in parentheses those others that are there. */
export function named(record: JsonObject, first: string, ...others: string[]): string {
	return withMore(
		readText(record, first),
		others.map((key) => readText(record, key)),
	);
}

/** A device, by its name, with nickname and state. */
export function nameOfDevice(device: JsonObject): string {
	const nickname = readText(device, 'Nickname');
	return withMore(readText(device, 'DeviceName'), [nickname, inWords(stateOfDevice(device))]);
}

/** A list calls the state DeviceStatus, a single device has it as Status. */
export function stateOfDevice(device: JsonObject): string {
	return readText(device, 'DeviceStatus') || readText(device, 'Status');
}

/** How much of the end of an ID tells it from others: jobs created one after the other begin alike. */
const TELLING_END = 6;

/** A job has no name on the list, so state, time and kind have to tell, and the end of its ID. */
export function nameOfJob(job: JsonObject): string {
	const state = inWords(readText(job, 'JobStatus'));
	const created = readText(job, 'UtcCreate').replace(/^(\S+)T(\d\d:\d\d).*$/, '$1 $2 UTC');
	const kind = readText(job, 'JobType') === 'VERIFY_FIRMWARE' ? 'verification' : 'roll-out';
	const id = `…${readText(job, 'JobId').slice(-TELLING_END)}`;
	const name = [state, created, kind, id].filter(Boolean).join(', ');
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** States whose words are not those that people say. */
const SAID: Readonly<Record<string, string>> = {
	CANCELED: 'cancelled',
	DISABLE: 'disabled',
	IN_PROGRESS: 'running',
	UNACTIVE: 'not activated',
};

function inWords(state: string): string {
	return SAID[state] ?? state.replaceAll('_', ' ').toLowerCase();
}

function withMore(first: string, others: readonly string[]): string {
	const more = others.filter(Boolean);
	return `${first}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}
