import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { isRecord, parseJson } from '../json';
import { placeholderIn } from './placeholders';
import { betweenQuotes } from './quotes';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { ListWords } from './textList';

/** Between the entries of a text: commas, semicolons, the Chinese marks for both, line breaks. */
const SEPARATOR = /[,，;；、]|\r\n|\n|\r/;

/** `8,61234E+14`: what a spreadsheet with a decimal comma makes of a long number. */
const NUMBER_WITH_COMMA = /(?:^|[^\d])(\d,\d+e\+\d+)(?!\d)/i;

/** JSON texts in JSON texts that are opened, e.g. a quoted array. More are no slip of people. */
const DEEPEST = 3;

/** Takes a list apart in whatever form it came, without a look at the single entries. */
export function takeApart(
	value: unknown,
	words: ListWords,
	depth = 0,
): Result<unknown[], InputFault> {
	if (value === undefined || value === null) return ok([]);
	if (Array.isArray(value)) return ok(value);
	if (typeof value === 'number') return ok([value]);
	if (typeof value === 'string') return takeTextApart(value.trim(), words, depth);
	if (isRecord(value)) return theListIn(value, words, 'an object');
	return fail(noList(words, `a ${typeof value}`));
}

function takeTextApart(
	text: string,
	words: ListWords,
	depth: number,
): Result<unknown[], InputFault> {
	if (text === '') return ok([]);
	if (text.startsWith('[') || text.startsWith('{')) return takeJsonApart(text, words);
	const inner = innerText(text);
	if (inner !== undefined && depth < DEEPEST) return takeApart(inner, words, depth + 1);
	const number = NUMBER_WITH_COMMA.exec(text)?.[1];
	return ok(number === undefined ? text.split(SEPARATOR) : [number]);
}

/** The text in quotes that holds a list of its own: JSON, or several entries. */
function innerText(text: string): string | undefined {
	const json = text.startsWith('"') ? parseJson(text) : undefined;
	const inner = typeof json === 'string' ? json.trim() : betweenQuotes(text);
	return inner && (/^[[{"]/.test(inner) || SEPARATOR.test(inner)) ? inner : undefined;
}

function takeJsonApart(text: string, words: ListWords): Result<unknown[], InputFault> {
	const json = parseJson(text);
	if (Array.isArray(json)) return ok(json);
	if (isRecord(json)) return theListIn(json, words, 'a JSON object');
	// "[no value]", "[object Object]" and "{HOST.NAME}" look like JSON, but are none.
	const entries = text.split(SEPARATOR);
	if (entries.every((entry) => placeholderIn(entry.trim()))) return ok(entries);
	const kind = text.startsWith('[') ? 'array' : 'object';
	return fail(
		badInput(
			words.field,
			`starts like a JSON ${kind}, but is not valid JSON`,
			`Write it as ${JSON.stringify(words.examples).replace(',', ', ')}, or separate the ${words.entries} with commas.`,
		),
	);
}

/**
 * The list of an object that holds nothing else, or one under the name of the field beside other things.
 * Any other list may be one of something else, as `tags` are.
 */
function theListIn(
	object: Readonly<Record<string, unknown>>,
	words: ListWords,
	kind: string,
): Result<unknown[], InputFault> {
	const named = /^(?:target)?(?:device)?names?$/i;
	const own = words.expressions[0].replace('$json.', '').toLowerCase();
	const lists = Object.entries(object).filter(([, entry]) => Array.isArray(entry));
	const [first, ...others] = lists;
	if (!first || others.length > 0) return fail(noList(words, kind));
	const [key, list] = first;
	const plainKey = key.replace(/[_\s-]/g, '').toLowerCase();
	const isAlone = Object.keys(object).length === 1;
	return (isAlone || plainKey === own || plainKey === `${own}s` || named.test(plainKey)) &&
		Array.isArray(list)
		? ok(list)
		: fail(noList(words, kind));
}

function noList({ field, entries, expressions }: ListWords, kind: string): InputFault {
	return badInput(
		field,
		`is ${kind}, not a list of ${entries}`,
		`Use an expression that gives ${entries}, e.g. {{ ${expressions[0]} }}, or for a list of objects {{ ${expressions[1]} }}.`,
	);
}
