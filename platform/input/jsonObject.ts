import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { isRecord, parseJson } from '../json';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { compactJson, membersOf } from './jsonMembers';
import { isNothing, quoted } from './origin';
import { flawOf, isDamagedNumber } from './text';

/**
 * Reads a JSON object as a user or an expression gave it: JSON text, or an object. Gives its text, compact
 * and with numbers as they were written, since 10.0 and 10 are not the same to the platform; empty for
 * nothing, which an object without keys is too, but not the text `{}`.
 * @param field the field as the user sees it
 * @param example JSON text as it may be, for advice
 */
export function readJsonObject(
	field: string,
	value: unknown,
	example: string,
): Result<string, InputFault> {
	if (isNothing(value)) return ok('');
	const refuse = (what: string, fix = `Write it as a JSON object, e.g. ${example}.`) =>
		fail(badInput(field, what, fix));
	const given = typeof value === 'string' ? value : textOf(value);
	if (given === undefined) return refuse('cannot be written as JSON');
	const json = parseJson(given);
	if (json === undefined) {
		return refuse(
			`is not JSON: ${quoted(value)}`,
			`Write it as a JSON object, e.g. ${example}. Names and texts stand in straight double quotes, and no comma stands behind the last value.`,
		);
	}
	if (!isRecord(json)) return refuse(`is ${kindOf(json)}, not a JSON object`);
	const text = compactJson(given);
	const flaw = (typeof value === 'string' ? undefined : flawWithin(value)) ?? flawOf(text);
	if (flaw) return refuse(flaw, 'Correct it where it comes from.');
	const twice = firstRepeated(membersOf(text).map(([key]) => key));
	if (twice === undefined) return ok(text);
	return refuse(
		`has "${twice}" twice`,
		'Leave it in once: which of its values counts is not known.',
	);
}

/** Not every value that an expression gives can be written as JSON. */
function textOf(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

function kindOf(json: unknown): string {
	if (Array.isArray(json)) return 'a list';
	return json === null ? 'null' : `a ${typeof json}`;
}

/** What JSON would leave out of an object of an expression, or change in it, without a word. */
function flawWithin(value: unknown, key = ''): string | undefined {
	const place = key === '' ? '' : ` for "${key}"`;
	if (value === undefined || typeof value === 'function') return `has no value${place}`;
	if (typeof value === 'number' && !Number.isFinite(value)) return `has no number${place}`;
	if (typeof value === 'number' && isDamagedNumber(value)) {
		return `has a number beyond 2^53${place}, whose last digits are lost`;
	}
	// A date writes itself.
	if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined;
	for (const [inner, one] of Object.entries(value)) {
		const flaw = flawWithin(one, inner);
		if (flaw !== undefined) return flaw;
	}
	return undefined;
}

function firstRepeated(keys: readonly string[]): string | undefined {
	return keys.find((key, place) => keys.indexOf(key) !== place);
}
