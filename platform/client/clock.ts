/** Past this the computer's clock is broken rather than off, and its owner has to know. Ms. */
const LARGEST_OFFSET = 24 * 60 * 60 * 1000;

/** Two offsets that differ by less are of one clock: the platform takes 15 minutes either way. Ms. */
const SAME_CLOCK = 5 * 60 * 1000;

/** A clock that was not seen for so long, while another was, is no longer there: it was set right. Ms. */
const GONE_AFTER = 60 * 1000;

/** A clock that an instance has shown. */
interface SeenClock {
	/** Ms ahead of this computer's. */
	readonly offset: number;
	/** When it was seen first and last, by this computer's clock. */
	readonly since: number;
	readonly seen: number;
}

/**
 * Knows how far each instance's clock is from this computer's. Kept for the life of the process, so that
 * the signer, which n8n calls apart from the client, follows what the client has learned. Several servers
 * behind one name may have several clocks; which of them takes a request is not known beforehand.
 */
export class PlatformClocks {
	private readonly clocks = new Map<string, readonly SeenClock[]>();

	/** @param random from 0 up to but not including 1 */
	constructor(
		private readonly here: () => number = Date.now,
		private readonly random: () => number = Math.random,
	) {}

	/**
	 * The time to sign a request with, ms since 1970; for nothing else, since a `Date` header may be wrong.
	 * Where an instance has shown several clocks, any of them, so that no order of servers keeps refusing.
	 * @param origin its `Endpoint.origin`
	 */
	now(origin: string): number {
		const clocks = this.clocks.get(origin) ?? [];
		const clock = clocks[Math.floor(this.random() * clocks.length)];
		return this.here() + (clock?.offset ?? 0);
	}

	/**
	 * Learns from the `Date` header of an answer that refused the time. Returns whether that gives hope for
	 * one more attempt: the header is readable, no more than a day from this computer's clock, and tells
	 * something that the refused attempt was not signed with.
	 * @param signedAt when that attempt was signed, by this computer's clock
	 */
	learn(origin: string, dateHeader: string | undefined, signedAt = this.here()): boolean {
		const now = this.here();
		const offset = Date.parse(dateHeader ?? '') - now;
		if (Number.isNaN(offset) || Math.abs(offset) > LARGEST_OFFSET) return false;
		const clocks = this.clocks.get(origin) ?? [];
		const isSame = (clock: SeenClock) => Math.abs(clock.offset - offset) < SAME_CLOCK;
		const known = clocks.find(isSame);
		const others = clocks.filter((clock) => !isSame(clock) && now - clock.seen < GONE_AFTER);
		const learned: SeenClock = { offset, since: known?.since ?? now, seen: now };
		this.clocks.set(origin, [learned, ...others]);
		return !known || known.since >= signedAt || others.length > 0;
	}
}

/** The clocks of all instances that this process talks to. */
export const platformClocks = new PlatformClocks();
