import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { ACTIONS } from '../../../platform/catalog';
import type { ActionName } from '../../../platform/catalog';
import { endsEverything } from '../../../platform/consequences';
import type { JsonObject } from '../../../platform/json';
import { inParallel } from '../../../platform/parallel';
import { done } from '../../../platform/result';
import { withoutKeys } from '../../../platform/secretKeys';
import { tell } from '../execution/continuing';
import { apiError, errorItem } from '../execution/errors';
import type { ItemTrouble } from '../execution/errors';
import { addHints } from '../execution/hints';
import { openSession } from '../execution/session';
import { doneBefore, TriesOfRun } from '../execution/triesOfRun';
import { EarlierAnswers } from './earlierAnswers';
import type { Operation } from './operation';
import { commonFields, secretKeysOf } from './fields';
import { prepare } from './prepare';
import type { Prepared, PreparedItem } from './prepare';
import { serve } from './serving';
import type { Served } from './serving';
import { actionsOf } from './spec';
import type { ActionSpec, Hindrance, Line } from './spec';
import { troubleOf, withWhatWasDone } from './trouble';

/** Reads under way at once. What changes something goes one after the other, in the order of the items. */
const READS_AT_ONCE = 5;

/** An operation, and the actions that it may call. */
export interface ActionOperation extends Operation {
	readonly cloudActions: readonly ActionName[];
}

/** Makes an operation of its description: this is all that most actions need. */
export function actionOperation(spec: ActionSpec): ActionOperation {
	const { value, name, action, description } = spec;
	const cloudActions = actionsOf(spec);
	const fields = [...spec.fields, ...commonFields(spec)];
	return {
		...{ value, name, action, description, fields, cloudActions },
		execute: async (context) => await execute(context, spec, fields),
	};
}

const tries = new TriesOfRun(() => new EarlierAnswers());

async function execute(
	context: IExecuteFunctions,
	spec: ActionSpec,
	fields: readonly INodeProperties[],
): Promise<INodeExecutionData[]> {
	const prepared = await prepare(context, spec, fields);
	const { connection, rules } = prepared;
	const session = openSession(context, connection, rules);
	const isRead = actionsOf(spec).every((action) => ACTIONS[action].effect === 'read');
	const run = new Run(context, spec, { connection, session });
	const results = await inParallel(
		prepared.items,
		isRead ? READS_AT_ONCE : 1,
		async (item) => await run.serve(item),
	);
	addHints(context, [...run.hints, ...doneBefore(run.earlier, 'item', 'carried out')]);
	const first = results.find(({ trouble }) => trouble);
	if (first?.trouble && !context.continueOnFail()) {
		const answers = results.flatMap((result) => answersOf(result, false));
		throw apiError(context, isRead ? first.trouble : withWhatWasDone(first.trouble, answers));
	}
	return itemsOf(prepared, results);
}

/** What came of an item. */
interface ItemResult {
	readonly item: PreparedItem;
	readonly outputs: readonly JsonObject[];
	readonly trouble?: ItemTrouble;
}

/** One execution, and what ended it before its end. */
class Run {
	/** What the user should know though nothing went wrong, each once. */
	readonly hints = new Set<string>();
	/** How many items an earlier try has carried out. */
	earlier = 0;
	private end: Hindrance | undefined;
	private readonly answers: EarlierAnswers;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly spec: ActionSpec,
		private readonly line: Line,
	) {
		this.answers = tries.of(context);
	}

	/** Serves an item; undefined where an earlier one has ended the workflow. */
	async serve(item: PreparedItem): Promise<ItemResult | undefined> {
		const { context, end, spec } = this;
		const settled = this.answers.settled(item);
		if (settled) {
			if (!settled.fault) this.earlier++;
			return this.resultOf(item, settled);
		}
		if (!context.continueOnFail()) return end ? undefined : await this.send(item);
		if (end) return this.troubled(item, [], end);
		try {
			return await this.send(item);
		} catch (error) {
			// The other items keep what was done for them.
			const { itemIndex } = item;
			const told = await tell(context, spec.fields, error);
			return { item, outputs: [], trouble: { ...told, itemIndex } };
		}
	}

	private async send(item: PreparedItem): Promise<ItemResult> {
		const { context, line, spec } = this;
		const { itemIndex, given, request } = item;
		const before = (await spec.before?.(context, itemIndex, given, line)) ?? done({});
		if (!before.ok) return this.troubled(item, [], { ...before.fault, isEarly: true });
		const calls = request.calls.map((parameters) => ({ ...parameters, ...before.value }));
		const call = this.answers.over(item, line.session.call);
		const served = await serve({ ...request, calls }, call);
		this.answers.keep(item, served);
		return this.resultOf(item, served);
	}

	private resultOf(item: PreparedItem, { outputs, fault, inDoubt, hint }: Served): ItemResult {
		if (hint) this.hints.add(hint);
		return fault ? this.troubled(item, outputs, { fault, inDoubt }) : { item, outputs };
	}

	private troubled(
		item: PreparedItem,
		outputs: readonly JsonObject[],
		hindrance: Hindrance,
	): ItemResult {
		const { fault, storage, action = item.request.action } = hindrance;
		const lasts = fault.kind !== 'input' && !storage && endsEverything(fault);
		if (lasts || !this.context.continueOnFail()) this.end ??= hindrance;
		const { explanation } = this.line.session;
		const trouble = troubleOf(hindrance, item.itemIndex, action, explanation);
		return { item, outputs, trouble };
	}
}

/** What an item got, without the secrets in it unless they are wanted. */
function answersOf({ item, outputs }: ItemResult, includeSecrets: boolean): readonly JsonObject[] {
	const secrets = includeSecrets ? [] : secretKeysOf(item.request.action);
	return outputs.map((answer) => withoutKeys(answer, secrets));
}

/** The output items in the order of the input items they came from. */
function itemsOf(prepared: Prepared, results: readonly ItemResult[]): INodeExecutionData[] {
	const outputs = new Map(
		prepared.troubles.map((trouble) => [trouble.itemIndex, [errorItem(trouble)]]),
	);
	for (const result of results) {
		const { trouble, item } = result;
		const { itemIndex } = item;
		const items = answersOf(result, prepared.includeSecrets).map((json) => ({
			json,
			pairedItem: { item: itemIndex },
		}));
		outputs.set(itemIndex, trouble ? [...items, errorItem(trouble)] : items);
	}
	return [...outputs].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
}
