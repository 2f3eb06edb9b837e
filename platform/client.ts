import { pauseBefore } from './backoff';
import { ACTIONS, isAction } from './catalog';
import { readEnvelope } from './envelope';
import type { Answer, RawAnswer } from './envelope';
import { meaningOf } from './errors/codes';
import { isTurnedAway } from './faults';
import type { CallFault, NetworkFault, StoppedFault, UnreadableFault } from './faults';
import type { ActionParameters } from './request';

/** One call of the cloud API: what is asked, before anything is signed. */
export interface ActionCall {
	/** As the platform spells it, e.g. `CancelOTATaskByDevice`. */
	readonly action: string;
	readonly parameters: ActionParameters;
}

/** What came of one attempt to send. */
export type Sent = RawAnswer | NetworkFault | StoppedFault | UnreadableFault;

/** What the client needs of the world around it. */
export interface ClientTools {
	/** Signs and sends one attempt, anew each time. Never throws. */
	readonly send: (call: ActionCall) => Promise<Sent>;
	/** Resolves when another request of this action may leave. */
	readonly turn: (action: string) => Promise<void>;
	/** Told whether the platform throttled an action (for so many ms) or answered it, to set the pace. */
	readonly pace: (action: string, throttledFor: number | undefined) => void;
	/** Waits for so many ms; ends early, without throwing, when the workflow is stopped. */
	readonly sleep: (ms: number) => Promise<void>;
	/** Whether the user stopped the workflow. */
	readonly stopped: () => boolean;
	/** Takes the `Date` header of an answer that refused the time; returns whether another attempt may pass. */
	readonly learnTime: (dateHeader: string | undefined) => boolean;
	/** From 0 up to but not including 1. */
	readonly random: () => number;
	/** Ms since 1970, for a `Retry-After` that is a date. */
	readonly now: () => number;
	/** Told of every repeated attempt; the text holds no secret. */
	readonly onRetry?: (retry: {
		action: string;
		attempt: number;
		pause: number;
		fault: CallFault;
	}) => void;
}

/** What came of a call, all attempts together. */
export type CallOutcome = {
	/** Attempts made, from 1. 0 when the workflow was stopped before the first. */
	readonly attempts: number;
	/**
	 * Whether an attempt that got no readable answer may have been carried out all the same, so that a
	 * later refusal may speak of a thing already done.
	 */
	readonly inDoubt: boolean;
} & (
	| { readonly ok: true; readonly answer: Answer }
	| { readonly ok: false; readonly fault: CallFault }
);

/** Calls an action, with everything that callAction does. */
export type CallAction = (call: ActionCall) => Promise<CallOutcome>;

/**
 * Calls an action and repeats the attempt where a later one can pass: throttling, 5xx, network faults, an
 * unreadable answer, a clock that can be learned. Each attempt is signed anew by `send`. An action that makes
 * something anew each time is not repeated once an attempt may have been carried out. Never throws.
 * @param maxAttempts from 1
 */
export async function callAction(
	call: ActionCall,
	maxAttempts: number,
	tools: ClientTools,
): Promise<CallOutcome> {
	let inDoubt = false;
	let repeatedAtOnce = false;
	for (let attempt = 1; ; attempt++) {
		await tools.turn(call.action);
		if (tools.stopped()) {
			return { ok: false, fault: { kind: 'stopped' }, attempts: attempt - 1, inDoubt };
		}
		const sent = await tools.send(call);
		const judged = judge(sent);
		if (judged.ok) {
			tools.pace(call.action, undefined);
			return { ok: true, answer: judged.answer, attempts: attempt, inDoubt };
		}
		const { fault } = judged;
		const headers = sent.kind === 'answered' ? sent.headers : {};
		const makesTwo = isCreate(call.action) && mayHaveBeenDone(fault);
		const repeat = makesTwo ? 'never' : howToRepeat(fault);
		const hopeful =
			repeat === 'atOnce'
				? !repeatedAtOnce && (!isClock(fault) || tools.learnTime(headers.date))
				: repeat === 'later' && attempt < maxAttempts;
		if (!hopeful) return { ok: false, fault, attempts: attempt, inDoubt };

		inDoubt ||= mayHaveBeenDone(fault);
		if (repeat === 'atOnce') {
			repeatedAtOnce = true;
			continue;
		}
		const pause = pauseBefore(attempt, headers['retry-after'], tools.random, tools.now());
		tools.onRetry?.({ action: call.action, attempt, pause, fault });
		// Throttling concerns everyone in the lane, so the pause is served there, before the next turn.
		if (isThrottling(fault)) tools.pace(call.action, pause);
		else await tools.sleep(pause);
	}
}

