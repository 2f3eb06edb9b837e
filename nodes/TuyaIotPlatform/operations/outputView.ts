import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS, badInput, fail, ok, pickKeys, quoted, readTextList } from '../../../platform';
import type { ActionName, InputFault, JsonObject, ListWords, Result } from '../../../platform';
import { SINCE_1_1, isSince11 } from '../shared/nodeVersions';
import { choiceOption, switchOption } from '../shared/options';
import type { FieldValues } from './fieldValues';
import { emptyFault } from './parameters';

/** What the output shows of a record, or of the answer to a call that gives none. */
export type OutputView =
	| { readonly kind: 'raw' | 'deleted' }
	| { readonly kind: 'simplified' | 'selected'; readonly keys: readonly string[] };

const simplify = switchOption({
	displayName: 'Simplify',
	name: 'simplify',
	default: true,
	displayOptions: { show: { ...SINCE_1_1, '@tool': [false] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

const output = choiceOption({
	displayName: 'Output',
	name: 'output',
	default: 'simplified',
	displayOptions: { show: { ...SINCE_1_1, '@tool': [true] } },
	options: [
		{ name: 'Raw', value: 'raw', description: 'All fields of a record' },
		{ name: 'Selected Fields', value: 'selected', description: 'The fields that you name' },
		{ name: 'Simplified', value: 'simplified', description: 'The most useful fields, ten at most' },
	],
	description: 'How much of each record the agent gets',
});

const selectedFields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. deviceName, utcModified',
	displayOptions: { show: { ...SINCE_1_1, '@tool': [true], output: ['selected'] } },
	description:
		'Names of fields, separated by commas, in any letter case. What a record does not have is left out.',
};

const NAMES: ListWords = {
	field: selectedFields.displayName,
	entry: 'a name',
	entries: 'names',
	examples: ['deviceName', 'utcModified'],
	expressions: ['$json.fields', '$json.fields.map(field => field.name)'],
	longest: 64,
};

/** The fields by which a read says how much of its records comes out: a switch, or more of a choice in a tool of an AI agent. */
export const viewFields: readonly INodeProperties[] = [
	simplify.field,
	output.field,
	selectedFields,
];

/**
 * What an item wants to see of what an action gave. All of it in a node of version 1.
 * @param deletes whether the action takes something away for good
 */
export function readView(
	action: ActionName,
	deletes: boolean,
	fieldValues: FieldValues,
): Result<OutputView, InputFault> {
	if (deletes && isSince11(Number(fieldValues.get('@version')))) return ok({ kind: 'deleted' });
	const { simplified, secrets = [] } = ACTIONS[action];
	const isSimple =
		fieldValues.get('simplify') === true || fieldValues.get('output') === 'simplified';
	// A record has secrets only where they are asked for.
	if (simplified && isSimple) return ok({ kind: 'simplified', keys: [...simplified, ...secrets] });
	if (fieldValues.get('output') !== 'selected') return ok({ kind: 'raw' });
	const keys = readTextList(fieldValues.get('fields'), NAMES);
	if (!keys.ok) return keys;
	return keys.value.length > 0
		? ok({ kind: 'selected', keys: keys.value })
		: fail(emptyFault(selectedFields));
}

/**
 * The part of each record that is wanted, keys as the platform writes them; a fault where the names that
 * were given are in none of them.
 */
export function viewRecords(
	records: readonly JsonObject[],
	view: OutputView,
): Result<readonly JsonObject[], InputFault> {
	switch (view.kind) {
		case 'raw':
			return ok(records);
		case 'deleted':
			return ok(records.map((answer) => ({ deleted: true, ...pickKeys(answer, ['RequestId']) })));
		case 'simplified':
			return ok(records.map((record) => simplifiedRecord(record, view.keys)));
		case 'selected':
			return selectedOf(records, view.keys);
	}
}

function simplifiedRecord(record: JsonObject, keys: readonly string[]): JsonObject {
	const entries = Object.entries(pickKeys(record, keys));
	// What is no such record at all is better seen whole than not at all.
	if (entries.length === 0) return record;
	return Object.fromEntries(
		entries.map(([key, value]) => [
			key,
			typeof value === 'number' && key.endsWith('Id') ? String(value) : value,
		]),
	);
}

/** Some records lack a field that others have; a name that none of them has is a slip. */
function selectedOf(
	records: readonly JsonObject[],
	keys: readonly string[],
): Result<readonly JsonObject[], InputFault> {
	const selected = records.map((record) => pickKeys(record, keys));
	const isFound = selected.some((record) => Object.keys(record).length > 0);
	if (isFound || records.length === 0) return ok(selected);
	const known = [...new Set(records.flatMap((record) => Object.keys(record)))];
	const what = `is ${quoted(keys.join(', '))}, and the records have no such field`;
	return fail(badInput(selectedFields.displayName, what, `Use some of: ${known.join(', ')}.`));
}
