import { Lane } from '../../../platform/client/pacing';
import type { Waiting } from '../../../platform/client/pacing';
import { randomFrom } from '../../emulator/random';
import { FakeTime } from '../../support/fakeTime';
import { playCrowd } from '../../support/sharedLimit';
import type { Crowd } from '../../support/sharedLimit';

const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Plays a crowd once for each seed. Times are in shares of the least that the limit allows. */
async function playSeeds(
	processes: number,
	startWithin: number,
	{ latency = [10, 30], rush }: Partial<Pick<Crowd, 'latency' | 'rush'>> = {},
) {
	const limit = { requestsEach: 60, requestsPerSecond: 10, atOnce: 5 };
	const crowd = { ...limit, processes, startWithin, rush };
	const outcomes = await Promise.all(
		SEEDS.map(async (seed) => {
			const random = randomFrom(seed * 1000 + processes);
			return await playCrowd({ ...crowd, latency, random });
		}),
	);
	return {
		passed: outcomes.map(({ passed }) => passed),
		times: outcomes.map(({ seconds }) => (10 * seconds) / (processes * 60 - 1)),
		throttled: outcomes.map(({ throttledOnceSettled }) => throttledOnceSettled),
	};
}

/** An execution of its own in a process whose clock is shared. */
function executionAt(time: FakeTime): Waiting & { stop(): void } {
	let isStopped = false;
	return {
		now: time.now,
		sleep: time.sleep,
		stopped: () => isStopped,
		stop: () => (isStopped = true),
	};
}

async function departures(
	lane: Lane,
	execution: Waiting,
	requestsPerSecond: number,
	count: number,
): Promise<number[]> {
	const times: number[] = [];
	for (let request = 0; request < count; request++) {
		await lane.turn(requestsPerSecond, execution);
		times.push(execution.now());
		await execution.sleep(30);
	}
	return times;
}

describe('processes that share a limit of 10 a second', () => {
	it.each([
		{ processes: 2, startWithin: 0 },
		{ processes: 2, startWithin: 200 },
		{ processes: 8, startWithin: 0 },
		{ processes: 8, startWithin: 200 },
		{ processes: 16, startWithin: 0 },
		{ processes: 16, startWithin: 200 },
	])(
		'given $processes of them with 60 requests each, when all begin within $startWithin ms, then all pass, few are throttled and little time is lost',
		async ({ processes, startWithin }) => {
			const { passed, times, throttled } = await playSeeds(processes, startWithin);
			expect(passed).toEqual(SEEDS.map(() => processes * 60));
			expect(median(times)).toBeLessThanOrEqual(1.25);
			expect(Math.max(...times)).toBeLessThanOrEqual(1.6);
			expect(median(throttled)).toBeLessThan(0.15);
			expect(Math.max(...throttled)).toBeLessThan(0.2);
		},
	);

	it.each([2, 8, 16])(
		'given %d of them with 60 requests each, when they begin one after the other within 3 s, then all pass, and those that come late find a share too',
		async (processes) => {
			const { passed, times, throttled } = await playSeeds(processes, 3_000);
			expect(passed).toEqual(SEEDS.map(() => processes * 60));
			expect(median(times)).toBeLessThanOrEqual(1.4);
			expect(Math.max(...times)).toBeLessThanOrEqual(2.5);
			expect(median(throttled)).toBeLessThan(0.23);
		},
	);

	it.each([
		{ processes: 2, most: 0.12 },
		{ processes: 8, most: 0.12 },
		{ processes: 16, most: 0.16 },
	])(
		'given $processes of them and a way that takes now 20 ms, now 80 ms, when all begin at once, then they leave their places more time, and few are throttled',
		async ({ processes, most }) => {
			const { passed, times, throttled } = await playSeeds(processes, 0, { latency: [20, 60] });
			expect(passed).toEqual(SEEDS.map(() => processes * 60));
			expect(median(times)).toBeLessThanOrEqual(1.35);
			expect(median(throttled)).toBeLessThan(most);
		},
	);

	it.each([2, 8, 16])(
		'given %d of them that keep each other waiting at the start, when their first requests take ten times as long as all later ones, then their places are not lost over it',
		async (processes) => {
			const rush = { until: 700, more: 14 * processes };
			const { passed, times, throttled } = await playSeeds(processes, 90, {
				latency: [28, 4],
				rush,
			});
			expect(passed).toEqual(SEEDS.map(() => processes * 60));
			expect(median(times)).toBeLessThanOrEqual(1.25);
			expect(Math.max(...times)).toBeLessThanOrEqual(1.6);
			expect(median(throttled)).toBeLessThan(0.15);
			expect(Math.max(...throttled)).toBeLessThan(0.2);
		},
	);

	it('given one process alone, when it sends 50, then it has the full rate at once', async () => {
		const alone = { processes: 1, requestsEach: 50, requestsPerSecond: 10, atOnce: 5 };
		const random = randomFrom(1);
		const outcome = await playCrowd({ ...alone, startWithin: 0, latency: [20, 10], random });
		expect(outcome).toMatchObject({ passed: 50, throttled: 0 });
		expect(outcome.seconds).toBeLessThanOrEqual((1.1 * 49) / 10);
	});

	it('given a lane that was throttled once, when it goes on alone, then it is back at its full rate within seconds', async () => {
		const time = new FakeTime();
		const lane = new Lane(randomFrom(1));
		const execution = executionAt(time);
		const times: number[] = [];
		await time.run(
			(async () => {
				for (let request = 0; request < 150; request++) {
					const turn = await lane.turn(10, execution);
					times.push(time.now());
					await time.sleep(20);
					if (request === 20) lane.throttled(0, time.now(), turn);
					else lane.answered(time.now(), turn);
				}
			})(),
		);
		expect((times[149] ?? 0) - (times[50] ?? 0)).toBeLessThanOrEqual(1.1 * 9_900);
		expect(times[149]).toBeLessThanOrEqual(1.15 * 14_900);
	});
});

