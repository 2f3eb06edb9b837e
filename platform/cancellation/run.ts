import { endsEverything, mayHaveBeenDone } from '../client';
import type { CallAction, CallOutcome } from '../client';
import type { Answer } from '../envelope';
import { meaningOf } from '../errors/codes';
import type { CallFault } from '../faults';
import { inParallel } from '../parallel';
import { cancelParameters } from './plan';
import type { CancelRequest } from './plan';

/**
 * Why a refusal may speak of a thing that this run has done itself: `unanswered`, because an attempt got no
 * readable answer; `halved`, because a refused request was sent again in parts, and a platform may cancel
 * the other devices of a request that it refuses (no page says that it does not).
 */
export type Doubt = 'none' | 'halved' | 'unanswered';

/** What came of a request as it was finally sent, whole or halved. */
export type RequestResult = {
	readonly request: CancelRequest;
	/** Place of the planned request that this one is, or is a part of. */
	readonly place: number;
	readonly doubt: Doubt;
} & (
	| { readonly kind: 'accepted'; readonly answer: Answer }
	| { readonly kind: 'failed'; readonly fault: CallFault }
	/** Not sent by itself: another request ended in this fault, which would have come back. */
	| { readonly kind: 'skipped'; readonly fault: CallFault }
);

/** What came of all requests. */
export interface CancellationRun {
	/** In the order of the plan; the parts of a halved request in the order of its devices. */
	readonly results: readonly RequestResult[];
	/** How often a request was halved to find the device that caused its refusal. */
	readonly halvings: number;
}

/** Requests under way at once, so that waiting for answers does not eat the rate. */
export const AT_ONCE = 5;

/**
 * Refusals in a row after which halving a request ends: by then it holds too many causes to find each, and
 * the rest is reported as refused together. One cause in 200 devices takes about 8 in a row.
 */
const MOST_REFUSALS_IN_A_ROW = 64;

/**
 * Sends the requests, up to five at once. One that fails does not keep the others from being sent, unless
 * the key or signature is refused or the user stops the workflow: then no further request starts. Where
 * single devices can be the cause, a request is halved until they stand alone. Never throws.
 */
export async function runCancellation(
	requests: readonly CancelRequest[],
	call: CallAction,
): Promise<CancellationRun> {
	const run = new Run(call);
	const results = await inParallel(requests, AT_ONCE, async (request, place) => {
		return await run.serve(request, place);
	});
	return { results: results.flat(), halvings: run.halvings };
}

/** Whether any attempt of a call, the last one included, may have been carried out without an answer. */
function isUnanswered(outcome: CallOutcome): boolean {
	if (outcome.inDoubt || outcome.ok) return outcome.inDoubt;
	return (
		mayHaveBeenDone(outcome.fault) || (outcome.fault.kind === 'stopped' && outcome.attempts > 0)
	);
}

/** A request, or a part of one, that is still to be served. */
interface Part {
	readonly request: CancelRequest;
	readonly place: number;
	readonly doubt: Doubt;
}

/** One run and what it has learned so far. */
class Run {
	halvings = 0;
	private end: CallFault | undefined;

	constructor(private readonly call: CallAction) {}

	/** Sends a planned request and, where it has to be halved, its parts. */
	async serve(request: CancelRequest, place: number): Promise<RequestResult[]> {
		return await this.isolate({ request, place, doubt: 'none' }, { refusals: 0 });
	}

	private async isolate(part: Part, streak: { refusals: number }): Promise<RequestResult[]> {
		const result = await this.send(part);
		streak.refusals = result.kind === 'accepted' ? 0 : streak.refusals + 1;
		return this.mayBeDevices(result, streak) ? await this.halve(result, streak) : [result];
	}

	private async halve(
		whole: RequestResult & { kind: 'failed' },
		streak: { refusals: number },
	): Promise<RequestResult[]> {
		this.halvings++;
		const { request, place } = whole;
		const middle = Math.ceil(request.deviceNames.length / 2);
		const part = (deviceNames: readonly string[]): Part => ({
			request: { ...request, deviceNames },
			place,
			doubt: whole.doubt === 'unanswered' ? 'unanswered' : 'halved',
		});
		const left = await this.isolate(part(request.deviceNames.slice(0, middle)), streak);
		const right = part(request.deviceNames.slice(middle));
		const causeIsRight = left.every(({ kind }) => kind === 'accepted');
		// A part that must hold the cause is halved without asking: its refusal is known.
		const known: RequestResult & { kind: 'failed' } = {
			...right,
			kind: 'failed',
			fault: whole.fault,
		};
		return causeIsRight && this.mayBeDevices(known, streak)
			? [...left, ...(await this.halve(known, streak))]
			: [...left, ...(await this.isolate(right, streak))];
	}

	private mayBeDevices(
		result: RequestResult,
		streak: { refusals: number },
	): result is RequestResult & { kind: 'failed' } {
		return (
			result.kind === 'failed' &&
			result.fault.kind === 'refused' &&
			result.request.deviceNames.length > 1 &&
			streak.refusals < MOST_REFUSALS_IN_A_ROW &&
			meaningOf(result.fault.code)?.devices === true
		);
	}

	private async send(part: Part): Promise<RequestResult> {
		if (this.end) return { ...part, kind: 'skipped', fault: this.end };
		const outcome = await this.call({
			action: 'CancelOTATaskByDevice',
			parameters: cancelParameters(part.request),
		});
		const doubt = isUnanswered(outcome) ? 'unanswered' : part.doubt;
		if (outcome.ok) return { ...part, doubt, kind: 'accepted', answer: outcome.answer };
		if (endsEverything(outcome.fault)) this.end ??= outcome.fault;
		return outcome.attempts === 0
			? { ...part, doubt, kind: 'skipped', fault: outcome.fault }
			: { ...part, doubt, kind: 'failed', fault: outcome.fault };
	}
}
