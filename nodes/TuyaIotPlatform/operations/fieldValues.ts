import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	fail,
	gaveNothing,
	isNothing,
	isRecord,
	ok,
	readChoice,
	readSwitch,
} from '../../../platform';
import type { InputFault, Origin, Result } from '../../../platform';
import { factsOf } from '../shared/nodeVersions';
import { holdsExpression, readEachItem } from '../shared/parameters';

/**
 * What an item gives for the fields of an operation, by the name of the field, beside what the node is (`@version`,
 * `@tool`). A hidden field gives nothing.
 * Switches are booleans and choices are values of their field; nothing here is an empty value of an expression,
 * but for a required field.
 */
export type FieldValues = ReadonlyMap<string, unknown>;

/** Prepares to read the fields of each item; the entries of a collection count as fields. */
export function fieldValuesReader(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): (item: number) => Result<FieldValues, InputFault> {
	const about = factsOf(context.getNode());
	const readers = fields
		.filter(({ type }) => type !== 'notice')
		.map((field) => ({ field, readAt: readerOf(context, field) }));
	return (item) => {
		const fieldValues = new Map<string, unknown>(about);
		for (const { field, readAt } of readers) {
			if (!isShown(field, fieldValues)) continue;
			const read = readAt(item);
			if (!read.ok) return read;
			for (const [name, value] of read.value) fieldValues.set(name, value);
		}
		return ok(fieldValues);
	};
}

/** Values by the name of their field. */
type Values = ReadonlyArray<readonly [string, unknown]>;

function readerOf(
	context: IExecuteFunctions,
	field: INodeProperties,
): (item: number) => Result<Values, InputFault> {
	const { name, displayName, type } = field;
	if (type === 'collection') {
		const raw: unknown = context.getNodeParameter(name, 0, {}, { rawExpressions: true });
		return readEachItem(context, name, displayName, (value) => readEntries(field, value, raw));
	}
	return readEachItem(context, name, displayName, (value, origin) => {
		const read = readField(field, value, origin, field.default);
		return read.ok ? ok([[name, read.value]]) : read;
	});
}

/** Reads what a collection holds. n8n drops an expression that stands in place of a whole one. */
function readEntries(
	collection: INodeProperties,
	value: unknown,
	raw: unknown,
): Result<Values, InputFault> {
	if (!isRecord(value) || !isRecord(raw)) return ok([]);
	const entries: Array<[string, unknown]> = [];
	for (const field of singleFields([collection])) {
		const { name } = field;
		if (!(name in value)) continue;
		const origin = holdsExpression(raw[name]) ? 'expression' : 'user';
		const read = readField(field, value[name], origin, undefined);
		if (!read.ok) return read;
		entries.push([name, read.value]);
	}
	return ok(entries);
}

/**
 * Reads a field as far as its kind and origin go; the rules of its parameter come later.
 * @param usual what stands for a switch or a choice that the user emptied
 */
function readField(
	field: INodeProperties,
	value: unknown,
	origin: Origin,
	usual: unknown,
): Result<unknown, InputFault> {
	const { displayName, type, required } = field;
	if (type === 'boolean') {
		return readSwitch(displayName, value, usual === undefined ? undefined : usual === true, origin);
	}
	if (type === 'options') return readChoice(displayName, value, valuesOf(field), usual, origin);
	// That a required field is empty is told with an example of what belongs there.
	const isMissing = origin === 'expression' && !required && isNothing(value);
	return isMissing ? fail(gaveNothing(displayName, value)) : ok(value);
}

function valuesOf({ options = [] }: INodeProperties): Array<string | number | boolean> {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

/** Whether the editor shows a field, given the fields above it. */
function isShown({ displayOptions }: INodeProperties, fieldValues: FieldValues): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		(values ?? []).some((value) => value === fieldValues.get(name)),
	);
}

/** The fields themselves and, in place of a collection, what it offers. */
export function singleFields(fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		if (field.type !== 'collection') return [field];
		return (field.options ?? []).filter((option) => 'displayName' in option && 'type' in option);
	});
}
