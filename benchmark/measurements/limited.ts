import { contestants } from '../contestants';
import type { ContestantKey } from '../contestants';
import type { Outcome } from '../contestants/contestant';
import type { EmulatorProcess } from '../emulator/process';
import type { EmulatorReport } from '../emulator/messages';
import type { Progress } from '../progress';
import { LIMIT } from './plan';
import type { Plan } from './plan';
import { runRounds } from './rounds';
import { scaled, spreadOf } from './spread';
import type { Spread } from './spread';

/** How a contestant did under the limit. */
export interface Limited {
	/** Devices that were cancelled in each run; the figures below are for all, scaled if these are fewer. */
	readonly measuredDevices: number;
	readonly requests: Spread;
	readonly seconds: Spread;
	/** From the first request's arrival to the last answer. */
	readonly secondsOnTheWire: Spread;
	/** Requests that the platform refused, most of them because they came too fast. */
	readonly refused: Spread;
	/** As measured, not scaled, in the worst run. */
	readonly fewestCancelled: number;
	readonly fewestOutputs: number;
	readonly fewestPaired: number;
}

interface Run extends EmulatorReport, Outcome {
	readonly seconds: number;
}

/** Times everyone in this process, in alternating order, under the limit. */
export async function measureLimited(
	plan: Plan,
	emulator: EmulatorProcess,
	progress: Progress,
): Promise<Record<ContestantKey, Limited>> {
	const runsOf = await runRounds(plan.rounds, progress, async (key) => {
		return await timeOne(key, measuredDevices(key, plan), emulator);
	});
	const of = (key: ContestantKey) => sumUp(runsOf(key), measuredDevices(key, plan), plan.devices);
	return {
		thisNode: of('thisNode'),
		itemByItem: of('itemByItem'),
		popCoreSingle: of('popCoreSingle'),
		popCore: of('popCore'),
		iotSdk: of('iotSdk'),
	};
}

function measuredDevices(key: ContestantKey, plan: Plan): number {
	return contestants[key].devicesPerRequest === 1 ? plan.devicesOneByOne : plan.devices;
}

async function timeOne(
	key: ContestantKey,
	devices: number,
	emulator: EmulatorProcess,
): Promise<Run> {
	const cancel = await contestants[key].load();
	const address = await emulator.start({ devices, ...LIMIT });
	const start = performance.now();
	const { requestsPerSecond } = LIMIT;
	const outcome = await cancel({ ...address, devices, requestsPerSecond });
	const seconds = (performance.now() - start) / 1000;
	return { ...outcome, ...(await emulator.report()), seconds };
}

function sumUp(runs: readonly Run[], measured: number, wanted: number): Limited {
	const spread = (figure: (run: Run) => number) =>
		scaled(spreadOf(runs.map(figure)), wanted / measured);
	const fewest = (figure: (run: Run) => number) => Math.min(...runs.map(figure));
	return {
		measuredDevices: measured,
		requests: spread(({ requests }) => requests),
		seconds: spread(({ seconds }) => seconds),
		secondsOnTheWire: spread(({ onTheWire }) => onTheWire / 1000),
		refused: spread(({ refused }) => Object.values(refused).reduce((sum, count) => sum + count, 0)),
		fewestCancelled: fewest(({ cancelled }) => cancelled),
		fewestOutputs: fewest(({ outputs }) => outputs),
		fewestPaired: fewest(({ paired }) => paired),
	};
}
