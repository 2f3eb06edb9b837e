import type { EmulatorProcess } from '../emulator/process';
import type { Progress } from '../progress';
import { runAlone } from './alone';
import type { Usage } from './alone';
import { turns } from './plan';
import type { Plan } from './plan';
import { spreadOf } from './spread';
import type { Spread } from './spread';

/** CPU of a run of so many items, ms. */
export interface CpuOfItems {
	readonly items: number;
	/** The whole run on the engine. */
	readonly run: Spread;
	/** The node's execute, n8n's evaluation of expressions and its HTTP helper included. */
	readonly execute: Spread;
	/** Execute where n8n has evaluated the parameters of all items before: the node's own work. */
	readonly ownWork: Spread;
	/** In the worst run. */
	readonly fewestOutputs: number;
	readonly fewestCancelled: number;
}

/** How the node's own work grows with the items. */
export interface Growth {
	readonly few: CpuOfItems;
	readonly many: CpuOfItems;
	/** Own work for many, in medians, as a multiple of that for few. */
	readonly factor: number;
}

/** Measures the node, and the node on evaluated parameters, with few and many items, each run in a fresh process. */
export async function measureGrowth(
	plan: Plan,
	emulator: EmulatorProcess,
	progress: Progress,
): Promise<Growth> {
	const runs: Array<{ items: number; node: Usage; evaluated: Usage }> = [];
	for (let round = 0; round < plan.longRounds; round++) {
		for (const items of turns(plan.growth, round)) {
			progress(`${items} items: round ${round + 1} of ${plan.longRounds}`);
			const node = await runAlone('thisNode', items, emulator);
			const evaluated = await runAlone('thisNodeEvaluated', items, emulator);
			runs.push({ items, node, evaluated });
		}
	}
	const [few, many] = plan.growth.map((items) =>
		sumUp(
			items,
			runs.filter((run) => run.items === items),
		),
	);
	if (!few || !many) throw new Error('Nothing was measured');
	return { few, many, factor: many.ownWork.median / few.ownWork.median };
}

function sumUp(items: number, runs: ReadonlyArray<{ node: Usage; evaluated: Usage }>): CpuOfItems {
	return {
		items,
		run: spreadOf(runs.map(({ node }) => node.cpu)),
		execute: spreadOf(runs.map(({ node }) => node.executeCpu ?? 0)),
		ownWork: spreadOf(runs.map(({ evaluated }) => evaluated.executeCpu ?? 0)),
		fewestOutputs: Math.min(...runs.map(({ node }) => node.outputs)),
		fewestCancelled: Math.min(...runs.map(({ node }) => node.cancelled)),
	};
}
