import { DENIED, type Fault } from '../emulator/faults/faults';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';

const DOWN: Fault = { kind: 'reset' };
const PREVIEW = { previewOnly: true, options: { maxAttempts: 1, requestsPerSecond: 100 } };
const ITEMS = ['testDevice1', 'testDevice2'].map((deviceNames) => ({
	deviceNames,
	jobId: DEMO.jobId,
}));
const NOTHING = 'The preview could not look up the tasks; nothing was cancelled.';

describe('a preview that cannot look', () => {
	it.each<[string, Fault, RegExp, Record<string, unknown>]>([
		['may not list tasks', DENIED, /\(Forbidden\.RAM\)/, { code: 'Forbidden.RAM' }],
		['gets no answer', DOWN, /connection/i, { code: '' }],
	])(
		'given a key that %s, when the node goes on, then each item tells why and that nothing was cancelled',
		async (_, fault, why, details) => {
			await onBench(engine, { faults: () => fault }, async ({ run, emulator }) => {
				const { outputs, error } = await run({
					items: ITEMS,
					parameters: PREVIEW,
					onError: 'continueRegularOutput',
				});
				expect(error).toBeUndefined();
				expect(jsonOf(outputs[0])).toEqual(
					ITEMS.map(() => ({
						error: expect.stringMatching(why),
						message: expect.stringContaining(NOTHING),
						details: expect.objectContaining(details),
					})),
				);
				expect(pairsOf(outputs[0])).toEqual([[0], [1]]);
				expect(emulator.log.map(({ action }) => action)).not.toContain('CancelOTATaskByDevice');
			});
		},
	);

	it('given a key that may not list tasks, when the node stops, then the error says so and names the item', async () => {
		await onBench(engine, { faults: () => DENIED }, async ({ run }) => {
			const { outputs, error } = await run({ items: ITEMS, parameters: PREVIEW });
			expect(outputs).toEqual([]);
			expect(error?.message).toMatch(/\(Forbidden\.RAM\) \[item 0\]$/);
			expect(error?.description).toContain(NOTHING);
		});
	});
});
