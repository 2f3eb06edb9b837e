import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { InputFault } from '../../../platform/faults';
import { isRecord } from '../../../platform/json';
import { done } from '../../../platform/result';
import type { Result } from '../../../platform/result';
import { readEachItem } from '../execution/parameters';

/** What an item gives for the fields of an operation, by the name of the field. A hidden field gives nothing. */
export type Given = ReadonlyMap<string, unknown>;

/** Prepares to read the fields of each item; the entries of a collection count as fields. */
export function givenReader(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): (item: number) => Result<Given, InputFault> {
	const readers = fields
		.filter(({ type }) => type !== 'notice')
		.map((field) => ({
			field,
			readAt: readEachItem(context, field.name, field.displayName, done),
		}));
	return (item) => {
		const given = new Map<string, unknown>();
		for (const { field, readAt } of readers) {
			if (!isShown(field, given)) continue;
			const value = readAt(item);
			if (!value.ok) return value;
			if (field.type !== 'collection') given.set(field.name, value.value);
			else if (isRecord(value.value)) {
				for (const [name, entry] of Object.entries(value.value)) given.set(name, entry);
			}
		}
		return done(given);
	};
}

/** Whether the editor shows a field, given the fields above it. */
function isShown({ displayOptions }: INodeProperties, given: Given): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		(values ?? []).some((value) => value === given.get(name)),
	);
}

/** The fields themselves and, in place of a collection, what it offers. */
export function singleFields(fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		if (field.type !== 'collection') return [field];
		return (field.options ?? []).filter((option) => 'displayName' in option && 'type' in option);
	});
}
