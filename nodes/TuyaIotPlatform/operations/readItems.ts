import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ACTIONS, bytesForList, chunkNames, fail, ok } from '../../../platform';
import type {
	ActionName,
	ActionParameters,
	CallRules,
	Connection,
	InputFault,
	Result,
} from '../../../platform';
import { connectionOf } from '../shared/connection';
import { inputError, inputItemError } from '../shared/errors';
import type { ItemError } from '../shared/errors';
import { mapItems } from '../shared/mapItems';
import { OptionReader } from '../shared/optionReader';
import { readCallRules } from '../shared/sendingOptions';
import { includeSecretsOption, limitOption } from './fields';
import { fieldValuesReader } from './fieldValues';
import type { FieldValues } from './fieldValues';
import { parameterOf, parametersOf } from './parameters';
import type { ItemRequest } from './callItem';
import { actionFor, actionsOf } from './spec';
import type { OperationSpec, ServeItem } from './spec';

/** An input item that can be served. */
export interface PreparedItem {
	readonly itemIndex: number;
	readonly fieldValues: FieldValues;
	readonly request: ItemRequest;
}

/** What is to be done, checked before anything is sent. */
export interface ReadItems {
	readonly connection: Connection;
	readonly rules: CallRules;
	readonly includeSecrets: boolean;
	/** What serves the items in place of one call each. */
	readonly serve?: ServeItem;
	readonly items: readonly PreparedItem[];
	/** What is wrong with the other items; empty unless the node continues on fail. */
	readonly itemErrors: readonly ItemError[];
}

/** Reads and checks everything. Throws a `NodeOperationError` if nothing may be sent. */
export async function readItems(
	context: IExecuteFunctions,
	spec: OperationSpec,
	fields: readonly INodeProperties[],
): Promise<ReadItems> {
	const connection = await connectionOf(context);
	const reader = OptionReader.ofExecution(context);
	const rules = await readCallRules(reader);
	const includeSecrets = await reader.option(includeSecretsOption);
	const serve = await spec.service?.prepare(context, reader);
	if (reader.refusal) {
		const { fault, itemIndex } = reader.refusal;
		throw inputError(context, inputItemError(fault, itemIndex));
	}

	const readAt = fieldValuesReader(context, usedFields(spec, fields));
	const read = await mapItems(context, (item) => readItem(readAt(item), spec, connection));
	const items = read.flatMap((item, itemIndex) => (item.ok ? [{ itemIndex, ...item.value }] : []));
	const itemErrors = read.flatMap((item, itemIndex) =>
		item.ok ? [] : [inputItemError(item.fault, itemIndex)],
	);
	const [first] = itemErrors;
	if (first && !context.continueOnFail()) throw inputError(context, first);
	return { connection, rules, includeSecrets, serve, items, itemErrors };
}

/** Without Options, which hold for all items, and without what is there only to pick another field from a list. */
function usedFields(spec: OperationSpec, fields: readonly INodeProperties[]): INodeProperties[] {
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
	read: Result<FieldValues, InputFault>,
	spec: OperationSpec,
	connection: Connection,
): Result<Omit<PreparedItem, 'itemIndex'>, InputFault> {
	if (!read.ok) return read;
	const fieldValues = read.value;
	const action = actionFor(spec, fieldValues);
	const parameters = parametersOf(action, spec.fields, fieldValues, spec.spread);
	if (!parameters.ok) return parameters;
	const fault = spec.check?.(parameters.value, fieldValues);
	if (fault) return fail(fault);
	const limit = readLimit(fieldValues);
	if (!limit.ok) return limit;
	const calls = callsOf(action, parameters.value, connection, spec.spread);
	return ok({ fieldValues, request: { action, calls, limit: limit.value } });
}

/** Most records wanted; infinite for a list that is wanted or comes whole. */
function readLimit(fieldValues: FieldValues): Result<number, InputFault> {
	return fieldValues.has('limit')
		? limitOption.read(fieldValues.get('limit'), 'user')
		: ok(Number.POSITIVE_INFINITY);
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
