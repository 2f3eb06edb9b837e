import { contestantKeys, contestants } from '../contestants';
import type { ContestantKey } from '../contestants';
import type { Progress } from '../progress';
import { turns } from './plan';

/** Runs everyone once a round, in alternating order; gives the runs of each. */
export async function runRounds<Run>(
	rounds: number,
	progress: Progress,
	runOne: (key: ContestantKey) => Promise<Run>,
): Promise<(key: ContestantKey) => Run[]> {
	const runs: Array<{ key: ContestantKey; run: Run }> = [];
	for (let round = 0; round < rounds; round++) {
		for (const key of turns(contestantKeys(), round)) {
			progress(`${contestants[key].name}: round ${round + 1} of ${rounds}`);
			runs.push({ key, run: await runOne(key) });
		}
	}
	return (key) => runs.filter((entry) => entry.key === key).map(({ run }) => run);
}
