import { readSwitch } from './choices';
import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { membersOf } from './jsonMembers';
import { readJsonObject } from './jsonObject';
import { numberOf } from './numbers';
import { quoted } from './origin';
import type { ActionParameters } from '../catalog/actionParameters';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { readFreeText, readId } from './text';
import { readTextList } from './textList';
import type { ListWords } from './textList';
import { readTime } from './time';
import type { ParameterFacts } from '../catalog/facts';

type ParameterValue = ActionParameters[string];

/**
 * Reads a parameter as a user or an expression gave it, by the platform's rules for it; undefined for
 * nothing. Refuses what the platform would refuse, before anything is sent.
 * @param words the field as the user sees it, and how to speak of its entries
 */
export function readParameter(
	value: unknown,
	facts: ParameterFacts,
	words: ListWords,
): Result<ParameterValue, InputFault> {
	switch (facts.type) {
		case 'text':
			return readTextParameter(value, facts, words.field);
		case 'integer':
			return readInteger(value, facts, words.field);
		case 'boolean':
			return readSwitch(words.field, value, undefined);
		case 'textList':
			return readList(value, facts, words);
		case 'json':
			return readJson(value, facts, words);
		case 'time':
			return readTime(value, words.field);
	}
}

function readTextParameter(
	value: unknown,
	facts: ParameterFacts,
	field: string,
): Result<string | undefined, InputFault> {
	const read = facts.free ? readFreeText(field, value) : readId(field, value);
	if (!read.ok) return read;
	const text = read.value;
	if (text === '') return ok(undefined);
	const { values, maxLength, form } = facts;
	if (values && !values.includes(text)) return fail(notOneOf(field, quoted(text), values));
	// The pages count characters, not the halves that JavaScript counts.
	const length = [...text].length;
	if (maxLength !== undefined && length > maxLength) {
		const what = `has ${length} characters`;
		return fail(badInput(field, what, `Shorten it: the platform takes ${maxLength} at most.`));
	}
	if (form && !form.pattern.test(text)) {
		const what = `is "${text}", which the platform does not take`;
		return fail(badInput(field, what, form.advice));
	}
	return ok(text);
}

function readInteger(
	value: unknown,
	{ values, min, max }: ParameterFacts,
	field: string,
): Result<number | undefined, InputFault> {
	if (value === undefined || value === null || value === '') return ok(undefined);
	const number = numberOf(value);
	if (values && !values.includes(String(number))) {
		return fail(notOneOf(field, quoted(value), values));
	}
	const least = min ?? 0;
	if (Number.isSafeInteger(number) && number >= least && number <= (max ?? number)) {
		return ok(number);
	}
	const range = max === undefined ? `from ${least}` : `from ${least} to ${max}`;
	return fail(badInput(field, `is ${quoted(value)}`, `Enter a whole number ${range}.`));
}

function readList(
	value: unknown,
	{ values }: ParameterFacts,
	words: ListWords,
): Result<string[] | undefined, InputFault> {
	const read = readTextList(value, words);
	if (!read.ok) return read;
	if (read.value.length === 0) return ok(undefined);
	const stray = values && read.value.find((entry) => !values.includes(entry));
	if (values && stray !== undefined) return fail(notOneOf(words.field, quoted(stray), values));
	// Naming something twice asks for nothing more, and the platform may refuse it or answer it twice.
	return ok([...new Set(read.value)]);
}

function readJson(
	value: unknown,
	{ orNone, maxItems }: ParameterFacts,
	{ field, examples: [example] }: ListWords,
): Result<string | undefined, InputFault> {
	const read = readJsonObject(field, value, example);
	if (!read.ok) return read;
	const count = membersOf(read.value).length;
	if (count === 0) return ok(orNone && read.value !== '' ? read.value : undefined);
	if (maxItems === undefined || count <= maxItems) return read;
	const fix = `The platform takes ${maxItems} at most. Spread them over several items.`;
	return fail(badInput(field, `holds ${count} properties`, fix));
}

/** What is wrong with a list that a single request cannot carry; undefined when nothing is. */
export function tooManyEntries(
	value: ParameterValue,
	{ maxItems }: ParameterFacts,
	{ field, entries }: ListWords,
): InputFault | undefined {
	if (typeof value !== 'object' || maxItems === undefined || value.length <= maxItems) {
		return undefined;
	}
	return badInput(
		field,
		`holds ${value.length} ${entries}`,
		`The platform takes ${maxItems} at most. Spread them over several items.`,
	);
}

function notOneOf(field: string, value: string, values: readonly string[]): InputFault {
	return badInput(field, `is ${value}`, `Use one of: ${values.join(', ')}.`);
}
