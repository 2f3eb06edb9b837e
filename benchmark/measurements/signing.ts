/* eslint-disable @n8n/community-nodes/no-restricted-imports, import-x/no-unresolved -- never shipped: measures by a library; installed in benchmark only */
import { Bench } from 'tinybench';
import type { Progress } from '../progress';
import { turns } from './plan';
import type { Plan } from './plan';
import { signatureIn, signers } from './signers';
import type { SignerKey } from './signers';
import { spreadOf } from './spread';
import type { Spread } from './spread';

/** Operations a second, in medians of each round. */
export type Signing = Record<SignerKey, Spread>;

const KEYS = ['thisPackage', 'openApiUtil', 'popCore', 'cryptoJs'] as const satisfies SignerKey[];

/** Times everyone in this process, in alternating order. Throws if the signatures differ. */
export async function measureSigning(plan: Plan, progress: Progress): Promise<Signing> {
	await checkThatAllSignAlike();
	const rates: Array<{ key: SignerKey; rate: number }> = [];
	for (let round = 0; round < plan.rounds; round++) {
		progress(`round ${round + 1} of ${plan.rounds}`);
		for (const key of turns(KEYS, round)) {
			rates.push({ key, rate: await rateOf(key, plan.signingTime) });
		}
	}
	const of = (key: SignerKey) =>
		spreadOf(rates.filter((entry) => entry.key === key).map(({ rate }) => rate));
	return {
		thisPackage: of('thisPackage'),
		openApiUtil: of('openApiUtil'),
		popCore: of('popCore'),
		cryptoJs: of('cryptoJs'),
	};
}

async function checkThatAllSignAlike(): Promise<void> {
	const signed = await Promise.all(KEYS.map(async (key) => await signers[key].sign()));
	const signatures = new Set(signed.map(signatureIn));
	if (signatures.size !== 1) throw new Error(`Signatures differ: ${[...signatures].join(', ')}`);
}

async function rateOf(key: SignerKey, time: number): Promise<number> {
	const bench = new Bench({ time, warmupTime: time / 4, throws: true });
	const { sign } = signers[key];
	bench.add(key, async () => void (await sign()));
	const [task] = await bench.run();
	const result = task?.result;
	if (result === undefined || !('throughput' in result)) throw new Error(`${key} was not timed`);
	return result.throughput.p50;
}
