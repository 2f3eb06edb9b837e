import { badInput } from './faults';
import type { InputFault } from './faults';
import { parseJson } from './json';
import { done, failed } from './result';
import type { Result } from './result';
import { flawOf, isDamagedNumber } from './text';

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
 * Reads a list of texts as a user or an expression gave it: one text, texts separated by commas or line
 * breaks, a JSON array, or a list. Entries come back trimmed, in order, repeats included; none for nothing.
 * Refuses what cannot be an entry, so that a slip in a workflow does not pass for one.
 */
export function readTextList(value: unknown, words: ListWords): Result<string[], InputFault> {
	const entries = readEntries(value, words);
	if (!entries.ok) return entries;
	const texts: string[] = [];
	for (const [index, entry] of entries.value.entries()) {
		const place = entries.value.length === 1 ? '' : ` at position ${index + 1}`;
		const text = readEntry(entry, place, words);
		if (!text.ok) return text;
		texts.push(text.value);
	}
	return done(texts);
}

/** Takes the value apart, without a look at the single entries. */
function readEntries(value: unknown, words: ListWords): Result<unknown[], InputFault> {
	if (value === undefined || value === null) return done([]);
	if (Array.isArray(value)) return done(value);
	if (typeof value === 'number') return done([value]);
	const { field, entries, examples, expressions } = words;
	if (typeof value !== 'string') {
		return refuse(
			field,
			`is ${typeof value === 'object' ? 'an object' : `a ${typeof value}`}, not a list of ${entries}`,
			`Use an expression that gives ${entries}, e.g. {{ ${expressions[0]} }}, or for a list of objects {{ ${expressions[1]} }}.`,
		);
	}
	const text = value.trim();
	if (text === '') return done([]);
	if (!text.startsWith('[')) return done(text.split(/[,，]|\r\n|\n|\r/));
	const list = parseJson(text);
	return Array.isArray(list)
		? done(list)
		: refuse(
				field,
				'starts like a JSON array, but is not valid JSON',
				`Write it as ${JSON.stringify(examples).replace(',', ', ')}, or separate the ${entries} with commas.`,
			);
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
	const text = String(value).trim();
	if (text === '') {
		return refuse(
			field,
			`has an empty ${noun}${place}`,
			`Remove the extra comma or line break, or check the expression that gives this ${noun}.`,
		);
	}
	if (text.length > longest) {
		return refuse(
			field,
			`has ${entry} of ${text.length} characters${place}: ${text.slice(0, 20).toWellFormed()}…`,
			`${entry.replace('a', 'A')} has ${longest} characters at most. Separate ${entries} with commas or line breaks.`,
		);
	}
	const flaw = flawOf(text);
	return flaw
		? refuse(field, `has ${entry}${place} that ${flaw}`, `Correct the ${noun} where it comes from.`)
		: done(text);
}

function refuse(field: string, what: string, fix: string): Result<never, InputFault> {
	return failed(badInput(field, what, fix));
}
