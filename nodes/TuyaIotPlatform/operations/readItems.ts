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
import { readView } from './outputView';
import type { OutputView } from './outputView';
import { parameterOf, parametersOf, regionFault } from './parameters';
import { makeOf } from './callItem';
import type { ItemRequest } from './callItem';
import { actionFor, actionsOf } from './spec';
import type { OperationSpec, OwnService, ServeItem } from './spec';

/** An input item that can be served. */
export interface PreparedItem {
	readonly itemIndex: number;
	readonly fieldValues: FieldValues;
	readonly request: ItemRequest;
	/** What its output shows of what came. */
	readonly view: OutputView;
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
	const readerFor = (connection: Connection) => {
		const readAt = fieldValuesReader(context, usedFields(spec, fields));
		return (item: number) => readItem(readAt(item), spec, connection);
	};
	return await readEachItem(context, readerFor, spec.service);
}

/** What an item asks for, or why it cannot be served. */
export type ItemRead = Result<Omit<PreparedItem, 'itemIndex'>, InputFault>;

/**
 * Reads the credential, the options, and then each item. Throws a `NodeOperationError` if nothing may be sent.
 * @param readerFor prepares to read the items
 * @param service of an operation that has its own
 */
export async function readEachItem(
	context: IExecuteFunctions,
	readerFor: (connection: Connection) => (item: number) => ItemRead,
	service?: OwnService,
): Promise<ReadItems> {
	const connection = await connectionOf(context);
	const reader = OptionReader.ofExecution(context);
	const rules = await readCallRules(reader);
	const includeSecrets = await reader.option(includeSecretsOption);
	const serve = await service?.prepare(context, reader);
	if (reader.refusal) {
		const { fault, itemIndex } = reader.refusal;
		throw inputError(context, inputItemError(fault, itemIndex));
	}

	const readAt = readerFor(connection);
	const read = await mapItems(context, (item) => readAt(item));
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
): ItemRead {
	if (!read.ok) return read;
	const fieldValues = read.value;
	const action = actionFor(spec, fieldValues);
	const parameters = parametersOf(action, spec.fields, fieldValues, spec.spread);
	if (!parameters.ok) return parameters;
	const { regionId } = connection;
	const fault =
		(regionId ? undefined : regionFault(action, spec.fields, parameters.value)) ??
		spec.check?.(parameters.value, fieldValues);
	if (fault) return fail(fault);
	const beside = regionId ? spec.withRegion?.(parameters.value) : undefined;
	const limit = readLimit(fieldValues);
	if (!limit.ok) return limit;
	const view = readView(action, spec.deletes ?? false, fieldValues);
	if (!view.ok) return view;
	const calls = callsOf(action, { ...parameters.value, ...beside }, connection, spec.spread);
	const { effect } = ACTIONS[action];
	const make = makeOf(action);
	const request = { action, effect, calls, limit: limit.value, make };
	return ok({ fieldValues, request, view: view.value });
}

/** Most records wanted; infinite for a list that is wanted or comes whole. */
export function readLimit(fieldValues: FieldValues): Result<number, InputFault> {
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
