import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS, isAction } from '../../../platform';
import type { RequestLogEntry } from '../../emulator/emulator';
import { ownParameters } from '../operations/bench';
import type { Slot } from './slots';

/** What a field does with a value of an expression. A text may be taken as it is, or refused for its form. */
export type Expected = 'taken' | 'refused' | 'either';

/** Says it by the kind of the field alone, as docs/OPERATIONS.md does under Expressions. */
export function expectedOf({ field }: Slot, value: unknown): Expected {
	if (isNone(value) || Number.isNaN(value)) return 'refused';
	switch (field.type) {
		case 'boolean':
			return value === 'true' || value === 'false' ? 'taken' : 'refused';
		case 'options':
		case 'multiOptions':
			return valuesOf(field).includes(String(value)) ? 'taken' : 'refused';
		case 'number':
			return isWithin(Number(value), field) ? 'taken' : 'refused';
		default:
			return 'either';
	}
}

function isNone(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
	return value === undefined || value === null || String(value).trim() === '';
}

function valuesOf({ options = [] }: INodeProperties): string[] {
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

function isWithin(value: number, { typeOptions }: INodeProperties): boolean {
	const { minValue = -Infinity, maxValue = Infinity } = typeOptions ?? {};
	return value >= minValue && value <= maxValue;
}

/** The parameters of a request, a list as one. */
function namesIn(entry: RequestLogEntry): Set<string> {
	return new Set(Object.keys(ownParameters(entry)).map((name) => name.replace(/\.\d+$/, '')));
}

/** Requests that ask for more than those of the right value; none when all is well. */
export function widerRequests(
	log: readonly RequestLogEntry[],
	right: readonly RequestLogEntry[],
): string[] {
	return log.filter((entry) => isWider(entry, right)).map(({ url }) => url);
}

function isWider(entry: RequestLogEntry, right: readonly RequestLogEntry[]): boolean {
	const { action = '' } = entry;
	const same = right.filter((other) => other.action === action);
	// A preview or a look-up reads where the right value only cancels.
	if (same.length === 0) return isAction(action) && ACTIONS[action].effect !== 'read';
	const names = namesIn(entry);
	const size = (one: RequestLogEntry) => Number(one.parameters.PageSize ?? 0);
	return same.every(
		(other) => [...namesIn(other)].some((name) => !names.has(name)) || size(entry) > size(other),
	);
}
