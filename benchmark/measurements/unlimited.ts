import type { ContestantKey } from '../contestants';
import type { EmulatorProcess } from '../emulator/process';
import type { Progress } from '../progress';
import { runAlone } from './alone';
import type { Usage } from './alone';
import type { Plan } from './plan';
import { runRounds } from './rounds';
import { spreadOf } from './spread';
import type { Spread } from './spread';

/** What a contestant used without the limit. */
export interface Unlimited {
	readonly cpuPer1000Devices: Spread;
	/** MB, the whole process. */
	readonly peakMemory: Spread;
	/** MB, the part that came on top of the loaded and warmed-up process. */
	readonly memoryOnTop: Spread;
	/** In the worst run. */
	readonly fewestCancelled: number;
}

/** Measures CPU and memory of everyone, each run in a fresh process, in alternating order. */
export async function measureUnlimited(
	plan: Plan,
	emulator: EmulatorProcess,
	progress: Progress,
): Promise<Record<ContestantKey, Unlimited>> {
	const devices = plan.devicesUnlimited;
	const runsOf = await runRounds(plan.rounds, progress, async (key) => {
		return await runAlone(key, devices, emulator);
	});
	const of = (key: ContestantKey) => sumUp(runsOf(key), devices);
	return {
		thisNode: of('thisNode'),
		itemByItem: of('itemByItem'),
		popCoreSingle: of('popCoreSingle'),
		popCore: of('popCore'),
		iotSdk: of('iotSdk'),
	};
}

function sumUp(usages: readonly Usage[], devices: number): Unlimited {
	return {
		cpuPer1000Devices: spreadOf(usages.map(({ cpu }) => (cpu / devices) * 1000)),
		peakMemory: spreadOf(usages.map(({ peakMemory }) => peakMemory)),
		memoryOnTop: spreadOf(usages.map(({ peakMemory, memoryBefore }) => peakMemory - memoryBefore)),
		fewestCancelled: Math.min(...usages.map(({ cancelled }) => cancelled)),
	};
}
