import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { parseJson } from '../json';
import { takeApart } from './listText';
import { placeholderIn } from './placeholders';
import type { Shape } from './placeholders';
import { betweenQuotes, hasQuoteAtEnd, withoutQuotes } from './quotes';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { isDamagedNumber, nameFlawOf } from './text';

/** How to speak of a list and its entries. */
export interface ListWords {
	/** The field as the user sees it, e.g. `Device Names`. */
	readonly field: string;
	/** One entry, with its article: `a name`, `an ID`. */
	readonly entry: string;
	/** Several: `names`, `IDs`. */
	readonly entries: string;
	/** Two entries as they may be, for advice. */
	readonly examples: readonly [string, string];
	/** An expression that gives the list, and one that takes the entries out of objects, for advice. */
	readonly expressions: readonly [string, string];
	/** Most characters of an entry. */
	readonly longest?: number;
}

/**
 * Reads a list of texts as a user or an expression gave it: one text, texts separated by commas, semicolons
 * or line breaks, a JSON array, a list, or an object that holds one list. Entries come back trimmed and
 * without quotes around them, in order, repeats included; none for nothing.
 * Refuses what cannot be an entry, so that a slip in a workflow does not pass for one.
 */
export function readTextList(value: unknown, words: ListWords): Result<string[], InputFault> {
	const entries = takeApart(value, words);
	if (!entries.ok) return entries;
	const texts: string[] = [];
	for (const [index, entry] of entries.value.entries()) {
		const place = entries.value.length === 1 ? '' : ` at position ${index + 1}`;
		const text = readEntry(entry, place, words);
		if (!text.ok) return text;
		texts.push(text.value);
	}
	return ok(texts);
}

function readEntry(value: unknown, place: string, words: ListWords): Result<string, InputFault> {
	const { field, entry, entries, expressions, longest = Number.POSITIVE_INFINITY } = words;
	const noun = entry.replace(/^an? /, '');
	if (isDamagedNumber(value)) {
		return refuse(
			field,
			`has a number beyond 2^53${place}, whose last digits are lost`,
			'Pass it as text.',
		);
	}
	if (typeof value === 'number' && !Number.isInteger(value)) {
		return refuse(
			field,
			`has the number ${value}${place}, which is no ${noun}`,
			`Correct the ${noun} where it comes from.`,
		);
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		return refuse(
			field,
			`has an entry${place} that is not text`,
			`Use a list of ${entries}, e.g. {{ ${expressions[1]} }}.`,
		);
	}
	const given = String(value).trim();
	const text = withoutQuotes(given);
	if (text === '') {
		return refuse(
			field,
			`has an empty ${noun}${place}`,
			`Remove the extra comma or line break, or check the expression that gives this ${noun}.`,
		);
	}
	const shape =
		placeholderIn(text, betweenQuotes(given) !== undefined) ?? strangeShape(text, words);
	if (shape) return refuse(field, `has "${shortened(text)}"${place}, ${shape.what}`, shape.fix);
	if (text.length > longest) {
		return refuse(
			field,
			`has ${entry} of ${text.length} characters${place}: ${shortened(text)}`,
			`${entry.replace('a', 'A')} has ${longest} characters at most. Separate ${entries} with commas or line breaks.`,
		);
	}
	const flaw = nameFlawOf(text);
	return flaw
		? refuse(field, `has ${entry}${place} that ${flaw}`, `Correct the ${noun} where it comes from.`)
		: ok(text);
}

/** A bullet, which `-` and `*` are with a blank behind them alone. */
const BULLET = /^(?:[•‣⁃◦▪●∙·–—*]|-\s)/;

/** What was meant as several entries or as something else; no name or ID looks like it. */
function strangeShape(text: string, { entry, entries }: ListWords): Shape | undefined {
	const separate = `Separate ${entries} with commas or line breaks.`;
	if (BULLET.test(text)) {
		return { what: 'which begins with a bullet', fix: `Remove the bullet. ${separate}` };
	}
	if (/[|｜¦]/.test(text)) {
		return { what: `which looks like several ${entries} in one`, fix: separate };
	}
	if (hasQuoteAtEnd(text)) {
		return {
			what: 'which has a quotation mark at one end only',
			fix: `Remove the quotation mark. ${separate}`,
		};
	}
	return /^[[{]/.test(text) && isJson(text)
		? { what: 'which is a JSON text', fix: `Each entry of the list has to be ${entry}.` }
		: undefined;
}

function isJson(text: string): boolean {
	return typeof parseJson(text) === 'object';
}

/** The beginning of a text, for people. */
function shortened(text: string): string {
	return text.length > 20 ? `${text.slice(0, 20).toWellFormed()}…` : text;
}

function refuse(field: string, what: string, fix: string): Result<never, InputFault> {
	return fail(badInput(field, what, fix));
}
