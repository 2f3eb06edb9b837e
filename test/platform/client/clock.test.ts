import { PlatformClocks, platformClocks } from '../../../platform/client/clock';

const NOW = Date.UTC(2024, 10, 19, 9, 47, 43);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const A = 'https://a.example.com:8686';
const B = 'https://b.example.com:8686';

function dateHeader(offset: number): string {
	return new Date(NOW + offset).toUTCString();
}

describe('given a computer that knows nothing of an instance’s clock', () => {
	it('when the time there is asked for, then it is the time here', () => {
		expect(new PlatformClocks(() => NOW).now(A)).toBe(NOW);
	});

	it('when no other clock is given, then the computer’s own is used', () => {
		const before = Date.now();
		const told = platformClocks.now('https://never-learned.example.com');
		expect(told).toBeGreaterThanOrEqual(before);
		expect(told).toBeLessThanOrEqual(Date.now());
	});
});

describe('given an answer that refused the time', () => {
	it.each([-DAY, -20 * MINUTE, -1000, 0, 1000, 20 * MINUTE, DAY])(
		'when its date is off by %d ms, then the instance’s time is known from then on',
		(offset) => {
			let here = NOW;
			const clocks = new PlatformClocks(() => here);

			expect(clocks.learn(A, dateHeader(offset))).toBe(true);
			expect(clocks.now(A)).toBe(NOW + offset);
			here += MINUTE;
			expect(clocks.now(A)).toBe(NOW + offset + MINUTE);
		},
	);

	it.each([-DAY - 1000, DAY + 1000, 400 * DAY])(
		'when its date is off by %d ms, more than a day, then nothing is learned',
		(offset) => {
			const clocks = new PlatformClocks(() => NOW);
			expect(clocks.learn(A, dateHeader(offset))).toBe(false);
			expect(clocks.now(A)).toBe(NOW);
		},
	);

	it.each([undefined, '', 'yesterday', 'Tue, 99 Nov 2024'])(
		'when its date is %j, then nothing is learned',
		(header) => {
			const clocks = new PlatformClocks(() => NOW);
			expect(clocks.learn(A, header)).toBe(false);
			expect(clocks.now(A)).toBe(NOW);
		},
	);

	it('when it came from one instance, then the time at another stays as it was', () => {
		const clocks = new PlatformClocks(() => NOW);
		clocks.learn(A, dateHeader(20 * MINUTE));
		expect(clocks.now(B)).toBe(NOW);
	});

	it('when a later one says otherwise, then either is used until the first was long not seen', () => {
		let here = NOW;
		let drawn = 0;
		const clocks = new PlatformClocks(
			() => here,
			() => drawn,
		);
		expect(clocks.learn(A, dateHeader(60 * MINUTE))).toBe(true);
		expect(clocks.learn(A, dateHeader(0))).toBe(true);
		expect(clocks.now(A)).toBe(NOW);
		drawn = 0.9;
		expect(clocks.now(A)).toBe(NOW + 60 * MINUTE);
		here += 2 * MINUTE;
		clocks.learn(A, dateHeader(2 * MINUTE));
		expect(clocks.now(A)).toBe(here);
	});

	it('when it tells what the attempt was signed with, then there is no hope, else there is', () => {
		let here = NOW;
		const clocks = new PlatformClocks(() => here);
		const inFlight = here;
		expect(clocks.learn(A, dateHeader(60 * MINUTE))).toBe(true);
		expect(clocks.learn(A, dateHeader(60 * MINUTE), inFlight)).toBe(true);
		here += 50;
		expect(clocks.learn(A, dateHeader(60 * MINUTE), here)).toBe(false);
	});

	it('when a later one tells nothing, then what was learned is kept', () => {
		const clocks = new PlatformClocks(() => NOW);
		clocks.learn(A, dateHeader(20 * MINUTE));
		clocks.learn(A, undefined);
		expect(clocks.now(A)).toBe(NOW + 20 * MINUTE);
	});
});
