import type { IDataObject } from 'n8n-workflow';
import { DEMO } from '../emulator/fleet/fleets';
import { fleetOf, mixedFleet } from '../emulator/fleet/mixedFleet';
import type { MixedFleet, Standing } from '../emulator/fleet/mixedFleet';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';
import type { BenchRun } from './bench';

const OPTIONS = { output: 'summary', requestsPerSecond: 100 };

/** Cancels all names of a fleet and gives the summary. */
async function summarized(
	{ fleet, names }: MixedFleet,
	options: IDataObject = {},
): Promise<IDataObject> {
	const got: IDataObject[] = [];
	await onBench(engine, { fleet }, async ({ run }) => {
		const { outputs, error } = await run({
			items: [{ deviceNames: [...names], jobId: DEMO.jobId }],
			parameters: { options: { ...OPTIONS, ...options } },
		});
		expect(error).toBeUndefined();
		got.push(...jsonOf(outputs[0]));
	});
	expect(got).toHaveLength(1);
	return got[0] ?? {};
}

const times = (count: number, standing: Standing) => new Array<Standing>(count).fill(standing);

describe('the output Summary of Cancel by Device', () => {
	it.each<{ given: string; fleet: () => MixedFleet; options?: IDataObject; text: string }>([
		{
			given: 'a device that waits',
			fleet: () => fleetOf(['waiting']),
			text: 'The cancel of testDevice1 was accepted.',
		},
		{
			given: 'a device that waits, with Verify',
			fleet: () => fleetOf(['waiting']),
			options: { verify: true },
			text: 'testDevice1 was stopped.',
		},
		{
			given: 'a device that installs',
			fleet: () => fleetOf(['installing']),
			text: 'testDevice1 was not stopped: installing the update (IN_PROGRESS).',
		},
		{
			given: 'ten devices that all wait',
			fleet: () => fleetOf(times(10, 'waiting')),
			text: 'The cancel was accepted for all 10 devices.',
		},
		{
			given: 'ten devices in motion, with Verify',
			fleet: () =>
				fleetOf([...times(5, 'waiting'), 'finished', ...times(3, 'installing'), 'unknown']),
			options: { verify: true },
			text: '5 of 10 devices were stopped. 3 are installing: testDevice7, testDevice8, testDevice9; 1 is not known to the platform: testDevice10; 1 had finished.',
		},
		{
			given: 'ten devices in motion',
			fleet: () => fleetOf([...times(5, 'waiting'), ...times(4, 'installing'), 'unknown']),
			text: 'The cancel was accepted for 5 of 10 devices. 4 are installing: testDevice6, testDevice7, testDevice8 and 1 more; 1 is not known to the platform: testDevice10.',
		},
		{
			given: 'one that waits and one that has finished, with Verify',
			fleet: () => fleetOf(['waiting', 'finished']),
			options: { verify: true },
			text: '1 of 2 devices was stopped. 1 had finished.',
		},
		{
			given: 'ten devices that have finished',
			fleet: () => fleetOf(times(10, 'finished')),
			text: 'None of 10 devices was stopped. 10 had finished.',
		},
	])('given $given, when they are cancelled, then the text says so', async (example) => {
		const { text } = await summarized(example.fleet(), example.options);
		expect(text).toBe(example.text);
	});

	it('given 10,000 devices in the middle of a roll-out, when they are cancelled, then one item counts them all, lists a hundred, and does not stop the workflow', async () => {
		const rollout = mixedFleet(10_000, { finished: 0.1, installing: 0.05, unknown: 0.001 });
		const summary = await summarized(rollout, { verify: true });
		expect(summary).toEqual({
			text: expect.stringMatching(
				/^8,490 of 10,000 devices were stopped\. 500 are installing: (testDevice\d+, ){2}testDevice\d+ and 497 more; 10 are not known to the platform: (testDevice\d+, ){2}testDevice\d+ and 7 more; 1,000 had finished\.$/,
			),
			success: false,
			devices: 10_000,
			outcomes: {
				...{ cancelled: 8_490, accepted: 0, notCancellable: 500, nothingToCancel: 1_000 },
				...{ notFound: 10, failed: 0, unknown: 0, skipped: 0 },
			},
			notCancelled: expect.any(Array),
			notListed: 1_410,
			unusableItems: 0,
			requests: expect.any(Number),
			seconds: expect.any(Number),
		});
		const { notCancelled } = summary;
		expect(notCancelled).toHaveLength(100);
		expect(notCancelled).toContainEqual({
			deviceName: expect.stringMatching(/^testDevice\d+$/),
			outcome: 'notCancellable',
			reason: 'installing the update (IN_PROGRESS)',
		});
	});

	it('given devices that have finished, when nothing to cancel is success, then so is the summary', async () => {
		const done = { nothingToCancel: 'success' };
		const summary = await summarized(fleetOf(times(2, 'finished')), done);
		expect(summary).toMatchObject({ success: true, notCancelled: [], notListed: 0 });
	});

	it('given several items, one of them without devices, when they are cancelled, then one item is paired to all of them', async () => {
		await onBench(engine, {}, async ({ run }) => {
			const { outputs } = await run({
				items: [
					{ deviceNames: 'testDevice1' },
					{ deviceNames: [] },
					{ deviceNames: 'testDevice2' },
				],
				parameters: { options: OPTIONS },
			});
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({ text: 'The cancel was accepted for all 2 devices.' }),
			]);
			expect(pairsOf(outputs[0])).toEqual([[0, 1, 2]]);
		});
	});

	it('given no device at all, when it runs, then the text says that nothing was done', async () => {
		await onBench(engine, {}, async ({ run, emulator }) => {
			const { outputs } = await run({
				items: [{ deviceNames: [] }],
				parameters: { options: OPTIONS },
			});
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({
					text: 'No device was cancelled, for none was named.',
					devices: 0,
				}),
			]);
			expect(emulator.log).toEqual([]);
		});
	});

	it('given an item that cannot be used, when the workflow continues, then the text counts it, and it has its error', async () => {
		await onBench(engine, {}, async ({ run }) => {
			const { outputs } = await run({
				items: [{ deviceNames: 'testDevice1' }, { deviceNames: null }],
				onError: 'continueErrorOutput',
				parameters: { options: OPTIONS },
			});
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({
					success: false,
					unusableItems: 1,
					text: expect.stringMatching(
						/^The cancel of testDevice1 was accepted\. 1 item could not be used: Device Names .+\.$/,
					),
				}),
			]);
			expect(pairsOf(outputs[1])).toEqual([[1]]);
		});
	});
});

