import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { isNothing, quoted } from './origin';

/** From 2001 to 2286. Fewer digits are seconds, which would be taken for a day in 1970. */
const MILLISECONDS = /^\d{13}$/;

/** Without a time zone nobody knows which hour is meant. */
const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

const FIX =
	'Enter date, time and time zone, e.g. 2026-12-01T02:00:00Z, or 13 digits of milliseconds since 1970.';

/**
 * Reads a moment: a text with its time zone, a date that an expression gives, or milliseconds since 1970. Gives
 * milliseconds since 1970; undefined for nothing.
 * @param field the field as the user sees it
 */
export function readTime(value: unknown, field: string): Result<number | undefined, InputFault> {
	if (isNothing(value)) return ok(undefined);
	// A date of n8n writes itself as JSON in quotes.
	const text = (typeof value === 'string' ? value : quoted(value)).replaceAll('"', '').trim();
	const isDate = WITH_ZONE.test(text);
	const time = isDate ? Date.parse(text) : MILLISECONDS.test(text) ? Number(text) : Number.NaN;
	return Number.isNaN(time) ? fail(badInput(field, `is ${quoted(value)}`, FIX)) : ok(time);
}
