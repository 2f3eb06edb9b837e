/* eslint-disable @n8n/community-nodes/no-restricted-imports, import-x/no-unresolved -- never shipped: measures by a library; installed in benchmark only */
import { median } from 'simple-statistics';
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

/** How many times each signer has its turn in a round: a machine that slows down meanwhile does so for all. */
const TURNS = 12;

/** Times everyone in this process, in alternating order. Throws if the signatures differ. */
export async function measureSigning(plan: Plan, progress: Progress): Promise<Signing> {
	await checkThatAllSignAlike();
	const rounds: Array<Record<SignerKey, number>> = [];
	for (let round = 0; round < plan.rounds; round++) {
		progress(`round ${round + 1} of ${plan.rounds}`);
		rounds.push(await ratesOfRound(plan.signingTime));
	}
	return forEachSigner((key) => spreadOf(rounds.map((rates) => rates[key])));
}

/** @param time for each signer, ms */
async function ratesOfRound(time: number): Promise<Record<SignerKey, number>> {
	const rates: Array<{ key: SignerKey; rate: number }> = [];
	for (let turn = 0; turn < TURNS; turn++) {
		for (const key of turns(KEYS, turn)) {
			rates.push({ key, rate: await rateOf(key, time / TURNS) });
		}
	}
	return forEachSigner((key) =>
		median(rates.filter((entry) => entry.key === key).map(({ rate }) => rate)),
	);
}

function forEachSigner<T>(valueOf: (key: SignerKey) => T): Record<SignerKey, T> {
	return {
		thisPackage: valueOf('thisPackage'),
		openApiUtil: valueOf('openApiUtil'),
		popCore: valueOf('popCore'),
		cryptoJs: valueOf('cryptoJs'),
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