describe('the output Summary where the platform told of no device', () => {
	const refused: Omit<BenchRun, 'items'> = {
		credential: { accessKeySecret: 'wrongSecret' },
		parameters: { options: OPTIONS },
	};
	const items = [{ deviceNames: ['testDevice1', 'testDevice2'] }];

	it('given a wrong secret, when On Error is to stop, then the workflow stops with the reason', async () => {
		await onBench(engine, {}, async ({ run }) => {
			const { error } = await run({ items, ...refused });
			expect(error?.message).toContain('(SignatureDoesNotMatch) [item 0]');
			expect(error?.description).toContain('Of 2 devices: 2 not cancelled.');
		});
	});

	it('given a wrong secret and an error branch, when it runs, then the summary goes there as an error', async () => {
		await onBench(engine, {}, async ({ run }) => {
			const { outputs } = await run({ items, ...refused, onError: 'continueErrorOutput' });
			expect(outputs[0] ?? []).toEqual([]);
			expect(jsonOf(outputs[1])).toEqual([
				expect.objectContaining({
					error: expect.stringContaining('(SignatureDoesNotMatch)'),
					message: expect.stringContaining('testDevice1'),
					details: expect.objectContaining({
						success: false,
						text: expect.stringMatching(
							/^None of 2 devices was stopped\. 2 were refused: testDevice1, testDevice2\. .*\(SignatureDoesNotMatch\)\.$/,
						),
					}),
				}),
			]);
		});
	});
});
