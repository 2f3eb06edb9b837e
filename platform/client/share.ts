import { Trips } from './trips';

/**
 * Requests leave a little further apart than the rate asks: the way to the platform takes now longer, now
 * shorter, and eleven must not arrive within a second in which ten may.
 */
const MARGIN = 1.05;

/** The platform counts requests by the second, so a lane thinks in seconds, with the margin. Ms. */
export const CYCLE = 1000 * MARGIN;

/**
 * A place is taken again after so many ms, drawn anew each time, and later by as much as the way takes now longer,
 * now shorter: late enough that the second of before is over when the request arrives, soon enough not to lose the
 * place to another process each second, and never in step with one.
 */
const AGAIN = { least: 1020, more: 25 };

/** Ms before a lane asks for its first place, and before one that has given up places asks for more. */
const FIRST_WAIT = 500;

/**
 * Ms between the questions of a lane with one place or none, and with two. The less it has, the more often it asks,
 * so that places go from lanes with more to lanes with less and all end at about the same time: the last one would
 * else be alone with a single place, and the limit stand idle around it. Each question costs a throttled request or
 * moves a place, and ten requests a second bear about one a second of that.
 */
const WAIT_WITH_ONE = 12_000;
const WAIT_WITH_TWO = 18_000;

/** One with three or more reckons with few others, and asks once in so many ms for each place that it has. */
const WAIT_PER_PLACE = 24_000;

/** So many times longer is the wait after a no, up to those above, and so many times shorter after each yes in a row. */
const LONGER = 4;
const SHORTER = 10;

/** A request that left, by which its answer is told from those of others. */
export interface Turn {
	/** When it left, ms. */
	readonly at: number;
}

/** A request that left while nothing was limited. */
interface Early {
	readonly turn: Turn;
	/** When its answer came, ms. */
	answered?: number;
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
 * whether its own requests are throttled. Until something is throttled, and once it has as many places as its
 * rate allows, nothing is limited. Otherwise:
 *
 * - A request that was let through holds a place: the platform counts it for a second, and then there is room
 *   for one again. A throttled one loses its place. Lanes that keep to their places are not throttled.
 * - From time to time a lane asks for a place more, by a request without one. A no costs one throttled request,
 *   so the wait grows with each; how long it may grow depends on how many others the lane must reckon with,
 *   which it tells by its places. After a yes there may be room for more, since others have ended, so it asks
 *   again at once until it hears a no.
 * - A lane with more than half of the limit that is throttled has met another, and gives up half of its places.
 */
export class Share {
	/** While nothing is limited: what left within the last cycle. */
	private recent: Early[] = [];
	/** The one that is due first stands first. */
	private places: Place[] = [];
	/** When something was throttled first, ms; undefined while nothing is limited. */
	private limitedAt: number | undefined;
	private question: Turn | undefined;
	private yesInRow = 0;
	private wait = FIRST_WAIT;
	private nextQuestion = 0;
	private readonly trips = new Trips();

	/** @param random from 0 up to but not including 1, so that processes do not ask in step */
	constructor(private readonly random: () => number) {}

	/** When the next request may leave, ms. */
	due(): number {
		if (this.limitedAt === undefined) return -Infinity;
		return Math.min(this.places[0]?.due ?? Infinity, this.nextQuestion);
	}

	/** A request leaves now. */
	left(now: number): Turn {
		const turn = { at: now };
		if (this.limitedAt === undefined) {
			this.recent = [...this.recent.filter(({ turn: { at } }) => at > now - CYCLE), { turn }];
			return turn;
		}
		if (this.places[0] && this.places[0].due <= now) {
			this.places.shift();
		} else {
			this.question = turn;
			// In case that no answer comes.
			this.nextQuestion = now + WAIT_WITH_ONE;
		}
		const again = AGAIN.least + this.trips.spread + AGAIN.more * this.random();
		this.hold(now + again, turn);
		return turn;
	}

	/** A request was let through. */
	passed(turn: Turn, requestsPerSecond: number, now: number): void {
		this.note(turn, now);
		if (this.limitedAt === undefined) {
			const early = this.recent.find((one) => one.turn === turn);
			if (early) early.answered = now;
			return;
		}
		if (turn === this.question) this.heardYes(now);
		if (this.places.length >= requestsPerSecond) this.forget();
	}

	/** A request was throttled. */
	throttled(turn: Turn, requestsPerSecond: number, now: number): void {
		this.note(turn, now);
		if (this.limitedAt === undefined) this.limit(now);
		this.places = this.places.filter(({ by }) => by !== turn);
		if (turn === this.question) {
			this.heardNo(now);
		} else if (this.places.length > requestsPerSecond / 2) {
			this.places = this.places.filter((_, index) => index % 2 === 1);
			this.wait = FIRST_WAIT;
			this.askLater(now);
		} else if (this.places.length === 0) {
			this.askLater(now);
		}
	}

	/** Starts anew, as if nothing had been throttled. */
	forget(): void {
		this.limitedAt = undefined;
		this.question = undefined;
		this.yesInRow = 0;
		this.places = [];
		this.recent = [];
	}

	/** How long it took, but of what left in the rush before something was throttled: that took longer than usual. */
	private note(turn: Turn, now: number): void {
		if (this.limitedAt !== undefined && turn.at > this.limitedAt) this.trips.took(now - turn.at);
	}

	/**
	 * What was not throttled within the last cycle are the places that the lane begins with. Processes that begin
	 * together keep each other waiting, so their first requests may arrive much later than they left: only the
	 * answer tells that one was there. Taken again too soon, their places would all be lost at once, and most of
	 * the limit stand idle.
	 */
	private limit(now: number): void {
		this.limitedAt = now;
		for (const { turn, answered } of this.recent) {
			if (turn.at > now - CYCLE) this.hold((answered ?? now) + CYCLE, turn);
		}
		this.recent = [];
		// With this request alone it may have come late, beside one that has all the places.
		this.wait = this.places.length > 1 ? this.longestWait() : FIRST_WAIT;
		this.askLater(now);
	}

	private heardYes(now: number): void {
		this.question = undefined;
		this.yesInRow++;
		this.wait = Math.min(this.wait, this.longestWait());
		this.askLater(now);
	}

	private heardNo(now: number): void {
		this.question = undefined;
		// Several questions in a row are as one.
		if (this.yesInRow === 0) this.wait = Math.min(this.wait * LONGER, this.longestWait());
		this.yesInRow = 0;
		this.askLater(now);
	}

	/** Ms between two questions while all are answered with no. */
	private longestWait(): number {
		const held = this.places.length;
		if (held <= 1) return WAIT_WITH_ONE;
		return held === 2 ? WAIT_WITH_TWO : WAIT_PER_PLACE / held;
	}

	private askLater(now: number): void {
		const usual = Math.min(this.wait, this.longestWait()) / SHORTER ** this.yesInRow;
		this.nextQuestion = now + usual * (0.75 + 0.5 * this.random());
	}

	private hold(due: number, by: Turn): void {
		const later = this.places.findIndex((place) => place.due > due);
		this.places.splice(later < 0 ? this.places.length : later, 0, { due, by });
	}
}
