import { isFatal, mayHaveBeenDone } from '../client/retry';
import type { CallAction, CallOutcome } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { atMost } from '../parallel';
import { cancelParameters } from './plan';
import type { Part, RequestResult } from './requestResult';

/** Requests under way at once, so that waiting for answers does not eat the rate. */
export const CANCELS_AT_ONCE = 5;

/** Sends requests of `CancelOTATaskByDevice`, up to five at once. */
export class Sender {
	/** The fault that would come back for every further request, once there was one: none starts any more. */
	end: CallFault | undefined;
	private readonly gate = atMost(CANCELS_AT_ONCE);

	constructor(private readonly call: CallAction) {}

	/** Sends a part, once. Never throws. */
	async send(part: Part): Promise<RequestResult> {
		return await this.gate(async () => await this.sendNow(part));
	}

	private async sendNow(part: Part): Promise<RequestResult> {
		if (this.end) return { ...part, kind: 'skipped', fault: this.end };
		const outcome = await this.call({
			action: 'CancelOTATaskByDevice',
			parameters: cancelParameters(part.request),
		});
		const doubt = isUnanswered(outcome) ? 'unanswered' : part.doubt;
		if (outcome.ok) return { ...part, doubt, kind: 'accepted', answer: outcome.answer };
		if (isFatal(outcome.fault)) this.end ??= outcome.fault;
		return outcome.attempts === 0
			? { ...part, doubt, kind: 'skipped', fault: outcome.fault }
			: { ...part, doubt, kind: 'failed', fault: outcome.fault };
	}
}

/** Whether any attempt of a call, the last one included, may have been carried out without an answer. */
function isUnanswered(outcome: CallOutcome): boolean {
	if (outcome.inDoubt || outcome.ok) return outcome.inDoubt;
	return (
		mayHaveBeenDone(outcome.fault) || (outcome.fault.kind === 'stopped' && outcome.attempts > 0)
	);
}
