/** So many of the last trips count: a way that was slow for a moment is forgotten after as many requests. */
const LAST = 5;

/** Below so many trips nothing is known yet. */
const ENOUGH = 3;

/** A spread counts up to so many ms: trips that hang for minutes must not slow a lane down for as long. */
const MOST = 200;

/** By how much the time varies that requests take to the platform and back. */
export class Trips {
	private last: readonly number[] = [];

	/** Ms by which a trip differs from the usual one. The longest and the shortest of the last ones do not count. */
	get spread(): number {
		if (this.last.length < ENOUGH) return 0;
		const usual = this.last.toSorted((a, b) => a - b).slice(1, -1);
		const [shortest = 0, longest = shortest] = [usual.at(0), usual.at(-1)];
		return Math.min((longest - shortest) / 2, MOST);
	}

	/** A request was answered. @param ms from its leaving to its answer */
	took(ms: number): void {
		this.last = [...this.last.slice(1 - LAST), ms];
	}
}
