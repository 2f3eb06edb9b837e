import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { invisibleIn } from './invisible';
import { parseJson } from '../json';
import { placeholderIn } from './placeholders';
import { betweenQuotes, hasQuoteAtEnd, withoutQuotes } from './quotes';
import { ok, fail } from '../result';
import type { Result } from '../result';

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Says what makes a text unusable on the wire, whatever it is for; undefined when nothing does. */
export function flawOf(text: string): string | undefined {
	if (CONTROL_CHARACTER.test(text)) return 'holds a line break, tab or other control character';
	if (!text.isWellFormed()) return 'holds half of a character (a lone surrogate)';
	return undefined;
}

/** The same for a name, ID or key, which holds no invisible character either. */
export function nameFlawOf(text: string): string | undefined {
	return flawOf(text) ?? invisibleIn(text);
}

/** A number that JavaScript could not hold exactly, so its last digits are already wrong. */
export function isDamagedNumber(value: unknown): boolean {
	return (
		(typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) ||
		(typeof value === 'string' && /^\d(?:\.\d+)?e\+\d+$/.test(value.trim()))
	);
}

/**
 * Reads an ID as a user or an expression gave it: text or a whole number, trimmed and without quotes around
 * it; empty for nothing. Refuses a number beyond 2^53, which has lost digits on its way here, and text that
 * no ID can hold or that stands for a missing one.
 * @param field the field as the user sees it
 */
export function readId(field: string, value: unknown): Result<string, InputFault> {
	const given = readWhole(field, value);
	if (!given.ok) return given;
	const id = withoutQuotes(given.value);
	const shape = placeholderIn(id, betweenQuotes(given.value) !== undefined);
	if (shape) return fail(badInput(field, `is "${id}", ${shape.what}`, shape.fix));
	if (/^[[{]/.test(id) && typeof parseJson(id) === 'object') {
		const kind = id.startsWith('[') ? 'array' : 'object';
		return fail(
			badInput(field, `is a JSON ${kind}, not one text`, 'Use an expression that gives one text.'),
		);
	}
	if (hasQuoteAtEnd(id)) {
		return fail(
			badInput(field, 'holds a quotation mark', 'Remove it, then execute the node again.'),
		);
	}
	return withoutFlaw(field, id, nameFlawOf(id));
}

/**
 * Reads what people write for people, such as a description: text or a whole number, trimmed; empty for
 * nothing. Any character may be in it but those that break the wire.
 * @param field the field as the user sees it
 */
export function readFreeText(field: string, value: unknown): Result<string, InputFault> {
	const text = readWhole(field, value);
	return text.ok ? withoutFlaw(field, text.value, flawOf(text.value)) : text;
}

function withoutFlaw(
	field: string,
	text: string,
	flaw: string | undefined,
): Result<string, InputFault> {
	return flaw ? fail(badInput(field, flaw, 'Remove it, then execute the node again.')) : ok(text);
}

/** Reads a text or whole number that has come whole. */
function readWhole(field: string, value: unknown): Result<string, InputFault> {
	if (value === undefined || value === null) return ok('');
	if (isDamagedNumber(value)) {
		return fail(
			badInput(
				field,
				`was given as the number ${String(value)}, whose last digits are lost`,
				'Pass it as text: in JSON, write it in quotes. Numbers above 9007199254740991 (2^53 - 1) cannot be held exactly.',
			),
		);
	}
	if (typeof value === 'number' && !Number.isInteger(value)) {
		return fail(
			badInput(field, `is ${value}, not a whole number`, 'Correct it where it comes from.'),
		);
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		return fail(
			badInput(
				field,
				`is ${Array.isArray(value) ? 'a list' : `of type ${typeof value}`}, not text`,
				'Use an expression that gives one text.',
			),
		);
	}
	return ok(String(value).trim());
}

/** Like `readId`, and refuses an empty one, with `fix` as the way out. */
export function readRequiredId(
	field: string,
	value: unknown,
	fix: string,
): Result<string, InputFault> {
	const id = readId(field, value);
	return id.ok && id.value === '' ? fail(badInput(field, 'is empty', fix)) : id;
}
