/** First and longest pause before another attempt, ms. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;

/** A server that asks for a longer pause than this gets no further attempt in time anyway. Ms. */
const LONGEST_RETRY_AFTER = 60_000;

/**
 * How long to wait before another attempt, ms. Doubles with each attempt, then a random share of that is
 * taken ("full jitter"), so that many workflows do not come back together. A `Retry-After` header, in
 * seconds or as a date, is honoured up to a minute, with jitter on top of it.
 * @param attempt attempts made so far, from 1
 * @param random from 0 up to but not including 1
 */
export function pauseBefore(
	attempt: number,
	retryAfter: string | undefined,
	random: () => number,
	now: number,
): number {
	const jittered = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
	return Math.round(askedPause(retryAfter, now) + jittered);
}

/** How long a `Retry-After` header asks to wait, ms, up to a minute; 0 when it asks nothing. */
export function askedPause(retryAfter: string | undefined, now: number): number {
	if (retryAfter === undefined || retryAfter.trim() === '') return 0;
	const seconds = Number(retryAfter);
	const asked = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1000;
	return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), LONGEST_RETRY_AFTER);
}
