/**
 * Requests leave a little further apart than the rate asks: the way to the platform takes now longer, now
 * shorter, and eleven must not arrive within a second in which ten may.
 */
const MARGIN = 1.05;

/** The platform counts requests by the second, so a lane thinks in seconds, with the margin. Ms. */
export const CYCLE = 1000 * MARGIN;

/**
 * A place is taken again after so many ms, drawn anew each time: soon enough not to lose it to another
 * process each second, and never in step with one.
 */
const AGAIN = { least: 1015, more: 20 };

/** Ms until a lane asks for one more place, at first and at the most. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 11_000;

/** One with places asks once in so many of its requests, though not more often than so many ms. */
const REQUESTS_BETWEEN = 18;
const SHORTEST_WAIT = 2_000;

/** How much longer each no, and how much shorter a lone yes, makes the wait. */
const PATIENCE = 1.5;

/** Ms until the next question after a yes where there was more than one place: others may have ended. */
const FOLLOW_UP = 100;

/** A request that left, by which its answer is told from those of others. */
export interface Turn {
	/** When it left, ms. */
	readonly at: number;
}

/** What a lane holds of the limit: one request in each second. */
interface Place {
	/** When it may be taken again, ms. */
	readonly due: number;
	/** The request that took it last. */
	readonly by: Turn;
}

/**
 * Finds out how much a lane may send of a limit that other processes use too, of which it sees nothing but
 * whether its own requests are throttled. A request that was let through holds a place: the platform counts
 * it for a second, and then there is room for one again. A throttled one loses its place, and one alone. From
 * time to time the lane asks for a place more by sending a request without one. Until something is throttled,
 * and once it has as many places as its rate allows, nothing is limited.
 */
export class Share {
	/** While nothing is limited: what left within the last cycle. */
	private recent: Turn[] = [];
	/** The one that is due first stands first. */
	private places: Place[] = [];
	private isLimited = false;
	private question: Turn | undefined;
	private isFollowUp = false;
	private wait = FIRST_WAIT;
	private nextQuestion = 0;

	/** @param random from 0 up to but not including 1, so that processes do not ask in step */
	constructor(private readonly random: () => number) {}

	/** When the next request may leave, ms. */
	due(): number {
		if (!this.isLimited) return -Infinity;
		return Math.min(this.places[0]?.due ?? Infinity, this.nextQuestion);
	}

	/** A request leaves now. */
	left(now: number): Turn {
		const turn = { at: now };
		if (!this.isLimited) {
			this.recent = [...this.recent.filter(({ at }) => at > now - CYCLE), turn];
			return turn;
		}
		if (this.places[0] && this.places[0].due <= now) {
			this.places.shift();
		} else {
			this.question = turn;
			// In case that no answer comes.
			this.nextQuestion = now + LONGEST_WAIT;
		}
		this.hold(now + AGAIN.least + AGAIN.more * this.random(), turn);
		return turn;
	}

	/** A request was let through. */
	passed(turn: Turn, requestsPerSecond: number, now: number): void {
		if (!this.isLimited) return;
		if (turn === this.question) this.heardYes(now);
		if (this.places.length >= requestsPerSecond) this.forget();
	}

	/** A request was throttled. */
	throttled(turn: Turn, now: number): void {
		if (!this.isLimited) this.limit(now);
		this.places = this.places.filter(({ by }) => by !== turn);
		if (turn === this.question) this.heardNo(now);
		else if (this.places.length === 0) this.askLater(now);
	}

	/** Starts anew, as if nothing had been throttled. */
	forget(): void {
		this.isLimited = false;
		this.question = undefined;
		this.isFollowUp = false;
		this.places = [];
		this.recent = [];
	}

	/** What was not throttled within the last cycle are the places that the lane begins with. */
	private limit(now: number): void {
		this.isLimited = true;
		for (const by of this.recent) {
			if (by.at > now - CYCLE) this.hold(by.at + CYCLE, by);
		}
		this.recent = [];
		this.wait = FIRST_WAIT;
		this.askLater(now);
	}

	private heardYes(now: number): void {
		this.question = undefined;
		this.isFollowUp = this.places.length > 1;
		if (this.isFollowUp) {
			this.nextQuestion = now + this.jittered(FOLLOW_UP);
		} else {
			this.wait /= PATIENCE;
			this.askLater(now);
		}
	}

	private heardNo(now: number): void {
		this.question = undefined;
		// Several questions in a row are as one.
		if (!this.isFollowUp) this.wait = Math.min(this.wait * PATIENCE, LONGEST_WAIT);
		this.isFollowUp = false;
		this.askLater(now);
	}

	private askLater(now: number): void {
		const held = this.places.length;
		const usual = held > 0 ? Math.max(SHORTEST_WAIT, (REQUESTS_BETWEEN * CYCLE) / held) : Infinity;
		this.nextQuestion = now + this.jittered(Math.min(this.wait, usual));
	}

	private jittered(ms: number): number {
		return ms * (0.5 + this.random());
	}

	private hold(due: number, by: Turn): void {
		const later = this.places.findIndex((place) => place.due > due);
		this.places.splice(later < 0 ? this.places.length : later, 0, { due, by });
	}
}
