import { ACTIONS, isAction } from '../catalog';
import type { ParameterFacts } from '../catalog';
import type { ActionParameters } from '../catalog/actionParameters';
import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { membersOf, partsOf } from './jsonMembers';
import { readJsonObject } from './jsonObject';
import { readRequiredId } from './text';

/**
 * Reads the name of an action as a user or an expression gave it. One that differs from a documented one in
 * letter case alone is refused, since case counts.
 * @param field the field as the user sees it
 */
export function readActionName(field: string, value: unknown): Result<string, InputFault> {
	const read = readRequiredId(field, value, 'Fill in the name of an action, e.g. QueryThingModel.');
	if (!read.ok) return read;
	const name = read.value;
	if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
		return fail(
			badInput(
				field,
				`is "${name}", which is no name of an action`,
				'A name has letters and digits only, e.g. QueryThingModel.',
			),
		);
	}
	const meant = inOtherCase(name, Object.keys(ACTIONS));
	if (meant === undefined) return ok(name);
	return fail(
		badInput(field, `is "${name}", which the platform writes ${meant}`, `Write ${meant}.`),
	);
}

/** Who sets a parameter that every request carries, by its name in lower case. */
const SET_ELSEWHERE: Readonly<Record<string, string>> = {
	action: 'Write the name of the action in Action.',
	version: 'Version in the credential says which one is sent.',
	format: 'The node reads JSON and asks for it; Common Parameters in the credential says how.',
	regionid: 'Region ID in the credential sets it.',
	iotinstanceid: 'Instance ID in the credential sets it.',
	accesskeyid: 'The credential sets it.',
	...Object.fromEntries(
		['signature', 'signaturemethod', 'signaturenonce', 'signatureversion', 'timestamp'].map(
			(name) => [name, 'Each request is signed anew, with a time and a nonce of its own.'],
		),
	),
};

/**
 * Reads the parameters of any action from a JSON object, and writes them out for the wire: a list `X` as
 * `X.1`, `X.2` …, what it holds as `X.1.Key`, numbers as they are written. What an empty value, null or a
 * name in another letter case would silently leave out is refused, for it may narrow what is done.
 * @param field the field as the user sees it
 */
export function readCallParameters(
	field: string,
	value: unknown,
	action: string,
): Result<ActionParameters, InputFault> {
	const text = readJsonObject(field, value, '{"ProductKey":"k1nhvyl0001"}');
	if (!text.ok) return text;
	const facts = isAction(action) ? ACTIONS[action].parameters : {};
	const wire = new Map<string, string>();
	for (const [name, written] of membersOf(text.value)) {
		const flaw = flawOfName(name, facts);
		if (flaw) return fail(badInput(field, flaw.what, flaw.fix));
		for (const [key, entry] of entriesOf(name, written, facts[name])) {
			const fault = flawOfEntry(key, entry) ?? (wire.has(key) ? `sets ${key} twice` : undefined);
			if (fault) return fail(badInput(field, fault, 'Give it one value, or leave it out.'));
			wire.set(key, entry ?? '');
		}
	}
	return ok(Object.fromEntries(wire));
}

function flawOfName(
	name: string,
	facts: Readonly<Record<string, ParameterFacts>>,
): Pick<InputFault, 'what' | 'fix'> | undefined {
	const [base = ''] = name.split('.');
	const setBy = SET_ELSEWHERE[base.toLowerCase()];
	if (setBy)
		return { what: `has "${name}", which every request carries`, fix: `Leave it out. ${setBy}` };
	if (!/^[A-Za-z][\w-]*(?:\.[\w-]+)*$/.test(name)) {
		return {
			what: `has "${name}", which is no name of a parameter`,
			fix: 'A name has letters and digits, with dots between its parts, e.g. DeviceName.1.',
		};
	}
	const meant = inOtherCase(base, Object.keys(facts));
	return meant === undefined
		? undefined
		: { what: `has "${base}", which the platform writes ${meant}`, fix: `Write ${meant}.` };
}

/** A value as the wire has it; undefined for one that stands for none. */
type Entry = readonly [key: string, text: string | undefined];

function entriesOf(name: string, written: string, facts?: ParameterFacts): Entry[] {
	if (written.startsWith('{')) {
		if (facts?.type === 'json') return [[name, written]];
		return orNone(
			name,
			membersOf(written).flatMap(([key, inner]) => entriesOf(`${name}.${key}`, inner)),
		);
	}
	if (written.startsWith('[')) {
		const parts = partsOf(written).flatMap((part, at) => entriesOf(`${name}.${at + 1}`, part));
		return orNone(name, parts);
	}
	// One name where the action takes a list of them.
	const key = facts?.type === 'textList' ? `${name}.1` : name;
	if (written === 'null') return [[key, undefined]];
	return [[key, written.startsWith('"') ? String(JSON.parse(written)) : written]];
}

function orNone(name: string, entries: Entry[]): Entry[] {
	return entries.length > 0 ? entries : [[name, undefined]];
}

function flawOfEntry(key: string, text: string | undefined): string | undefined {
	if (text === undefined || text.trim() === '') return `has no value for ${key}`;
	return text.isWellFormed() ? undefined : `has half of a character (a lone surrogate) in ${key}`;
}

function inOtherCase(name: string, names: readonly string[]): string | undefined {
	if (names.includes(name)) return undefined;
	return names.find((one) => one.toLowerCase() === name.toLowerCase());
}
