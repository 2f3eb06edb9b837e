import fc from 'fast-check';
import { pauseBefore } from '../../../platform/client/backoff';

const NOW = Date.UTC(2024, 10, 19, 9, 47, 43);
const LONGEST = 20_000;
const LONGEST_ASKED = 60_000;

const attempt = fc.integer({ min: 1, max: 2000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function longestJitter(ofAttempt: number): number {
	return Math.min(LONGEST, 500 * 2 ** (ofAttempt - 1));
}

describe('given no wish of the server', () => {
	it.each([
		[1, 500],
		[2, 1000],
		[3, 2000],
		[4, 4000],
		[6, 16_000],
		[7, 20_000],
		[50, 20_000],
	])('when attempt %d has passed, then the pause is any up to %d ms', (made, longest) => {
		expect(pauseBefore(made, undefined, () => 0, NOW)).toBe(0);
		expect(pauseBefore(made, undefined, () => 0.5, NOW)).toBe(longest / 2);
		expect(pauseBefore(made, undefined, () => 1 - 2 ** -53, NOW)).toBe(longest);
	});

	it('when any attempt has passed, then the pause is whole, not negative and no longer than 20 s', () => {
		fc.assert(
			fc.property(attempt, random, (made, share) => {
				const pause = pauseBefore(made, undefined, () => share, NOW);
				expect(Number.isSafeInteger(pause)).toBe(true);
				expect(pause).toBeGreaterThanOrEqual(0);
				expect(pause).toBeLessThanOrEqual(longestJitter(made));
			}),
		);
	});
});

describe('given a server that asks for a pause', () => {
	it.each([
		['0', 0],
		['1', 1000],
		[' 3 ', 3000],
		['1.5', 1500],
		['60', 60_000],
		['61', 60_000],
		['86400', 60_000],
		['-5', 0],
		['', 0],
		['  ', 0],
		['soon', 0],
		[new Date(NOW + 7000).toUTCString(), 7000],
		[new Date(NOW + 60_000).toUTCString(), 60_000],
		[new Date(NOW + 3_600_000).toUTCString(), 60_000],
		[new Date(NOW - 7000).toUTCString(), 0],
	])('when it asks for %j, then %d ms go before the jitter', (retryAfter, asked) => {
		expect(pauseBefore(1, retryAfter, () => 0, NOW)).toBe(asked);
		expect(pauseBefore(1, retryAfter, () => 0.5, NOW)).toBe(asked + 250);
	});

	it('when it asks for seconds, then the pause is no shorter, and longer by the jitter at most', () => {
		fc.assert(
			fc.property(attempt, random, fc.nat({ max: 60 }), (made, share, seconds) => {
				const pause = pauseBefore(made, String(seconds), () => share, NOW);
				expect(pause).toBeGreaterThanOrEqual(seconds * 1000);
				expect(pause).toBeLessThanOrEqual(seconds * 1000 + longestJitter(made));
			}),
		);
	});

	it('when it names a date, then the pause lasts until then', () => {
		fc.assert(
			fc.property(attempt, random, fc.nat({ max: 60 }), (made, share, seconds) => {
				const date = new Date(NOW + seconds * 1000).toUTCString();
				expect(pauseBefore(made, date, () => share, NOW)).toBe(
					pauseBefore(made, String(seconds), () => share, NOW),
				);
			}),
		);
	});

	it('when it sends any text, then the pause keeps within its bounds', () => {
		fc.assert(
			fc.property(attempt, random, fc.string(), (made, share, retryAfter) => {
				const pause = pauseBefore(made, retryAfter, () => share, NOW);
				expect(Number.isSafeInteger(pause)).toBe(true);
				expect(pause).toBeGreaterThanOrEqual(0);
				expect(pause).toBeLessThanOrEqual(LONGEST_ASKED + LONGEST);
			}),
		);
	});
});
