import { ACTIONS } from '../../../platform/catalog';
import type { ActionName } from '../../../platform/catalog';
import type { CallAction } from '../../../platform/client';
import type { CallFault } from '../../../platform/faults';
import type { JsonObject } from '../../../platform/json';
import { readPages } from '../../../platform/paging';
import { recordsIn } from '../../../platform/records';
import type { ActionParameters } from '../../../platform/request';
import { done, failed } from '../../../platform/result';
import type { Result } from '../../../platform/result';

/** What one item asks for. */
export interface ItemRequest {
	readonly action: ActionName;
	/** Of each call that it takes, mostly one. */
	readonly calls: readonly ActionParameters[];
	/** Most records wanted. */
	readonly limit: number;
}

/** What came of it: what was got or done, and what ended it before all was. */
export interface Served {
	readonly outputs: readonly JsonObject[];
	readonly fault?: CallFault;
	/** An attempt before that got no answer may have done it, so that the fault speaks of a thing already done. */
	readonly inDoubt?: boolean;
}

/** Makes the calls of an item one after the other, until one does not work. */
export async function serve(request: ItemRequest, call: CallAction): Promise<Served> {
	const { action, calls, limit } = request;
	let outputs: JsonObject[] = [];
	for (const parameters of calls) {
		if (outputs.length >= limit) break;
		const got = await make(action, parameters, limit - outputs.length, call);
		if (!got.ok) return { outputs, ...got.fault };
		outputs = outputs.concat(got.value);
	}
	return { outputs };
}

/** The records of a read, or the answer of a write as received. */
async function make(
	action: ActionName,
	parameters: ActionParameters,
	limit: number,
	call: CallAction,
): Promise<Result<JsonObject[], Pick<Served, 'fault' | 'inDoubt'>>> {
	const { effect, list, record } = ACTIONS[action];
	if (list) {
		const read = await readPages({ action, parameters, limit }, call);
		return read.ok ? read : failed({ fault: read.fault });
	}
	const outcome = await call({ action, parameters });
	if (!outcome.ok) {
		return failed({ fault: outcome.fault, inDoubt: effect !== 'read' && outcome.inDoubt });
	}
	const { json } = outcome.answer;
	const records = effect === 'read' && record ? recordsIn(json, record) : [];
	// A read that found no record still has an answer, and the user should see it.
	return done(records.length > 0 ? records : [json]);
}
