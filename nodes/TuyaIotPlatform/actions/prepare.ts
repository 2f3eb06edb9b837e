import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ACTIONS } from '../../../platform/catalog';
import type { ActionName } from '../../../platform/catalog';
import { bytesForList, chunkNames } from '../../../platform/chunks';
import type { Connection } from '../../../platform/connection';
import type { InputFault } from '../../../platform/faults';
import type { ActionParameters } from '../../../platform/request';
import { done, failed } from '../../../platform/result';
import type { Result } from '../../../platform/result';
import { inputError, inputTrouble } from '../execution/errors';
import type { ItemTrouble } from '../execution/errors';
import { mapItems } from '../execution/mapItems';
import { readInstance } from '../execution/instance';
import { OptionReader } from '../execution/optionReader';
import type { CallRules } from '../execution/session';
import { readCallRules } from '../execution/sendingOptions';
import { includeSecretsOption, limitOption } from './fields';
import { givenReader } from './given';
import type { Given } from './given';
import { parameterOf, parametersOf } from './parameters';
import type { ItemRequest } from './serving';
import { actionFor, actionsOf } from './spec';
import type { ActionSpec } from './spec';

/** An input item that can be served. */
export interface PreparedItem {
	readonly itemIndex: number;
	readonly given: Given;
	readonly request: ItemRequest;
}

/** What is to be done, checked before anything is sent. */
export interface Prepared {
	readonly connection: Connection;
	readonly rules: CallRules;
	readonly includeSecrets: boolean;
	readonly items: readonly PreparedItem[];
	/** What is wrong with the other items; empty unless the node continues on fail. */
	readonly troubles: readonly ItemTrouble[];
}

/** Reads and checks everything. Throws a `NodeOperationError` if nothing may be sent. */
export async function prepare(
	context: IExecuteFunctions,
	spec: ActionSpec,
	fields: readonly INodeProperties[],
): Promise<Prepared> {
	const connection = await readInstance(context);
	const reader = OptionReader.ofExecution(context);
	const rules = await readCallRules(reader);
	const includeSecrets = await reader.option(includeSecretsOption);
	if (reader.trouble) {
		const { fault, itemIndex } = reader.trouble;
		throw inputError(context, inputTrouble(fault, itemIndex));
	}

	const readAt = givenReader(context, usedFields(spec, fields));
	const read = await mapItems(context, (item) => readItem(readAt(item), spec, connection));
	const items = read.flatMap((item, itemIndex) => (item.ok ? [{ itemIndex, ...item.value }] : []));
	const troubles = read.flatMap((item, itemIndex) =>
		item.ok ? [] : [inputTrouble(item.fault, itemIndex)],
	);
	const [first] = troubles;
	if (first && !context.continueOnFail()) throw inputError(context, first);
	return { connection, rules, includeSecrets, items, troubles };
}

/** Without Options, which hold for all items, and without what is there only to pick another field from a list. */
function usedFields(spec: ActionSpec, fields: readonly INodeProperties[]): INodeProperties[] {
	const parameters = new Set(
		actionsOf(spec).flatMap((action) => Object.keys(ACTIONS[action].parameters)),
	);
	return fields.filter(
		(field) =>
			field.name !== 'options' &&
			(field.type !== 'resourceLocator' || parameters.has(parameterOf(field))),
	);
}

function readItem(
	read: Result<Given, InputFault>,
	spec: ActionSpec,
	connection: Connection,
): Result<Omit<PreparedItem, 'itemIndex'>, InputFault> {
	if (!read.ok) return read;
	const given = read.value;
	const action = actionFor(spec, given);
	const parameters = parametersOf(action, spec.fields, given, spec.spread);
	if (!parameters.ok) return parameters;
	const fault = spec.check?.(parameters.value);
	if (fault) return failed(fault);
	const limit = readLimit(given);
	if (!limit.ok) return limit;
	const calls = callsOf(action, parameters.value, connection, spec.spread);
	return done({ given, request: { action, calls, limit: limit.value } });
}

/** Most records wanted; infinite for a list that is wanted or comes whole. */
function readLimit(given: Given): Result<number, InputFault> {
	return given.has('limit')
		? limitOption.read(given.get('limit'), 'user')
		: done(Number.POSITIVE_INFINITY);
}

/** Entries of a list for which the platform states no limit that go into one request. */
const USUAL_ENTRIES = 200;

/** The parameters of each request that an item takes: one, unless a list is too long for it. */
function callsOf(
	action: ActionName,
	parameters: ActionParameters,
	connection: Connection,
	spread: readonly string[] = [],
): readonly ActionParameters[] {
	const name = spread.find((parameter) => typeof parameters[parameter] === 'object');
	const list = name === undefined ? undefined : parameters[name];
	if (name === undefined || typeof list !== 'object') return [parameters];
	const bytes = bytesForList({ action, parameters: { ...parameters, [name]: [] } }, connection);
	const most = ACTIONS[action].parameters[name]?.maxItems ?? USUAL_ENTRIES;
	return chunkNames(list.map(String), most, bytes).map((entries) => ({
		...parameters,
		[name]: entries,
	}));
}
