/** Past this the computer's clock is broken rather than off, and its owner has to know. Ms. */
const LARGEST_OFFSET = 24 * 60 * 60 * 1000;

/**
 * Knows how far each instance's clock is from this computer's. Kept for the life of the process, so that
 * the signer, which n8n calls apart from the client, follows what the client has learned.
 */
export class PlatformClocks {
	private readonly offsets = new Map<string, number>();

	constructor(private readonly here: () => number = Date.now) {}

	/** The time at an instance, ms since 1970. `origin` is its `Endpoint.origin`. */
	now(origin: string): number {
		return this.here() + (this.offsets.get(origin) ?? 0);
	}

	/**
	 * Learns from the `Date` header of an answer that refused the time. Returns whether that gives hope for
	 * one more attempt: the header is readable, and no more than a day from this computer's clock.
	 */
	learn(origin: string, dateHeader: string | undefined): boolean {
		const offset = Date.parse(dateHeader ?? '') - this.here();
		if (Number.isNaN(offset) || Math.abs(offset) > LARGEST_OFFSET) return false;
		this.offsets.set(origin, offset);
		return true;
	}
}

/** The clocks of all instances that this process talks to. */
export const platformClocks = new PlatformClocks();
