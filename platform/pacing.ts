/** What a lane needs to keep time. */
export interface Waiting {
	/** Ms since some fixed moment. */
	readonly now: () => number;
	/** Waits for so many ms; ends early, without throwing, when the workflow is stopped. */
	readonly sleep: (ms: number) => Promise<void>;
	/** Whether the user stopped the workflow. */
	readonly stopped: () => boolean;
}

/**
 * Requests leave a little further apart than the rate asks: the way to the platform takes now longer, now
 * shorter, and eleven must not arrive within a second in which ten may.
 */
const MARGIN = 1.05;

/** Ms without a request, when one could have left, after which a lane counts as quiet. */
const QUIET = 1000;

/**
 * Ms that the first request after a quiet time gets on top before the next may leave: it opens a connection and
 * arrives late, so that the eleventh would come too soon after it.
 */
const HEAD_START = 100;

/** After throttling a lane runs at half its rate, and at an eighth of it at the least. */
const SLOWER = 2;
const SLOWEST = 8;

/** How much of the slowdown each answered request takes back. */
const RECOVERY = 0.9;

/**
 * Spaces out the requests of one action, key and instance. Whoever wants to send waits for a turn, first
 * come first served; throttling holds back all who wait, not only the one that was told.
 */
export class Lane {
	private earliest = -Infinity;
	private slowdown = 1;
	private queue: Promise<void> = Promise.resolve();

	/**
	 * Resolves when it is the caller's turn, or at once when the workflow is stopped.
	 * @param requestsPerSecond the caller's own limit
	 */
	async turn(requestsPerSecond: number, waiting: Waiting): Promise<void> {
		const before = this.queue;
		const mine = before.then(async () => await this.wait(requestsPerSecond, waiting));
		this.queue = mine;
		await mine;
	}

	/** Lets no one start for so many ms, and makes the lane slower until answers come again. */
	throttled(ms: number, now: number): void {
		this.earliest = Math.max(this.earliest, now + ms);
		this.slowdown = Math.min(this.slowdown * SLOWER, SLOWEST);
	}

	/** Takes back a part of what throttling has slowed down. */
	answered(): void {
		this.slowdown = Math.max(1, this.slowdown * RECOVERY);
	}

	private async wait(requestsPerSecond: number, waiting: Waiting): Promise<void> {
		// Throttling may hold the lane back while someone waits, so look again after each wait.
		for (;;) {
			if (waiting.stopped()) return;
			const ms = this.earliest - waiting.now();
			if (ms <= 0) break;
			await waiting.sleep(ms);
		}
		const now = waiting.now();
		const gap = (1000 / requestsPerSecond) * MARGIN * this.slowdown;
		const headStart = now - this.earliest >= QUIET ? HEAD_START : 0;
		this.earliest = Math.max(this.earliest, now) + gap + headStart;
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
