import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { inParallel, isFatal, ok, withoutKeys } from '../../../platform';
import type { Client, JsonObject, RefusedFault } from '../../../platform';
import { openNodeClient } from '../shared/client';
import { tell } from '../shared/continuing';
import { apiError, errorItem } from '../shared/errors';
import type { ItemError } from '../shared/errors';
import { addHints } from '../shared/hints';
import { doneBefore, TriesOfRun } from '../shared/triesOfRun';
import { callItem } from './callItem';
import type { ItemOutcome } from './callItem';
import { EarlierAnswers } from './earlierAnswers';
import { secretKeysOf } from './fields';
import { itemErrorOf, withWhatWasDone } from './itemError';
import type { PreparedItem, ReadItems } from './readItems';
import { viewRecords } from './outputView';
import type { ItemFault, OperationSpec } from './spec';

/** Reads under way at once. What changes something goes one after the other, in the order of the items. */
const READS_AT_ONCE = 5;

const tries = new TriesOfRun(() => new EarlierAnswers());

/** How the items of an operation are served, beside what each asks for. */
export interface Serving extends Pick<OperationSpec, 'fields' | 'first' | 'before' | 'hint'> {
	/** More to say of a refusal than its code does: a sentence. */
	readonly advise?: (fault: RefusedFault) => string | undefined;
}

/** Serves items that were read: sends what they ask for, and makes output items of what came of it. */
export async function serveItems(
	context: IExecuteFunctions,
	serving: Serving,
	prepared: ReadItems,
): Promise<INodeExecutionData[]> {
	const { connection, rules, items } = prepared;
	const client = openNodeClient(context, connection, rules);
	if (items.length > 0) await serving.first?.(context, client);
	const isRead = items.every(({ request }) => request.effect === 'read');
	const run = new OperationRun(context, serving, client, prepared);
	const results = await inParallel(
		items,
		isRead ? READS_AT_ONCE : 1,
		async (item) => await run.callItem(item),
	);
	addHints(context, [...run.hints, ...doneBefore(run.earlier, 'item', 'carried out')]);
	const first = results.find(({ itemError }) => itemError);
	if (first?.itemError && !context.continueOnFail()) {
		const answers = results.flatMap(withoutSecretKeys);
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
		private readonly serving: Serving,
		private readonly client: Client,
		private readonly prepared: Pick<ReadItems, 'includeSecrets' | 'serve'>,
	) {
		this.answers = tries.of(context);
	}

	/** Serves an item; undefined where an earlier one has ended the workflow. */
	async callItem(item: PreparedItem): Promise<ItemResult | undefined> {
		const { context, end, serving } = this;
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
			const told = await tell(context, serving.fields, error);
			return { item, outputs: [], itemError: { ...told, itemIndex } };
		}
	}

	private async send(item: PreparedItem): Promise<ItemResult> {
		const { context, client, serving } = this;
		const { serve } = this.prepared;
		const { itemIndex, fieldValues, request } = item;
		if (serve) return this.resultOf(item, await serve(request, client));
		const [own = {}] = request.calls;
		const before = (await serving.before?.(context, itemIndex, fieldValues, client, own)) ?? ok({});
		if (!before.ok) return this.withError(item, [], { ...before.fault, isEarly: true });
		const calls = request.calls.map((parameters) => ({ ...parameters, ...before.value }));
		const call = this.answers.over(item, client.call);
		const outcome = await callItem({ ...request, calls }, call);
		this.answers.keep(item, outcome);
		return this.resultOf(item, outcome);
	}

	private resultOf(item: PreparedItem, outcome: ItemOutcome): ItemResult {
		const { fault, action, inDoubt, files, hint } = outcome;
		const { hint: ofYes } = this.serving;
		const viewed = viewRecords(this.shown(item, outcome.outputs), item.view);
		const outputs = viewed.ok ? viewed.value : [];
		if (hint) this.hints.add(hint);
		if (ofYes && outputs.length > 0) this.hints.add(ofYes);
		if (fault) return this.withError(item, outputs, { fault, action, inDoubt });
		return viewed.ok ? { item, outputs, files } : this.withError(item, [], viewed);
	}

	/** What an item got, without the secrets in it unless they are wanted. */
	private shown({ request }: PreparedItem, outputs: readonly JsonObject[]): JsonObject[] {
		const secrets = this.prepared.includeSecrets ? [] : secretKeysOf(request.action);
		return outputs.map((answer) => withoutKeys(answer, secrets));
	}

	private withError(
		item: PreparedItem,
		outputs: readonly JsonObject[],
		itemFault: ItemFault,
	): ItemResult {
		const { fault, storage, action } = itemFault;
		const lasts = fault.kind !== 'input' && !storage && isFatal(fault);
		if (lasts || !this.context.continueOnFail()) this.end ??= itemFault;
		const asked = action ? { action } : item.request;
		const told = itemErrorOf(itemFault, item.itemIndex, asked, this.client.explanation);
		const more = fault.kind === 'refused' ? this.serving.advise?.(fault) : undefined;
		const itemError = more ? { ...told, description: `${told.description} ${more}` } : told;
		return { item, outputs, itemError };
	}
}

/** What an item hands on, for an error: it tells no secrets, wanted or not. */
function withoutSecretKeys({ item, outputs }: ItemResult): JsonObject[] {
	return outputs.map((answer) => withoutKeys(answer, secretKeysOf(item.request.action)));
}

/** The output items in the order of the input items they came from. */
function itemsOf(prepared: ReadItems, results: readonly ItemResult[]): INodeExecutionData[] {
	const outputs = new Map(
		prepared.itemErrors.map((itemError) => [itemError.itemIndex, [errorItem(itemError)]]),
	);
	for (const result of results) {
		const { itemError, item, outputs: records, files } = result;
		const { itemIndex } = item;
		const items = records.map((json, place) => ({
			json,
			...(files && place === 0 ? { binary: files } : {}),
			pairedItem: { item: itemIndex },
		}));
		outputs.set(itemIndex, itemError ? [...items, errorItem(itemError)] : items);
	}
	return [...outputs].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
}
