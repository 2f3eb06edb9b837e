import { badInput } from '../faults';
import type { InputFault } from '../faults';
import { parseJson } from '../json';
import { done, failed } from '../result';
import type { Result } from '../result';
import { flawOf, isDamagedNumber } from '../text';

const FIELD = 'Device Names';

/** Longest device name, in characters. */
const LONGEST_NAME = 64;

/**
 * Reads device names as a user or an expression gave them: one name, names separated by commas or line
 * breaks, a JSON array, or a list. Names come back trimmed, in order, repeats included. Refuses what
 * cannot be a name, so that a slip in a workflow does not pass for a device.
 */
export function readDeviceNames(value: unknown): Result<string[], InputFault> {
	const entries = readEntries(value);
	if (!entries.ok) return entries;
	if (entries.value.length === 0) return failed(noNames());

	const names: string[] = [];
	for (const [index, entry] of entries.value.entries()) {
		const place = entries.value.length === 1 ? '' : ` at position ${index + 1}`;
		const name = readName(entry, place);
		if (!name.ok) return name;
		names.push(name.value);
	}
	return done(names);
}

/** Takes the value apart, without a look at the single names. */
function readEntries(value: unknown): Result<unknown[], InputFault> {
	if (value === undefined || value === null) return done([]);
	if (Array.isArray(value)) return done(value);
	if (typeof value === 'number') return done([value]);
	if (typeof value !== 'string') {
		return refuse(
			`is ${typeof value === 'object' ? 'an object' : `a ${typeof value}`}, not a list of names`,
			'Use an expression that gives names, e.g. {{ $json.deviceNames }}, or for a list of objects {{ $json.devices.map(d => d.deviceName) }}.',
		);
	}
	const text = value.trim();
	if (text === '') return done([]);
	if (!text.startsWith('[')) return done(text.split(/[,，]|\r\n|\n|\r/));
	const list = parseJson(text);
	return Array.isArray(list)
		? done(list)
		: refuse(
				'starts like a JSON array, but is not valid JSON',
				'Write it as ["testDevice1", "testDevice2"], or separate the names with commas.',
			);
}

function readName(entry: unknown, place: string): Result<string, InputFault> {
	if (isDamagedNumber(entry)) {
		return refuse(
			`has a number beyond 2^53${place}, whose last digits are lost`,
			'Pass it as text.',
		);
	}
	if (typeof entry === 'number' && !Number.isInteger(entry)) {
		return refuse(
			`has the number ${entry}${place}, which is no name`,
			'Correct the name where it comes from.',
		);
	}
	if (typeof entry !== 'string' && typeof entry !== 'number') {
		return refuse(
			`has an entry${place} that is not text`,
			'Use a list of names, e.g. {{ $json.devices.map(d => d.deviceName) }}.',
		);
	}
	const name = String(entry).trim();
	if (name === '') {
		return refuse(
			`has an empty name${place}`,
			'Remove the extra comma or line break, or check the expression that gives this name.',
		);
	}
	if (name.length > LONGEST_NAME) {
		return refuse(
			`has a name of ${name.length} characters${place}: ${name.slice(0, 20).toWellFormed()}…`,
			`A device name has ${LONGEST_NAME} characters at most. Separate names with commas or line breaks.`,
		);
	}
	const flaw = flawOf(name);
	return flaw
		? refuse(`has a name${place} that ${flaw}`, 'Correct the name where it comes from.')
		: done(name);
}

function noNames(): InputFault {
	return badInput(
		FIELD,
		'names no device',
		'Enter at least one device name, e.g. testDevice1. If the names come from an expression, check that the item holds them.',
	);
}

function refuse(what: string, fix: string): Result<never, InputFault> {
	return failed(badInput(FIELD, what, fix));
}
