import { underWayContestants, underWayKeys } from '../contestants/underWay';
import type { UnderWayKey } from '../contestants/underWay';
import type { CancelTimes } from '../emulator/cancelTimes';
import type { EmulatorProcess } from '../emulator/process';
import type { Progress } from '../progress';
import { LIMIT } from './plan';
import type { Plan } from './plan';
import { runRoundsOf } from './rounds';
import { scaled, spreadOf } from './spread';
import type { Spread } from './spread';

/** How a contestant stopped a roll-out under way. */
export interface UnderWay {
	/** Devices that were named in each run; the spreads below are for all, scaled if these are fewer. */
	readonly measuredDevices: number;
	readonly requests: Spread;
	/** Requests that the platform refused, whatever for. */
	readonly refused: Spread;
	/** From the start until half of the cancellable devices were cancelled; undefined if a run did not get there. */
	readonly secondsUntilHalf?: Spread;
	/** From the start until the last cancellable device was cancelled; undefined if a run did not get there. */
	readonly secondsUntilAll?: Spread;
	/** As measured, not scaled. */
	readonly cancellable: number;
	/** As measured, not scaled, in the worst run. */
	readonly fewestCancelled: number;
}

interface Run {
	readonly requests: number;
	readonly refused: number;
	readonly cancelled: number;
	readonly cancellable: number;
	/** Seconds; undefined if it did not come to that. */
	readonly untilHalf: number | undefined;
	readonly untilAll: number | undefined;
}

/** Lets everyone stop a roll-out under way, in this process, in alternating order, under the limit. */
export async function measureUnderWay(
	plan: Plan,
	emulator: EmulatorProcess,
	progress: Progress,
): Promise<Record<UnderWayKey, UnderWay>> {
	const nameOf = (key: UnderWayKey) => underWayContestants[key].name;
	const runsOf = await runRoundsOf(
		{ keys: underWayKeys(), nameOf, rounds: plan.longRounds },
		progress,
		async (key) => await runOne(key, measuredDevices(key, plan), emulator),
	);
	const of = (key: UnderWayKey) =>
		sumUp(runsOf(key), measuredDevices(key, plan), plan.devicesUnderWay);
	return {
		thisNodeOfJob: of('thisNodeOfJob'),
		thisNode: of('thisNode'),
		popCoreHalving: of('popCoreHalving'),
		popCoreSingle: of('popCoreSingle'),
	};
}

function measuredDevices(key: UnderWayKey, plan: Plan): number {
	if (key === 'popCoreHalving') return plan.devicesHalved;
	return key === 'popCoreSingle' ? plan.devicesOneByOne : plan.devicesUnderWay;
}

async function runOne(key: UnderWayKey, devices: number, emulator: EmulatorProcess): Promise<Run> {
	const cancel = await underWayContestants[key].load();
	const address = await emulator.start({ devices, underWay: true, ...LIMIT });
	// By the clock that the emulator's process dates its cancels with.
	const start = Date.now();
	const { requestsPerSecond } = LIMIT;
	await cancel({ ...address, devices, requestsPerSecond });
	const { requests, refused, cancelled, cancelTimes } = await emulator.report();
	return {
		requests,
		refused: Object.values(refused).reduce((sum, count) => sum + count, 0),
		cancelled,
		...secondsUntil(cancelTimes, start),
	};
}

function secondsUntil({ cancellable, half, all }: CancelTimes, start: number) {
	const since = (time: number | undefined) =>
		time === undefined ? undefined : (time - start) / 1000;
	return { cancellable, untilHalf: since(half), untilAll: since(all) };
}

function sumUp(runs: readonly Run[], measured: number, wanted: number): UnderWay {
	const spread = (values: readonly number[]) => scaled(spreadOf(values), wanted / measured);
	const spreadIfAll = (figure: (run: Run) => number | undefined) => {
		const values = runs.map(figure).filter((value) => value !== undefined);
		return values.length < runs.length ? undefined : spread(values);
	};
	return {
		measuredDevices: measured,
		requests: spread(runs.map(({ requests }) => requests)),
		refused: spread(runs.map(({ refused }) => refused)),
		secondsUntilHalf: spreadIfAll(({ untilHalf }) => untilHalf),
		secondsUntilAll: spreadIfAll(({ untilAll }) => untilAll),
		cancellable: Math.max(...runs.map(({ cancellable }) => cancellable)),
		fewestCancelled: Math.min(...runs.map(({ cancelled }) => cancelled)),
	};
}
