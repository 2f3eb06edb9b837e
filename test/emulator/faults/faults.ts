import { randomFrom } from '../random';

/** Whether the action was carried out although its answer is lost; default nothing. */
type After = 'nothing' | 'done';

/** What goes wrong with one request. */
export type Fault =
	/** HTTP 400 Throttling.User from behind the gate's other checks; retryAfter in seconds */
	| { kind: 'throttle'; retryAfter?: number }
	/** an HTTP status from before the gate; with a code in gateway shape, with a body that body */
	| {
			kind: 'status';
			status: number;
			code?: string;
			body?: string;
			/** seconds */
			retryAfter?: number;
			after?: After;
	  }
	/** any error code: an envelope with success false (HTTP 200), or in gateway shape (HTTP 400) */
	| {
			kind: 'code';
			code: string;
			message?: string;
			status?: number;
			shape?: 'business' | 'gateway';
	  }
	/** the socket is closed before any answer */
	| { kind: 'reset'; after?: After }
	/** no answer, the socket stays open until stop() or the client gives up */
	| { kind: 'hang'; after?: After }
	/** a web page; default HTTP 200, as a console at the wrong port would send */
	| { kind: 'html'; status?: number; after?: After }
	/** the platform's XML form of an error; default InvalidParameter, HTTP 400 */
	| { kind: 'xml'; code?: string; message?: string; status?: number }
	/** HTTP 200 without a body */
	| { kind: 'empty' }
	/** half of the JSON; with `closes` the socket is closed there, else the answer ends in order */
	| { kind: 'cut'; closes?: boolean; after?: After }
	/** default HTTP 302 */
	| { kind: 'redirect'; location: string; status?: number }
	/** the true answer, late by so many ms; the action is carried out at once */
	| { kind: 'slow'; ms: number };

/** The sub-account that the key belongs to was not granted the action. */
export const DENIED: Fault = {
	kind: 'code',
	code: 'Forbidden.RAM',
	shape: 'gateway',
	status: 403,
};

/** One request as a plan sees it. */
export interface PlannedRequest {
	/** counted from 1, anew for each plan that is set */
	index: number;
	action: string | undefined;
	parameters: Record<string, string>;
}

/** Chooses what goes wrong with a request; undefined = nothing. Asked once for each request. */
export type FaultPlan = (request: PlannedRequest) => Fault | undefined;

/** Only the n-th request, counted from 1. */
export function onRequest(n: number, fault: Fault): FaultPlan {
	return ({ index }) => (index === n ? fault : undefined);
}

/** The first n requests. */
export function first(n: number, fault: Fault): FaultPlan {
	return ({ index }) => (index <= n ? fault : undefined);
}

/** Every request. */
export function always(fault: Fault): FaultPlan {
	return () => fault;
}

/** One entry for each request in turn; undefined entries, and all after the last, pass. */
export function sequence(faults: ReadonlyArray<Fault | undefined>): FaultPlan {
	return ({ index }) => faults[index - 1];
}

/** That share (0 to 1) of the requests, each with one of the faults; a seed gives one same run. */
export function share(probability: number, faults: readonly Fault[], seed: number): FaultPlan {
	const random = randomFrom(seed);
	return () => {
		const hit = random() < probability;
		const choice = Math.floor(random() * faults.length);
		return hit ? faults[choice] : undefined;
	};
}
