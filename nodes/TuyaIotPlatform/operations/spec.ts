import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type {
	ActionName,
	ActionParameters,
	CallFault,
	Client,
	InputFault,
	Result,
} from '../../../platform';
import type { OptionReader } from '../shared/optionReader';
import type { ItemOutcome, ItemRequest } from './callItem';
import type { Operation } from './operation';
import type { FieldValues } from './fieldValues';

/** What kept an item from being served. */
export interface ItemFault {
	readonly fault: InputFault | CallFault;
	/** The action that did not work, where it was not the item's own. */
	readonly action?: ActionName;
	/** Host and port of the storage, where the file did not get there. */
	readonly storage?: string;
	/** An attempt before that got no answer may have done what was asked. */
	readonly inDoubt?: boolean;
	/** It came up while the request of the item was prepared, which thus was not sent. */
	readonly isEarly?: boolean;
}

/**
 * What has to happen before the request of an item can be made; gives the parameters that come of it.
 * @param parameters those that the item gives
 */
export type BeforeCall = (
	context: IExecuteFunctions,
	item: number,
	fieldValues: FieldValues,
	client: Client,
	parameters: ActionParameters,
) => Promise<Result<ActionParameters, ItemFault>>;

/** Serves an item by calls of its own. */
export type ServeItem = (request: ItemRequest, client: Client) => Promise<ItemOutcome>;

/** How an operation serves an item whose answer takes more than one call. */
export interface OwnService {
	/** Options beside those that every operation has. */
	readonly options: readonly INodeProperties[];
	/** Reads them and gives what serves each item. */
	readonly prepare: (context: IExecuteFunctions, reader: OptionReader) => Promise<ServeItem>;
}

/**
 * An operation that calls one action for each input item. The fields named as the action's parameters, but
 * with a small first letter, fill these; everything else follows from the catalog: paging, the way to the
 * records in an answer, secrets, whether a call may be repeated.
 */
export interface OperationSpec extends Omit<Operation, 'fields' | 'execute' | 'cloudActions'> {
	/** Or a choice between several, by what an item gives. */
	readonly cloudAction: ActionName | ActionChoice;
	readonly fields: readonly INodeProperties[];
	/** List parameters of which one is given, and spread over several requests where one cannot carry it. */
	readonly spread?: readonly string[];
	/** What is wrong with the parameters taken together; undefined when nothing is. */
	readonly check?: (
		parameters: ActionParameters,
		fieldValues: FieldValues,
	) => InputFault | undefined;
	/** What Alibaba Cloud's own endpoint needs beside these; sent where the credential has a Region ID. */
	readonly withRegion?: (parameters: ActionParameters) => ActionParameters;
	/** Looks, before the first item is served, whether anything may be sent. Throws where it may not. */
	readonly first?: (context: IExecuteFunctions, client: Client) => Promise<void>;
	readonly before?: BeforeCall;
	/** Actions that `first` and `before` call. */
	readonly callsBefore?: readonly ActionName[];
	/** What serves the items in place of one call each. */
	readonly service?: OwnService;
	/** It takes something away for good, and its output says no more than that. */
	readonly deletes?: true;
	/** What to know of a yes of the platform: a sentence, shown above the output. */
	readonly hint?: string;
	/** When Return All and Limit are shown; absent = always, where the list comes in pages. */
	readonly pagedWhen?: Readonly<Record<string, string[]>>;
}

/** Several actions that serve one operation. */
interface ActionChoice {
	readonly actions: readonly ActionName[];
	readonly choose: (fieldValues: FieldValues) => ActionName;
}

/** The actions that may serve an item. */
export function actionsOf({
	cloudAction,
}: Pick<OperationSpec, 'cloudAction'>): readonly ActionName[] {
	return typeof cloudAction === 'string' ? [cloudAction] : cloudAction.actions;
}

/** The action that serves an item. */
export function actionFor({ cloudAction }: OperationSpec, fieldValues: FieldValues): ActionName {
	return typeof cloudAction === 'string' ? cloudAction : cloudAction.choose(fieldValues);
}