describe('executions in one lane', () => {
	it('given one at 1 a second, when another sends 40 at 10 a second, then that takes at most 1.2 x of its time alone', async () => {
		const alone = new FakeTime();
		const aloneTimes = await alone.run(departures(new Lane(), executionAt(alone), 10, 40));

		const time = new FakeTime();
		const lane = new Lane();
		const slowWork = departures(lane, executionAt(time), 1, 10);
		const fastWork = time.sleep(10).then(async () => {
			return await departures(lane, executionAt(time), 10, 40);
		});
		const [slow, fast] = await time.run(Promise.all([slowWork, fastWork]));

		const spanOf = (times: readonly number[]) => (times.at(-1) ?? 0) - (times[0] ?? 0);
		expect(spanOf(fast)).toBeLessThanOrEqual(1.2 * spanOf(aloneTimes));
		expect(spanOf(slow)).toBeGreaterThanOrEqual(9_000);
		expect(spanOf(slow)).toBeLessThanOrEqual(1.15 * 9_450);
		const both = [...slow, ...fast].sort((a, b) => a - b);
		for (const [index, at] of both.entries()) {
			expect((both[index + 10] ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
		}
	});

	it('given two at 1 a second, when both send, then together they keep to it', async () => {
		const time = new FakeTime();
		const lane = new Lane();
		const work = [1, 2].map(async () => await departures(lane, executionAt(time), 1, 5));
		const times = (await time.run(Promise.all(work))).flat().sort((a, b) => a - b);
		for (const [index, at] of times.entries()) {
			expect((times[index + 1] ?? Infinity) - at).toBeGreaterThanOrEqual(1000);
		}
	});

	it('given a pause of 20 s for one that was then stopped, when others wait, then one of them asks, and its answer lets all go', async () => {
		const time = new FakeTime();
		const lane = new Lane();
		const told = executionAt(time);
		const left: number[] = [];
		await time.run(
			(async () => {
				const turn = await lane.turn(10, told);
				lane.throttled(20_000, time.now(), turn);
				const others = [1, 2, 3].map(async () => {
					const mine = await lane.turn(10, executionAt(time));
					left.push(time.now());
					await time.sleep(100);
					lane.answered(time.now(), mine);
				});
				await time.sleep(1_000);
				expect(left).toEqual([]);
				told.stop();
				await Promise.all(others);
			})(),
		);
		expect(left).toHaveLength(3);
		expect(left[0]).toBeLessThanOrEqual(2_000);
		expect((left[1] ?? 0) - (left[0] ?? 0)).toBeGreaterThanOrEqual(100);
		expect(left[2]).toBeLessThanOrEqual(4_000);
	});
});
