import type { IBinaryKeyData } from 'n8n-workflow';
import { ACTIONS, readPages, recordsIn, shortfallOf } from '../../../platform';
import type {
	ActionName,
	ActionParameters,
	CallAction,
	CallFault,
	Effect,
	JsonObject,
	PagedRecords,
	Result,
} from '../../../platform';

/** What one item asks for. */
export interface ItemRequest {
	readonly action: string;
	readonly effect: Effect;
	/** See `ActionCall`. */
	readonly once?: true;
	/** Of each call that it takes, mostly one. */
	readonly calls: readonly ActionParameters[];
	/** Most records wanted. */
	readonly limit: number;
	readonly make: MakeCall;
}

/** Makes one of the calls of an item, for so many records at most. */
export type MakeCall = (
	parameters: ActionParameters,
	limit: number,
	call: CallAction,
) => Promise<ItemOutcome>;

/** What came of it: what was got or done, and what ended it before all was. */
export interface ItemOutcome {
	readonly outputs: readonly JsonObject[];
	readonly fault?: CallFault;
	/** The action that did not work, where it was not the item's own. */
	readonly action?: ActionName;
	/** Files that go out with the first of the outputs. */
	readonly files?: IBinaryKeyData;
	/** An attempt before that got no answer may have done it, so that the fault speaks of a thing already done. */
	readonly inDoubt?: boolean;
	/** What to know of a list that came whole as far as can be told: a sentence. */
	readonly hint?: string;
}

/** Makes the calls of an item one after the other, until one does not work. */
export async function callItem(request: ItemRequest, call: CallAction): Promise<ItemOutcome> {
	const { calls, limit, make } = request;
	let all: ItemOutcome = { outputs: [] };
	for (const parameters of calls) {
		const { outputs } = all;
		if (outputs.length >= limit) break;
		const got = await make(parameters, limit - outputs.length, call);
		all = { ...all, ...got, outputs: outputs.concat(got.outputs) };
		if (got.fault) break;
	}
	return all;
}

/** How the catalog has a call of an action made: the records of a read, or the answer of a write as received. */
export function makeOf(action: ActionName): MakeCall {
	const { effect, list, record } = ACTIONS[action];
	return async (parameters, limit, call) => {
		if (list) return outcomeOfList(await readPages({ action, parameters, limit }, call));
		const outcome = await call({ action, parameters });
		if (!outcome.ok) {
			const inDoubt = effect !== 'read' && outcome.inDoubt;
			return { outputs: [], fault: outcome.fault, inDoubt };
		}
		const { json } = outcome.answer;
		const records = effect === 'read' && record ? recordsIn(json, record) : [];
		// A read that found no record still has an answer, and the user should see it.
		return { outputs: records.length > 0 ? records : [json] };
	};
}

/** The records of a list, also of one that lacks some. */
export function outcomeOfList(read: Result<PagedRecords, CallFault>): ItemOutcome {
	if (!read.ok) return { outputs: [], fault: read.fault };
	const fault = shortfallOf(read.value);
	return { outputs: read.value.records, ...(fault ? { fault } : hintOf(read.value)) };
}

/** Only an empty page shows where a list ends whose count cannot be true. */
function hintOf({ records, uncounted }: PagedRecords): Pick<ItemOutcome, 'hint'> {
	if (uncounted === undefined || records.length === 0) return {};
	const counted =
		uncounted === ''
			? 'does not say how many records the list has'
			: `counts "${uncounted}" records in the list`;
	const hint = `The platform ${counted}, but gave ${records.length}. They were read until it gave no more.`;
	return { hint };
}
