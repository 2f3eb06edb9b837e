import { Lane } from '../../platform/client/pacing';
import { FakeTime } from './fakeTime';

/** Processes that share one limit of a platform, each with a lane of its own. */
export interface Crowd {
	readonly processes: number;
	readonly requestsEach: number;
	/** What each is set to, and the limit of the platform over any second. */
	readonly requestsPerSecond: number;
	/** Requests under way at once in each process. */
	readonly atOnce: number;
	/** Ms after the first within which the others begin. */
	readonly startWithin: number;
	/** Ms that a request takes to arrive: at least, and up to so many more; the answer takes as long. */
	readonly latency: readonly [least: number, more: number];
	/**
	 * Processes that begin together on one computer keep each other waiting: within so many ms from the first, a
	 * request and its answer take up to so many ms more each.
	 */
	readonly rush?: { readonly until: number; readonly more: number };
	readonly random: () => number;
}

/** What the platform saw of a crowd. */
export interface CrowdOutcome {
	readonly passed: number;
	/** From the first arrival to the last, s. */
	readonly seconds: number;
	/** Share of the requests that were throttled, from 0 to 1. */
	readonly throttled: number;
	/** The same from five seconds after the last start on, until the first process has had all its answers. */
	readonly throttledOnceSettled: number;
	/** From the first arrival until then, s. */
	readonly firstEnd: number;
	/** Longest time that a process waited between two requests that passed, s. */
	readonly longestWait: number;
}

/** So many ms after the last has begun, the processes have had the time to find their shares. */
const SETTLED = 5_000;

interface Arrival {
	readonly at: number;
	readonly passed: boolean;
	readonly process: number;
}

/** Lets a crowd send, on a clock of its own, until all its requests have passed. */
export async function playCrowd(crowd: Crowd): Promise<CrowdOutcome> {
	const time = new FakeTime();
	let firstEnd = Infinity;
	let lastBegin = 0;
	const limit = new SlidingLimit(crowd.requestsPerSecond);
	const arrivals: Arrival[] = [];
	const journey = () => crowd.latency[0] + crowd.random() * crowd.latency[1] + rushAt(crowd, time);
	const runProcess = async (process: number): Promise<void> => {
		if (process > 0) await time.sleep(crowd.random() * crowd.startWithin);
		lastBegin = Math.max(lastBegin, time.now());
		const lane = new Lane(crowd.random);
		let left = crowd.requestsEach;
		const waiting = { now: time.now, sleep: time.sleep, stopped: time.stopped };
		const sendOne = async (): Promise<void> => {
			for (;;) {
				const turn = await lane.turn(crowd.requestsPerSecond, waiting);
				await time.sleep(journey());
				const passed = limit.admits(time.now());
				arrivals.push({ at: time.now(), passed, process });
				await time.sleep(journey());
				if (passed) {
					lane.answered(time.now(), turn);
					return;
				}
				lane.throttled(0, time.now(), turn);
			}
		};
		const work = async (): Promise<void> => {
			while (left > 0) {
				left--;
				await sendOne();
			}
		};
		await Promise.all(Array.from({ length: crowd.atOnce }, work));
		firstEnd = Math.min(firstEnd, time.now());
	};
	await time.run(
		Promise.all(
			Array.from({ length: crowd.processes }, async (_, index) => await runProcess(index)),
		),
	);
	return sumUp(arrivals, lastBegin + SETTLED, firstEnd);
}

/** Ms that a way takes longer now. */
function rushAt({ rush, random }: Crowd, time: FakeTime): number {
	if (!rush || time.now() >= rush.until) return 0;
	return rush.more * (0.3 + 0.7 * random());
}

function sumUp(arrivals: readonly Arrival[], settled: number, firstEnd: number): CrowdOutcome {
	const begin = arrivals[0]?.at ?? 0;
	const shareOf = (some: readonly Arrival[]) =>
		some.length === 0 ? 0 : some.filter(({ passed }) => !passed).length / some.length;
	const lastPassed = new Map<number, number>();
	let longestWait = 0;
	for (const { at, passed, process } of arrivals) {
		if (!passed) continue;
		longestWait = Math.max(longestWait, at - (lastPassed.get(process) ?? begin));
		lastPassed.set(process, at);
	}
	return {
		passed: arrivals.filter(({ passed }) => passed).length,
		seconds: ((arrivals.at(-1)?.at ?? 0) - begin) / 1000,
		throttled: shareOf(arrivals),
		throttledOnceSettled: shareOf(arrivals.filter(({ at }) => at >= settled && at < firstEnd)),
		firstEnd: (firstEnd - begin) / 1000,
		longestWait: longestWait / 1000,
	};
}

/** Lets at most so many pass within any second; throttled ones do not count. */
class SlidingLimit {
	private passed: number[] = [];

	constructor(private readonly requestsPerSecond: number) {}

	admits(now: number): boolean {
		this.passed = this.passed.filter((at) => at > now - 1000);
		if (this.passed.length >= this.requestsPerSecond) return false;
		this.passed.push(now);
		return true;
	}
}
