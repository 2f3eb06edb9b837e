import type { ActionCall, CallOutcome } from '../client';
import type { Answer } from '../envelope';
import { meaningOf } from '../errors/codes';
import type { CallFault } from '../faults';
import { cancelParameters } from './plan';
import type { CancelRequest } from './plan';

/** What came of one planned request. */
export type RequestResult =
	| { readonly kind: 'accepted'; readonly request: CancelRequest; readonly answer: Answer }
	| { readonly kind: 'failed'; readonly request: CancelRequest; readonly fault: CallFault }
	/** Not sent, because an earlier request ended in this fault. */
	| { readonly kind: 'skipped'; readonly request: CancelRequest; readonly because: CallFault };

/**
 * Sends the requests one after the other. One that fails does not keep the others from being sent, unless
 * the platform refuses the key or the signature, or the user stops the workflow: then no more are.
 */
export async function runCancellation(
	requests: readonly CancelRequest[],
	call: (call: ActionCall) => Promise<CallOutcome>,
): Promise<RequestResult[]> {
	const results: RequestResult[] = [];
	let because: CallFault | undefined;
	for (const request of requests) {
		if (because) {
			results.push({ kind: 'skipped', request, because });
			continue;
		}
		const outcome = await call({
			action: 'CancelOTATaskByDevice',
			parameters: cancelParameters(request),
		});
		if (outcome.ok) {
			results.push({ kind: 'accepted', request, answer: outcome.answer });
		} else {
			results.push({ kind: 'failed', request, fault: outcome.fault });
			if (endsEverything(outcome.fault)) because = outcome.fault;
		}
	}
	return results;
}

/** Whether a fault would come back for every other request too. */
export function endsEverything(fault: CallFault): boolean {
	if (fault.kind === 'stopped') return true;
	if (fault.kind !== 'refused') return false;
	const kind = meaningOf(fault.code)?.kind;
	return kind === 'auth' || kind === 'signature' || kind === 'clock';
}
