import { buildFleet, DEMO, namesOf } from '../../emulator/fleet/fleets';
import { engine } from '../../engine/loaded';
import { onBench } from '../bench';
import type { Bench, BenchRun } from '../bench';

export const COUNT = 100_000;
export const NAMES = namesOf(COUNT);

/** Only the names are an expression: n8n takes long over each, and these tests are not about that. */
export const ids = {
	productKey: { __rl: true, mode: 'id', value: DEMO.productKey },
	firmwareId: { __rl: true, mode: 'id', value: DEMO.firmwareId },
	jobId: { __rl: true, mode: 'id', value: '' },
};

/** Cancels the devices of items. */
export async function run(
	bench: Bench,
	items: BenchRun['items'],
	{ options, ...rest }: Omit<BenchRun, 'items'> & { options?: object } = {},
) {
	return await bench.run({
		...rest,
		items,
		parameters: { ...ids, options: { requestsPerSecond: 100, ...options } },
	});
}

/** Runs a piece of a test on a bench whose fleet has all the devices. */
export async function onLargeBench(use: (bench: Bench) => Promise<void>): Promise<void> {
	await onBench(engine, { fleet: buildFleet({ devices: COUNT }) }, use);
}
