import { engine } from '../../engine/loaded';
import { jsonOf, onBench, pairsOf } from '../bench';
import { COUNT, ids, NAMES, onLargeBench, run } from './bench';
import { quickTime } from '../../support/quickTime';

quickTime();

const EACH_BY_ITSELF = NAMES.map((_, index) => [index]);
const oneNameEach = NAMES.map((deviceNames) => ({ deviceNames }));

describe('Cancel by Device with an item for each of 100,000 devices', () => {
	it('given an item for each, when they are cancelled, then 500 requests serve them and each item has its answer', async () => {
		await onLargeBench(async (bench) => {
			const { outputs, error } = await run(bench, oneNameEach);
			expect(error).toBeUndefined();
			expect(bench.cancels()).toHaveLength(500);
			expect(bench.emulator.fleet.countByStatus()).toMatchObject({ CANCELED: COUNT });
			// Compared as text: Jest takes minutes to compare lists of this length.
			expect(JSON.stringify(pairsOf(outputs[0]))).toBe(JSON.stringify(EACH_BY_ITSELF));
			expect(jsonOf(outputs[0]).every(({ success }) => success === true)).toBe(true);
		});
	}, 180_000);

	// n8n takes the items for its error output one by one from the front of a list, half a minute for 100,000.
	it.each([
		['regular output', 'continueRegularOutput', 0, COUNT],
		['error output', 'continueErrorOutput', 1, 10_000],
	] as const)(
		'given an item for each and a wrong secret, when the node goes on after errors by its %s, then each item has its error',
		async (_, onError, output, count) => {
			await onBench(engine, {}, async (bench) => {
				const { outputs, error } = await run(bench, oneNameEach.slice(0, count), {
					credential: { accessKeySecret: 'wrongSecret' },
					onError,
				});
				expect(error).toBeUndefined();
				expect(outputs.flat()).toHaveLength(count);
				expect(JSON.stringify(pairsOf(outputs[output]))).toBe(
					JSON.stringify(EACH_BY_ITSELF.slice(0, count)),
				);
				const messages = new Set(jsonOf(outputs[output]).map((json) => json.error));
				expect([...messages].join()).toContain('(SignatureDoesNotMatch)');
			});
		},
		180_000,
	);

	it('given an item for each, when all name the same device, then one request serves them all', async () => {
		await onBench(engine, {}, async (bench) => {
			const literal = { ...ids, deviceNames: 'testDevice1', options: { output: 'perDevice' } };
			const { outputs } = await bench.run({ items: oneNameEach, parameters: literal });
			expect(bench.cancels()).toHaveLength(1);
			expect(JSON.stringify(pairsOf(outputs[0]))).toBe(JSON.stringify([EACH_BY_ITSELF.flat()]));
		});
	}, 180_000);
});
