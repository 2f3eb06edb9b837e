import { engine } from '../../engine/loaded';
import { jsonOf, onBench, pairsOf } from '../bench';
import { COUNT, NAMES, onLargeBench, run } from './bench';

const oneItem = [{ deviceNames: NAMES }];

describe('Cancel by Device with one item for 100,000 devices', () => {
	it('given one item for all, when it asks for one item per device, then each device is told once, in order', async () => {
		await onLargeBench(async (bench) => {
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
});
