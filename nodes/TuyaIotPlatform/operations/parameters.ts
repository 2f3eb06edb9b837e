import type { INodeProperties } from 'n8n-workflow';
import {
	ACTIONS,
	DEVICE_NAMES,
	badInput,
	fail,
	ok,
	readParameter,
	tooManyEntries,
} from '../../../platform';
import type {
	ActionName,
	ActionParameters,
	InputFault,
	ListWords,
	Result,
} from '../../../platform';
import { singleFields } from './fieldValues';
import type { FieldValues } from './fieldValues';

/** The parameter that a field fills: the same name, but the platform begins it with a capital. */
export function parameterOf({ name }: INodeProperties): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Turns what an item gives into the parameters of an action, by the platform's rules for each.
 * @param spread lists that may go into several requests, so that their length does not count
 */
export function parametersOf(
	action: ActionName,
	fields: readonly INodeProperties[],
	fieldValues: FieldValues,
	spread: readonly string[] = [],
): Result<ActionParameters, InputFault> {
	const facts = ACTIONS[action].parameters;
	const parameters: Record<string, ActionParameters[string]> = {};
	for (const field of singleFields(fields)) {
		const parameter = parameterOf(field);
		const rules = facts[parameter];
		if (!rules || !fieldValues.has(field.name)) continue;
		const words = wordsOf(field);
		const read = readParameter(fieldValues.get(field.name), rules, words);
		if (!read.ok) return read;
		if (read.value === undefined && (field.required || rules.required))
			return fail(emptyFault(field));
		const fault = spread.includes(parameter) ? undefined : tooManyEntries(read.value, rules, words);
		if (fault) return fail(fault);
		parameters[parameter] = read.value;
	}
	return ok(parameters);
}

/** What is wrong with parameters that Alibaba Cloud's own endpoint alone takes, where there is no Region ID; undefined when none is given. */
export function regionFault(
	action: ActionName,
	fields: readonly INodeProperties[],
	parameters: ActionParameters,
): InputFault | undefined {
	const stray = singleFields(fields).find((field) => {
		const name = parameterOf(field);
		return parameters[name] !== undefined && ACTIONS[action].parameters[name]?.needsRegion;
	});
	return (
		stray &&
		badInput(
			stray.displayName,
			"works with Alibaba Cloud's own endpoint only, and the credential has no Region ID",
			'Remove the field. If the endpoint is one of Alibaba Cloud, fill in Region ID in the credential.',
		)
	);
}

/** The fault of a field that has to be filled in. */
export function emptyFault(field: INodeProperties): InputFault {
	const example = exampleOf(field);
	const fix = example ? `Fill it in, e.g. ${example}.` : 'Fill it in.';
	return badInput(
		field.displayName,
		'is empty',
		`${fix} If it comes from an expression, check that the item holds the value.`,
	);
}

/** What the field's placeholder shows, or that of its last way to choose: typing it. */
function exampleOf({ placeholder, modes }: INodeProperties): string {
	return (placeholder ?? modes?.at(-1)?.placeholder ?? '').replace(/^e\.g\. /, '');
}

/** How to speak of the entries of a list field. */
function wordsOf(field: INodeProperties): ListWords {
	const { displayName, name } = field;
	if (/deviceName/i.test(name)) return { ...DEVICE_NAMES, field: displayName };
	const [first = 'a', second = 'b'] = exampleOf(field).split(', ');
	return {
		field: displayName,
		entry: 'an entry',
		entries: 'entries',
		examples: [first, second],
		expressions: [`$json.${name}`, `$json.list.map(entry => entry.${name})`],
	};
}
