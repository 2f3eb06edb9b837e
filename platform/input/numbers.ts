import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { gaveNothing, isLeftEmpty, isNothing, quoted } from './origin';
import type { Origin } from './origin';
import { ok, fail } from '../result';
import type { Result } from '../result';

/** The longest time that a timer of Node.js can wait, ms: it takes a longer one for 1 ms. */
export const LONGEST_TIMER = 2 ** 31 - 1;

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * The number that a value is: a number, or a text of decimal digits. NaN for all else, so that `true`, an
 * empty list or a blank text do not pass for 1 or 0.
 */
export function numberOf(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : Number.NaN;
}

/** Bounds of a number, and what stands for one that the user left alone. */
interface CountBounds {
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
	origin: Origin = 'user',
): Result<number, InputFault> {
	const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
	const isRight = (count: number) => Number.isSafeInteger(count) && count >= least && count <= most;
	const words = { number: `a whole number ${range}`, usual, origin };
	return readNumber(field, value, isRight, words);
}

/** Reads a share in percent, from 0 to 100. */
export function readPercent(
	field: string,
	value: unknown,
	usual: number,
	origin: Origin = 'user',
): Result<number, InputFault> {
	const isRight = (percent: number) => percent >= 0 && percent <= 100;
	return readNumber(field, value, isRight, { number: 'a number from 0 to 100', usual, origin });
}

function readNumber(
	field: string,
	value: unknown,
	isRight: (number: number) => boolean,
	words: { readonly number: string; readonly usual: number; readonly origin: Origin },
): Result<number, InputFault> {
	if (isLeftEmpty(value, words.origin)) return ok(words.usual);
	if (words.origin === 'expression' && isNothing(value)) {
		const fix = `Use an expression that gives ${words.number}, or switch the field to Fixed.`;
		return fail(gaveNothing(field, value, { fix }));
	}
	const number = numberOf(value);
	if (isRight(number)) return ok(number);
	const fix = `Enter ${words.number}, e.g. ${words.usual}.`;
	return fail(badInput(field, `is ${quoted(value)}`, fix));
}
