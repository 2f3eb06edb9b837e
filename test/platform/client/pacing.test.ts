import fc from 'fast-check';
import { Lane, Lanes } from '../../../platform/client/pacing';
import type { Waiting } from '../../../platform/client/pacing';

/** Ms that the first request has for opening a connection, on top of the gap. */
const HEAD_START = 100;

/** A clock that only moves when someone waits. */
function fakeWaiting(): Waiting & { stop(): void } {
	let now = 0;
	let stopped = false;
	return {
		now: () => now,
		sleep: async (ms) => {
			now += ms;
		},
		stopped: () => stopped,
		stop: () => (stopped = true),
	};
}

/** Another execution that lives by the same clock. */
function fakeWaitingFrom({ now, sleep }: Waiting): Waiting {
	return { now, sleep, stopped: () => false };
}

async function starts(lane: Lane, rate: number, count: number, waiting: Waiting) {
	const times: number[] = [];
	// One after the other: the fake clock moves for all at once, so a crowd would read each other's time.
	for (let turn = 0; turn < count; turn++) {
		await lane.turn(rate, waiting);
		times.push(waiting.now());
	}
	return times;
}

function gaps(times: readonly number[]): number[] {
	return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

describe('a lane', () => {
	it('given any rate, when many wait for a turn, then no second holds more than the rate and little time is lost', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 100 }),
				fc.integer({ min: 2, max: 150 }),
				async (rate, count) => {
					const times = await starts(new Lane(), rate, count, fakeWaiting());
					for (const [index, time] of times.entries()) {
						const inSecond = times.slice(index).filter((other) => other < time + 1000);
						expect(inSecond.length).toBeLessThanOrEqual(rate);
					}
					const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
					expect(span).toBeLessThanOrEqual((1.06 * (count - 1) * 1000) / rate + HEAD_START);
				},
			),
		);
	});

	it('given a pause that the platform asked for, when others wait, then all are held back', async () => {
		const waiting = fakeWaiting();
		const lane = new Lane();
		await lane.turn(10, waiting);
		lane.throttled(5_000, waiting.now());
		expect((await starts(lane, 10, 1, fakeWaitingFrom(waiting)))[0]).toBeGreaterThanOrEqual(5_000);
	});

	it('given a lane that was quiet for a second, when requests leave again, then only the first has a head start', async () => {
		const waiting = fakeWaiting();
		const lane = new Lane();
		await starts(lane, 10, 3, waiting);
		await waiting.sleep(900);
		const busy = await starts(lane, 10, 3, waiting);
		await waiting.sleep(1_200);
		const quiet = await starts(lane, 10, 3, waiting);

		expect(gaps(busy)).toEqual([expect.closeTo(105), expect.closeTo(105)]);
		expect(gaps(quiet)).toEqual([expect.closeTo(105 + HEAD_START), expect.closeTo(105)]);
	});

	it('given a stopped workflow, when it waits for a turn, then it waits no longer', async () => {
		const waiting = fakeWaiting();
		const lane = new Lane();
		await lane.turn(1, waiting);
		lane.throttled(60_000, waiting.now());
		waiting.stop();
		await lane.turn(1, waiting);
		expect(waiting.now()).toBe(0);
	});

	it('given instance, key and action, when asked for twice, then it is one lane, and another for another action', () => {
		const lanes = new Lanes();
		expect(lanes.of('https://a', 'key', 'Cancel')).toBe(lanes.of('https://a', 'key', 'Cancel'));
		expect(lanes.of('https://a', 'key', 'List')).not.toBe(lanes.of('https://a', 'key', 'Cancel'));
	});
});
