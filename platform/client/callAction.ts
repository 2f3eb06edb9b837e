import { askedPause, pauseBefore } from './backoff';
import { howToRepeat, isThrottling, mayHaveBeenDone, mustNotRepeat } from './retry';
import { readEnvelope } from './envelope';
import type { Answer, RawAnswer } from './envelope';
import type {
	CallFault,
	NetworkFault,
	SignedText,
	StoppedFault,
	UnreadableFault,
} from '../errors/faults';
import type { ActionParameters } from '../catalog/actionParameters';
import { fail } from '../result';
import type { Result } from '../result';
import type { Turn } from './share';

/** One call of the cloud API: what is asked, before anything is signed. */
export interface ActionCall {
	/** As the platform spells it, e.g. `CancelOTATaskByDevice`. */
	readonly action: string;
	readonly parameters: ActionParameters;
	/** Nobody knows whether it may be done twice, so it is not repeated once it may have been carried out. */
	readonly once?: true;
}

/** What came of one attempt to send. */
export type Sent = RawAnswer | NetworkFault | StoppedFault | UnreadableFault;

/** What the client needs of the world around it. */
export interface ClientTools {
	/** Signs and sends one attempt, anew each time. Never throws. */
	readonly send: (call: ActionCall) => Promise<Sent>;
	/** Resolves when another request of this action may leave. */
	readonly turn: (action: string) => Promise<Turn | undefined>;
	/**
	 * Told what became of a turn, to set the pace: throttled, and for how many ms the platform asked to wait
	 * (0 when it did not), or let through (undefined).
	 */
	readonly pace: (action: string, throttledFor: number | undefined, turn: Turn | undefined) => void;
	/** Ms that a call may wait in all because of throttling; five minutes unless given. */
	readonly patience?: number;
	/** Waits for so many ms; ends early, without throwing, when the workflow is stopped. */
	readonly sleep: (ms: number) => Promise<void>;
	/** Whether the user stopped the workflow. */
	readonly stopped: () => boolean;
	/**
	 * Takes the `Date` header of an answer that refused the time, and when that attempt was signed; returns
	 * whether another attempt may pass.
	 */
	readonly learnTime: (dateHeader: string | undefined, signedAt: number) => boolean;
	/** Compares what a refusal quotes of the signed text with what was signed for the call; absent = nothing is compared. */
	readonly compareSigned?: (call: ActionCall, message: string) => SignedText | undefined;
	/** From 0 up to but not including 1. */
	readonly random: () => number;
	/** Ms since 1970. */
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

/** Ms that a call waits in all for a platform that throttles, apart from its attempts. */
const PATIENCE = 5 * 60_000;

/**
 * How often a refused time is tried anew. Where two servers with different clocks share a name, every second
 * attempt meets the wrong one: twenty all do so once in a million calls.
 */
const CLOCK_REPEATS = 20;

/**
 * Calls an action and repeats the attempt where a later one can pass: 5xx, network faults, an unreadable
 * answer, a clock that can be learned. Throttling is no attempt: it is waited out with patience of its own.
 * Each attempt is signed anew by `send`. An action that makes something anew each time is not repeated once
 * an attempt may have been carried out. Never throws.
 * @param maxAttempts from 1
 */
export async function callAction(
	call: ActionCall,
	maxAttempts: number,
	tools: ClientTools,
): Promise<CallOutcome> {
	const repeats = new Repeats(call, maxAttempts, tools);
	let inDoubt = false;
	for (let attempts = 0; ; attempts++) {
		const turn = await tools.turn(call.action);
		if (tools.stopped()) return { ok: false, fault: { kind: 'stopped' }, attempts, inDoubt };
		const signedAt = repeats.begin();
		const sent = await tools.send(call);
		const read = readSent(sent);
		if (read.ok) {
			tools.pace(call.action, undefined, turn);
			return { ok: true, answer: read.value, attempts: attempts + 1, inDoubt };
		}
		const fault = withSigned(read.fault, call, tools);
		const attempt: Attempt = { turn, signedAt, fault, headers: headersOf(sent) };
		if (!(await repeats.prepare(attempt))) {
			return { ok: false, fault, attempts: attempts + 1, inDoubt };
		}
		inDoubt ||= mayHaveBeenDone(fault);
	}
}

/** An attempt that did not succeed. */
interface Attempt {
	readonly turn: Turn | undefined;
	readonly signedAt: number;
	readonly fault: CallFault;
	readonly headers: Readonly<Record<string, string>>;
}

/** Whether and when the attempts of one call are repeated. */
class Repeats {
	/** Attempts that the platform, or the way to it, failed. */
	private attempts = 0;
	/** Those and all others. */
	private made = 0;
	private clockRefusals = 0;
	private nonceRefusals = 0;
	private throttledAt: number | undefined;
	private waitedOut = 0;