function judge(sent: Sent): { ok: true; answer: Answer } | { ok: false; fault: CallFault } {
	if (sent.kind !== 'answered') return { ok: false, fault: sent };
	const envelope = readEnvelope(sent);
	return envelope.ok ? { ok: true, answer: envelope.value } : { ok: false, fault: envelope.fault };
}

type Repeat = 'never' | 'atOnce' | 'later';

/** Network faults that come back the same however often one asks. */
const LASTING = new Set(['certificate', 'notHttps', 'blocked']);

/**
 * Whether and how another attempt can help. `atOnce` is for a time or nonce that only this attempt had,
 * and is tried a single time.
 */
function howToRepeat(fault: CallFault): Repeat {
	switch (fault.kind) {
		case 'network':
			return LASTING.has(fault.reason) ? 'never' : 'later';
		case 'unreadable':
			return isLasting(fault) ? 'never' : 'later';
		case 'refused': {
			const meaning = meaningOf(fault.code);
			if (meaning?.kind === 'clock' || meaning?.kind === 'signature') {
				return meaning.retry ? 'atOnce' : 'never';
			}
			return meaning?.retry || fault.status === 429 || fault.status >= 500 ? 'later' : 'never';
		}
		case 'incomplete':
		case 'stopped':
			return 'never';
	}
}

function isCreate(action: string): boolean {
	return isAction(action) && ACTIONS[action].effect === 'create';
}

function isThrottling(fault: CallFault): boolean {
	return (
		(fault.kind === 'refused' || fault.kind === 'unreadable') &&
		(fault.status === 429 ||
			(fault.kind === 'refused' && meaningOf(fault.code)?.kind === 'throttle'))
	);
}

const LASTING_BODIES: ReadonlySet<string> = new Set(['redirect', 'openApi', 'tooLarge', 'tooDeep']);

/** Whether it comes back however often one asks. */
function isLasting({ found, status }: UnreadableFault): boolean {
	return LASTING_BODIES.has(found) || (isTurnedAway(status) && status !== 429);
}

/** Answers of somebody who did not pass the request on to the action. */
const NEVER_DONE: ReadonlySet<string> = new Set(['redirect', 'openApi', 'proxy']);

function isClock(fault: CallFault): boolean {
	return fault.kind === 'refused' && meaningOf(fault.code)?.kind === 'clock';
}

/** Whether a fault would come back for every other request too. */
export function endsEverything(fault: CallFault): boolean {
	if (fault.kind === 'stopped') return true;
	if (fault.kind !== 'refused') return false;
	const kind = meaningOf(fault.code)?.kind;
	return kind === 'auth' || kind === 'signature' || kind === 'clock';
}

/** Whether the platform may have carried out an attempt that ended in this fault. */
export function mayHaveBeenDone(fault: CallFault): boolean {
	switch (fault.kind) {
		case 'network':
			return ['timeout', 'reset', 'other'].includes(fault.reason);
		case 'unreadable':
			return !NEVER_DONE.has(fault.found) && !isTurnedAway(fault.status);
		case 'refused': {
			const kind = meaningOf(fault.code)?.kind;
			return kind !== 'throttle' && (fault.status >= 500 || kind === 'transient');
		}
		case 'incomplete':
		case 'stopped':
			return false;
	}
}
