import { buildFleet, DEMO, namesOf } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';
import type { Bench, BenchRun } from './bench';

const COUNT = 100_000;
const NAMES = namesOf(COUNT);
const EACH_BY_ITSELF = NAMES.map((_, index) => [index]);

const oneNameEach = NAMES.map((deviceNames) => ({ deviceNames }));
const oneItem = [{ deviceNames: NAMES }];

/** Only the names are an expression: n8n takes long over each, and these tests are not about that. */
const ids = {
	productKey: { __rl: true, mode: 'id', value: DEMO.productKey },
	firmwareId: { __rl: true, mode: 'id', value: DEMO.firmwareId },
	jobId: { __rl: true, mode: 'id', value: '' },
};

const run = async (
	bench: Bench,
	items: BenchRun['items'],
	{ options, ...rest }: Omit<BenchRun, 'items'> & { options?: object } = {},
) =>
	await bench.run({
		...rest,
		items,
		parameters: { ...ids, options: { requestsPerSecond: 100, ...options } },
	});

const fleet = () => buildFleet({ devices: COUNT });

describe('Cancel by Device with 100,000 devices', () => {
	it('given an item for each, when they are cancelled, then 500 requests serve them and each item has its answer', async () => {
		await onBench(engine, { fleet: fleet() }, async (bench) => {
			const { outputs, error } = await run(bench, oneNameEach);
			expect(error).toBeUndefined();
			expect(bench.cancels()).toHaveLength(500);
			expect(bench.emulator.fleet.countByStatus()).toMatchObject({ CANCELED: COUNT });
			// Compared as text: Jest takes minutes to compare lists of this length.
			expect(JSON.stringify(pairsOf(outputs[0]))).toBe(JSON.stringify(EACH_BY_ITSELF));
			expect(jsonOf(outputs[0]).every(({ success }) => success === true)).toBe(true);
		});
	}, 180_000);

	it('given an item for each and a wrong secret, when the node goes on after errors, then each item has its error', async () => {
		await onBench(engine, {}, async (bench) => {
			const { outputs, error } = await run(bench, oneNameEach, {
				credential: { accessKeySecret: 'wrongSecret' },
				onError: 'continueErrorOutput',
			});
			expect(error).toBeUndefined();
			expect(outputs[0]).toEqual([]);
			expect(JSON.stringify(pairsOf(outputs[1]))).toBe(JSON.stringify(EACH_BY_ITSELF));
			const messages = new Set(jsonOf(outputs[1]).map((json) => json.error));
			expect([...messages].join()).toContain('(SignatureDoesNotMatch)');
		});
	}, 180_000);

	it('given one item for all, when it asks for one item per device, then each device is told once, in order', async () => {
		await onBench(engine, { fleet: fleet() }, async (bench) => {
			const { outputs, error } = await run(bench, oneItem, { options: { output: 'perDevice' } });
			expect(error).toBeUndefined();
			expect(bench.cancels()).toHaveLength(500);
			expect(outputs[0]).toHaveLength(COUNT);
			const told = jsonOf(outputs[0]).map(({ deviceName }) => deviceName);
			expect(told.join()).toBe(NAMES.join());
			expect(pairsOf(outputs[0]).every((pair) => pair.join() === '0')).toBe(true);
		});
	}, 180_000);

	it('given one item for all and a wrong secret, when it runs, then one error counts them all', async () => {
		await onBench(engine, {}, async (bench) => {
			const { error } = await run(bench, oneItem, { credential: { accessKeySecret: 'wrong' } });
			expect(error?.message).toContain('(SignatureDoesNotMatch) [item 0]');
			expect(error?.description).toContain(`Of ${COUNT} devices: ${COUNT} not cancelled.`);
		});
	}, 180_000);

	it('given an item for each, when all name the same device, then one request serves them all', async () => {
		await onBench(engine, {}, async (bench) => {
			const literal = { ...ids, deviceNames: 'testDevice1', options: { output: 'perDevice' } };
			const { outputs } = await bench.run({ items: oneNameEach, parameters: literal });
			expect(bench.cancels()).toHaveLength(1);
			expect(JSON.stringify(pairsOf(outputs[0]))).toBe(JSON.stringify([EACH_BY_ITSELF.flat()]));
		});
	}, 180_000);
});
