import { CYCLE, Share } from './share';
import type { Turn } from './share';

/** What a lane needs to keep time. */
export interface Waiting {
	/** Ms since some fixed moment. */
	readonly now: () => number;
	/** Waits for so many ms; ends early, without throwing, when the workflow is stopped. */
	readonly sleep: (ms: number) => Promise<void>;
	/** Whether the user stopped the workflow. */
	readonly stopped: () => boolean;
}

/** Ms without a request, when one could have left, after which a lane counts as quiet. */
const QUIET = 1000;

/**
 * Ms that the first request after a quiet time gets on top before the next may leave: it opens a connection and
 * arrives late, so that the eleventh would come too soon after it.
 */
const HEAD_START = 100;

/** Ms without a request or throttling after which others may have ended, so that a lane tries its full rate. */
const FORGOTTEN = 10_000;

/** How often those held back look whether who was told to wait is still there, ms. */
const LOOK_AGAIN = 500;

/** An execution in a lane. Its requests wait for each other, and its first for those of other executions. */
interface Caller {
	readonly waiting: Waiting;
	requestsPerSecond: number;
	queue: Promise<unknown>;
	/** How many of its requests wait. */
	inQueue: number;
	lastLeft: number;
	/** When its first request came to the front, in order of all callers. */
	cameAs: number;
	/** Until when its first request sleeps, ms. */
	wakesAt: number;
}

/** A pause that the platform asked for. */
interface Pause {
	readonly until: number;
	/** Who was told. Once that one is stopped, a single request may ask the platform again. */
	readonly told: Waiting | undefined;
	asked: Turn | undefined;
}

/**
 * Spaces out the requests of one action, key and instance. Each execution keeps its own rate, all together
 * the highest among them, or less where the platform throttles. First come first served among those that
 * may leave; throttling holds back all who wait, not only the one that was told.
 */
export class Lane {
	private readonly callers = new Map<Waiting, Caller>();
	private readonly owners = new WeakMap<Turn, Waiting>();
	private readonly share: Share;
	private lastTurn: Turn | undefined;
	private headStart = 0;
	private lastSign = -Infinity;
	private arrivals = 0;
	private pause: Pause | undefined;

	/** @param random from 0 up to but not including 1, so that processes do not ask in step */
	constructor(random: () => number = Math.random) {
		this.share = new Share(random);
	}

	/**
	 * Resolves when it is the caller's turn, or at once, without one, when the workflow is stopped.
	 * @param requestsPerSecond the caller's own limit, from 1
	 * @param waiting the same object for all requests of one execution
	 */
	async turn(requestsPerSecond: number, waiting: Waiting): Promise<Turn | undefined> {
		const caller = this.callerOf(waiting, requestsPerSecond);
		caller.inQueue++;
		const mine = caller.queue.then(async () => await this.wait(caller, requestsPerSecond));
		caller.queue = mine;
		try {
			return await mine;
		} finally {
			caller.inQueue--;
		}
	}

	/**
	 * A request was throttled: the lane becomes slower until requests pass again.
	 * @param ms how long the platform asked to wait; 0 when it did not
	 * @param turn of the request; the last that left unless given
	 */
	throttled(ms: number, now: number, turn: Turn | undefined = this.lastTurn): void {
		this.lastSign = now;
		if (turn) this.share.throttled(turn, this.rateAt(now), now);
		if (this.pause?.asked === turn) this.pause = undefined;
		const until = now + ms;
		if (ms <= 0 || (this.pause && this.pause.until >= until)) return;
		this.pause = { until, told: turn && this.owners.get(turn), asked: undefined };
	}

	/** A request was let through, whatever the platform answered. */
	answered(now = this.lastSign, turn: Turn | undefined = this.lastTurn): void {
		if (!turn) return;
		this.share.passed(turn, this.rateAt(now), now);
		if (this.pause?.asked === turn) this.pause = undefined;
	}

