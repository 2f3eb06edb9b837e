import { badInput } from './faults';
import type { InputFault } from './faults';
import { done, failed } from './result';
import type { Result } from './result';

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Says what makes a text unusable as a name or ID on the wire; undefined when nothing does. */
export function flawOf(text: string): string | undefined {
	if (CONTROL_CHARACTER.test(text)) return 'holds a line break, tab or other control character';
	if (!text.isWellFormed()) return 'holds half of a character (a lone surrogate)';
	return undefined;
}

/** A number that JavaScript could not hold exactly, so its last digits are already wrong. */
export function isDamagedNumber(value: unknown): boolean {
	return (
		(typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) ||
		(typeof value === 'string' && /^\d(?:\.\d+)?e\+\d+$/i.test(value.trim()))
	);
}

/**
 * Reads an ID as a user or an expression gave it: text or a whole number, trimmed; empty for nothing.
 * Refuses a number beyond 2^53, which has lost digits on its way here, and text that no ID can hold.
 * @param field the field as the user sees it
 */
export function readId(field: string, value: unknown): Result<string, InputFault> {
	if (value === undefined || value === null) return done('');
	if (isDamagedNumber(value)) {
		return failed(
			badInput(
				field,
				`was given as the number ${String(value)}, whose last digits are lost`,
				'Pass it as text: in JSON, write it in quotes. Numbers above 9007199254740991 (2^53 - 1) cannot be held exactly.',
			),
		);
	}
	if (typeof value === 'number' && !Number.isInteger(value)) {
		return failed(
			badInput(field, `is ${value}, not a whole number`, 'Correct it where it comes from.'),
		);
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		return failed(
			badInput(
				field,
				`is ${Array.isArray(value) ? 'a list' : `of type ${typeof value}`}, not text`,
				'Use an expression that gives one text.',
			),
		);
	}
	const id = String(value).trim();
	const flaw = flawOf(id);
	return flaw ? failed(badInput(field, flaw, 'Remove it, then execute the node again.')) : done(id);
}

/** Like `readId`, and refuses an empty one, with `fix` as the way out. */
export function readRequiredId(
	field: string,
	value: unknown,
	fix: string,
): Result<string, InputFault> {
	const id = readId(field, value);
	return id.ok && id.value === '' ? failed(badInput(field, 'is empty', fix)) : id;
}

/** The longest time that a timer of Node.js can wait, ms: it takes a longer one for 1 ms. */
export const LONGEST_WAIT = 2 ** 31 - 1;

/** Bounds of a whole number, and what stands for an absent one. */
export interface CountBounds {
	readonly usual: number;
	/** 1 unless told otherwise. */
	readonly least?: number;
	readonly most?: number;
}

/** Reads a whole number within bounds. */
export function readCount(
	field: string,
	value: unknown,
	{ usual, least = 1, most = Number.MAX_SAFE_INTEGER }: CountBounds,
): Result<number, InputFault> {
	if (value === undefined || value === null || value === '') return done(usual);
	const count = Number(value);
	if (Number.isSafeInteger(count) && count >= least && count <= most) return done(count);
	const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
	return failed(
		badInput(field, `is ${JSON.stringify(value)}`, `Enter a whole number ${range}, e.g. ${usual}.`),
	);
}
