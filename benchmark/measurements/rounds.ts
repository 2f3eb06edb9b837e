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
	const nameOf = (key: ContestantKey) => contestants[key].name;
	return await runRoundsOf({ keys: contestantKeys(), nameOf, rounds }, progress, runOne);
}

/** Runs those of the keys once a round, in alternating order; gives the runs of each. */
export async function runRoundsOf<Key, Run>(
	of: { keys: readonly Key[]; nameOf: (key: Key) => string; rounds: number },
	progress: Progress,
	runOne: (key: Key) => Promise<Run>,
): Promise<(key: Key) => Run[]> {
	const { keys, nameOf, rounds } = of;
	const runs: Array<{ key: Key; run: Run }> = [];
	for (let round = 0; round < rounds; round++) {
		for (const key of turns(keys, round)) {
			progress(`${nameOf(key)}: round ${round + 1} of ${rounds}`);
			runs.push({ key, run: await runOne(key) });
		}
	}
	return (key) => runs.filter((entry) => entry.key === key).map(({ run }) => run);
}
