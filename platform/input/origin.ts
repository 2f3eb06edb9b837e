import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { isRecord } from '../json';

/**
 * Who gave the value of a field. What a user typed or left alone may be empty, and then stands for what the
 * field says. What an expression gave has to be usable as it is: an empty value there is a slip in a
 * workflow, and must not pass for "all" or "off".
 */
export type Origin = 'user' | 'expression';

/** Whether a value is none: absent, null, blank text, an empty list or an object without keys. */
export function isNothing(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return isRecord(value) && Object.keys(value).length === 0;
}

/** Whether a user left a field that takes no text alone, or emptied it. */
export function isLeftEmpty(value: unknown, origin: Origin): boolean {
	return origin === 'user' && (value === undefined || value === null || value === '');
}

/** Most characters of a value that a sentence quotes. */
const LONGEST_QUOTE = 60;

/** A value as a sentence names it. */
export function quoted(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (typeof value === 'number') return String(value);
	if (isNothing(value) && value !== null) {
		if (typeof value === 'string') return value === '' ? 'an empty text' : 'a blank text';
		return Array.isArray(value) ? 'an empty list' : 'an empty object';
	}
	const text = asJson(value);
	return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…` : text;
}

/** Not every value that an expression gives can be written as JSON. */
function asJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? typeof value;
	} catch {
		return `a value of type ${typeof value}`;
	}
}

const EMPTY_FIX =
	'Check that the item holds what the expression asks for. If the field is meant to be empty, switch it to Fixed and leave it empty.';

/**
 * The fault of an expression that gave nothing.
 * @param field the field as the user sees it
 * @param meant what an empty field stands for, e.g. `every job of the package`
 */
export function gaveNothing(
	field: string,
	value: unknown,
	{ meant = '', fix = EMPTY_FIX }: { readonly meant?: string; readonly fix?: string } = {},
): InputFault {
	const consequence = meant && `, so ${meant} would be meant`;
	return badInput(field, `is an expression that gave ${quoted(value)}${consequence}`, fix);
}