	private async wait(caller: Caller, requestsPerSecond: number): Promise<Turn | undefined> {
		const { waiting } = caller;
		caller.requestsPerSecond = requestsPerSecond;
		caller.cameAs = ++this.arrivals;
		if (waiting.now() - this.lastSign >= FORGOTTEN) this.share.forget();
		for (;;) {
			if (waiting.stopped()) return undefined;
			const now = waiting.now();
			const ms = this.dueFor(caller, now) - now;
			if (ms <= 0 && !this.isAnotherFirst(caller, now)) return this.leave(caller, now);
			// Throttling, or a request of another, may come first while this one sleeps, so look again after it.
			const held = this.isHeld(now) ? Math.min(ms, LOOK_AGAIN) : ms;
			caller.wakesAt = now + Math.max(held, 0);
			await waiting.sleep(Math.max(held, 0));
		}
	}

	private leave(caller: Caller, now: number): Turn {
		const isQuiet = now - this.nextShared(now) >= QUIET;
		const turn = this.share.left(now);
		if (this.pause && this.isHeld(now)) this.pause.asked = turn;
		this.owners.set(turn, caller.waiting);
		this.headStart = isQuiet ? HEAD_START : 0;
		this.lastTurn = turn;
		this.lastSign = now;
		caller.lastLeft = now;
		return turn;
	}

	private dueFor(caller: Caller, now: number): number {
		const own = caller.lastLeft + CYCLE / caller.requestsPerSecond;
		const due = Math.max(own, this.nextShared(now));
		if (!this.isHeld(now)) return Math.max(due, this.share.due());
		const mayAsk = this.pause?.told?.stopped() === true && !this.pause.asked;
		return mayAsk ? due : Math.max(due, this.pause?.until ?? due);
	}

	private isHeld(now: number): boolean {
		return this.pause !== undefined && now < this.pause.until;
	}

	private nextShared(now: number): number {
		return (this.lastTurn?.at ?? -Infinity) + CYCLE / this.rateAt(now) + this.headStart;
	}

	/** The highest rate among those who wait or have sent within the last cycle. */
	private rateAt(now: number): number {
		let highest = 1;
		for (const { inQueue, lastLeft, requestsPerSecond } of this.callers.values()) {
			const isActive = inQueue > 0 || lastLeft > now - CYCLE;
			if (isActive) highest = Math.max(highest, requestsPerSecond);
		}
		return highest;
	}

	/** Whether one that came before is awake, or about to be, and may leave as well. */
	private isAnotherFirst(caller: Caller, now: number): boolean {
		return [...this.callers.values()].some(
			(other) =>
				other.inQueue > 0 &&
				other.cameAs < caller.cameAs &&
				other.wakesAt <= now &&
				!other.waiting.stopped() &&
				this.dueFor(other, now) <= now,
		);
	}

	private callerOf(waiting: Waiting, requestsPerSecond: number): Caller {
		const known = this.callers.get(waiting);
		if (known) return known;
		const longAgo = waiting.now() - CYCLE;
		for (const [key, { inQueue, lastLeft }] of this.callers) {
			if (inQueue === 0 && lastLeft < longAgo) this.callers.delete(key);
		}
		const caller: Caller = {
			waiting,
			requestsPerSecond,
			queue: Promise.resolve(),
			inQueue: 0,
			lastLeft: -Infinity,
			cameAs: 0,
			wakesAt: Infinity,
		};
		this.callers.set(waiting, caller);
		return caller;
	}
}

/** Lanes that all executions of a process share. */
export class Lanes {
	private readonly lanes = new Map<string, Lane>();

	/** The lane of an action at one instance with one key. The platform counts each action by itself. */
	of(origin: string, accessKeyId: string, action: string): Lane {
		const key = JSON.stringify([origin, accessKeyId, action]);
		const lane = this.lanes.get(key) ?? new Lane();
		this.lanes.set(key, lane);
		return lane;
	}
}

/** The lanes of everything that this process talks to. */
export const platformLanes = new Lanes();