	private readonly action: string;

	constructor(
		private readonly call: ActionCall,
		private readonly maxAttempts: number,
		private readonly tools: ClientTools,
	) {
		this.action = call.action;
	}

	/** An attempt begins: what was waited until now because of throttling is counted. Returns the time. */
	begin(): number {
		const now = this.tools.now();
		if (this.throttledAt !== undefined) this.waitedOut += now - this.throttledAt;
		this.throttledAt = undefined;
		this.made++;
		return now;
	}

	/** Sets the pace and makes the pause before another attempt; returns whether there is to be one. */
	async prepare(attempt: Attempt): Promise<boolean> {
		const { fault, turn, signedAt, headers } = attempt;
		if (isThrottling(fault)) return this.waitForPace(attempt);
		// A refusal for any other reason was let through, and counts in the platform's second.
		if (fault.kind === 'refused') this.tools.pace(this.action, undefined, turn);
		switch (mustNotRepeat(this.call, fault) ? 'never' : howToRepeat(fault)) {
			case 'never':
				return false;
			case 'withOwnTime':
				return (
					++this.clockRefusals <= CLOCK_REPEATS && this.tools.learnTime(headers.date, signedAt)
				);
			case 'atOnce':
				return ++this.nonceRefusals <= 1;
			case 'later':
				return await this.pause(attempt);
		}
	}

	/** Throttling concerns everyone in the lane, so the pause is served there, before the next turn. */
	private waitForPace({ fault, turn, headers }: Attempt): boolean {
		const now = this.tools.now();
		const asked = askedPause(headers['retry-after'], now);
		const pause = asked > 0 ? pauseBefore(1, headers['retry-after'], this.tools.random, now) : 0;
		this.tools.pace(this.action, pause, turn);
		if (this.waitedOut + pause >= (this.tools.patience ?? PATIENCE)) return false;
		this.throttledAt = now;
		this.tell(pause, fault);
		return true;
	}

	private async pause({ fault, headers }: Attempt): Promise<boolean> {
		if (++this.attempts >= this.maxAttempts) return false;
		const { random, now } = this.tools;
		const pause = pauseBefore(this.attempts, headers['retry-after'], random, now());
		this.tell(pause, fault);
		await this.tools.sleep(pause);
		return true;
	}

	private tell(pause: number, fault: CallFault): void {
		this.tools.onRetry?.({ action: this.action, attempt: this.made, pause, fault });
	}
}

function headersOf(sent: Sent): Readonly<Record<string, string>> {
	return sent.kind === 'answered' ? sent.headers : {};
}

/** A refused signature, with what the platform signed instead where it says so. */
function withSigned(fault: CallFault, call: ActionCall, tools: ClientTools): CallFault {
	if (fault.kind !== 'refused' || fault.meaning?.kind !== 'signature') return fault;
	const signed = tools.compareSigned?.(call, fault.platformMessage);
	return signed ? { ...fault, signed } : fault;
}

function readSent(sent: Sent): Result<Answer, CallFault> {
	return sent.kind === 'answered' ? readEnvelope(sent) : fail(sent);
}
