import type {
	IBinaryKeyData,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { ACTIONS, inParallel, isFatal, ok, withoutKeys } from '../../../platform';
import type { Client, JsonObject } from '../../../platform';
import { openNodeClient } from '../shared/client';
import { tell } from '../shared/continuing';
import { apiError, errorItem } from '../shared/errors';
import type { ItemError } from '../shared/errors';
import { addHints } from '../shared/hints';
import { doneBefore, TriesOfRun } from '../shared/triesOfRun';
import { EarlierAnswers } from './earlierAnswers';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ActionName } from '../../../platform';
import { commonFields } from './fields';
import type { Operation } from './operation';
import { readItems } from './readItems';
import { serveItems } from './serveItems';
import { actionsOf } from './spec';
import type { OperationSpec, ItemFault, ServeItem } from './spec';
import { itemErrorOf, withWhatWasDone } from './itemError';

/** Reads under way at once. What changes something goes one after the other, in the order of the items. */
const READS_AT_ONCE = 5;
import type { OperationSpec } from './spec';

/** Makes an operation of its description: this is all that most actions need. */
export function defineOperation(spec: OperationSpec): Operation {
	const { value, name, action, description } = spec;
	const cloudActions = [...actionsOf(spec), ...(spec.callsBefore ?? [])];
	const fields = [...spec.fields, ...commonFields(spec)];
	return {
		...{ value, name, action, description, fields, cloudActions },
		execute: async (context) => await execute(context, spec, fields),
	};
}

async function execute(
	context: IExecuteFunctions,
	spec: OperationSpec,
	fields: readonly INodeProperties[],
): Promise<INodeExecutionData[]> {
	const prepared = await readItems(context, spec, fields);
	const { connection, rules, serve } = prepared;
	const client = openNodeClient(context, connection, rules);
	const isRead = actionsOf(spec).every((action) => ACTIONS[action].effect === 'read');
	const run = new OperationRun(context, spec, client, serve);
	const results = await inParallel(
		prepared.items,
		isRead ? READS_AT_ONCE : 1,
		async (item) => await run.callItem(item),
	);
	addHints(context, [...run.hints, ...doneBefore(run.earlier, 'item', 'carried out')]);
	const first = results.find(({ itemError }) => itemError);
	if (first?.itemError && !context.continueOnFail()) {
		const answers = results.flatMap((result) => answersOf(result, false));
		throw apiError(context, isRead ? first.itemError : withWhatWasDone(first.itemError, answers));
	}
	return itemsOf(prepared, results);
}

/** What came of an item. */
interface ItemResult {
	readonly item: PreparedItem;
	readonly outputs: readonly JsonObject[];
	readonly files?: IBinaryKeyData;
	readonly itemError?: ItemError;
}

/** One execution, and what ended it before its end. */
class OperationRun {
	/** What the user should know though nothing went wrong, each once. */
	readonly hints = new Set<string>();
	/** How many items an earlier try has carried out. */
	earlier = 0;
	private end: ItemFault | undefined;
	private readonly answers: EarlierAnswers;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly spec: OperationSpec,
		private readonly client: Client,
		private readonly serve?: ServeItem,
	) {
		this.answers = tries.of(context);
	}

	/** Serves an item; undefined where an earlier one has ended the workflow. */
	async callItem(item: PreparedItem): Promise<ItemResult | undefined> {
		const { context, end, spec } = this;
		const settled = this.answers.settled(item);
		if (settled) {
			if (!settled.fault) this.earlier++;
			return this.resultOf(item, settled);
		}
		if (!context.continueOnFail()) return end ? undefined : await this.send(item);
		if (end) return this.withError(item, [], end);
		try {
			return await this.send(item);
		} catch (error) {
			// The other items keep what was done for them.
			const { itemIndex } = item;
			const told = await tell(context, spec.fields, error);
			return { item, outputs: [], itemError: { ...told, itemIndex } };
		}
	}

	private async send(item: PreparedItem): Promise<ItemResult> {
		const { context, client, spec, serve } = this;
		const { itemIndex, fieldValues, request } = item;
		if (serve) return this.resultOf(item, await serve(request, client));
		const before = (await spec.before?.(context, itemIndex, fieldValues, client)) ?? ok({});
		const [own = {}] = request.calls;
		const before = (await spec.before?.(context, itemIndex, fieldValues, client, own)) ?? ok({});
		if (!before.ok) return this.withError(item, [], { ...before.fault, isEarly: true });
		const calls = request.calls.map((parameters) => ({ ...parameters, ...before.value }));
		const call = this.answers.over(item, client.call);
		const outcome = await callItem({ ...request, calls }, call);
		this.answers.keep(item, outcome);
		return this.resultOf(item, outcome);
	}

	private resultOf(item: PreparedItem, outcome: ItemOutcome): ItemResult {
		const { outputs, fault, action, inDoubt, files, hint } = outcome;
		if (hint) this.hints.add(hint);
		if (!fault) return { item, outputs, files };
		return this.withError(item, outputs, { fault, action, inDoubt });
	private resultOf(item: PreparedItem, { outputs, fault, inDoubt, hint }: ItemOutcome): ItemResult {
		const { hint: ofYes } = this.spec;
		if (hint) this.hints.add(hint);
		if (ofYes && outputs.length > 0) this.hints.add(ofYes);
		return fault ? this.withError(item, outputs, { fault, inDoubt }) : { item, outputs };
	}

	private withError(
		item: PreparedItem,
		outputs: readonly JsonObject[],
		itemFault: ItemFault,
	): ItemResult {
		const { fault, storage, action = item.request.action } = itemFault;
		const lasts = fault.kind !== 'input' && !storage && isFatal(fault);
		if (lasts || !this.context.continueOnFail()) this.end ??= itemFault;
		const { explanation } = this.client;
		const itemError = itemErrorOf(itemFault, item.itemIndex, action, explanation);
		return { item, outputs, itemError };
	}
}

/** What an item got, without the secrets in it unless they are wanted. */
function answersOf({ item, outputs }: ItemResult, includeSecrets: boolean): readonly JsonObject[] {
	const secrets = includeSecrets ? [] : secretKeysOf(item.request.action);
	return outputs.map((answer) => withoutKeys(answer, secrets));
}

/** The output items in the order of the input items they came from. */
function itemsOf(prepared: ReadItems, results: readonly ItemResult[]): INodeExecutionData[] {
	const outputs = new Map(
		prepared.itemErrors.map((itemError) => [itemError.itemIndex, [errorItem(itemError)]]),
	);
	for (const result of results) {
		const { itemError, item, files } = result;
		const { itemIndex } = item;
		const items = answersOf(result, prepared.includeSecrets).map((json, place) => ({
			json,
			...(files && place === 0 ? { binary: files } : {}),
			pairedItem: { item: itemIndex },
		}));
		outputs.set(itemIndex, itemError ? [...items, errorItem(itemError)] : items);
	}
	return [...outputs].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
	return await serveItems(context, spec, await readItems(context, spec, fields));
}
