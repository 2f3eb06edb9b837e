/** How much the latest trip counts, from 0 to 1. */
const WEIGHT = 0.1;

/** A spread counts up to so many ms: one trip that hung for minutes must not slow a lane down for as long. */
const MOST = 200;

/** How long requests take to the platform and back, and by how much that varies. */
export class Trips {
	private usual: number | undefined;
	private variation = 0;

	/** Ms by which a trip differs from the usual one, on average of the last ones. */
	get spread(): number {
		return Math.min(this.variation, MOST);
	}

	/** A request was answered. @param ms from its leaving to its answer */
	took(ms: number): void {
		if (this.usual === undefined) {
			this.usual = ms;
			return;
		}
		this.variation += WEIGHT * (Math.abs(ms - this.usual) - this.variation);
		this.usual += WEIGHT * (ms - this.usual);
	}
}
