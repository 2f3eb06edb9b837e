import type { IDataObject } from 'n8n-workflow';
import type { TaskStatus } from '../../platform';
import type { RequestLogEntry } from '../emulator/emulator';
import type { FaultPlan } from '../emulator/faults/faults';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';
import type { Bench, BenchRun } from './bench';
import { cancelOnce } from './once';
import { quickTime } from '../support/quickTime';

quickTime();

const LATE = { cancelDelay: 60_000 };
const VERIFY = { verify: true, verifyTimeout: 5_000, requestsPerSecond: 100 };
const UNSEEN = 'accepted, but not seen cancelled within 5 s (its task is still QUEUED)';
const FIX =
	'The cancel may still show, or the update may go on: look at the task again later. If the platform often takes longer, raise Verify Timeout (Ms) under Options.';
const ANSWER = expect.objectContaining({ success: true });

function verified(options: IDataObject = {}): Partial<BenchRun> {
	return { parameters: { options: { ...VERIFY, ...options } } };
}

/** A run whose cancels the tasks do not show in time. */
async function whileLate(use: (bench: Bench) => Promise<void>): Promise<void> {
	await onBench(engine, LATE, use);
}

describe('a device that Verify did not see cancelled in time', () => {
	it('given the default output, when there is an error branch, then the item goes there alone, with the reason and how to go on', async () => {
		await whileLate(async ({ run }) => {
			const { outputs, error } = await run({
				items: [{ deviceNames: 'testDevice1', jobId: DEMO.jobId }],
				onError: 'continueErrorOutput',
				...verified(),
			});
			expect(error).toBeUndefined();
			expect(outputs[0] ?? []).toEqual([]);
			expect(jsonOf(outputs[1])).toEqual([
				expect.objectContaining({
					error: `Device testDevice1: ${UNSEEN}`,
					message: `Not confirmed: testDevice1 (${UNSEEN}). ${FIX}`,
					details: expect.objectContaining({
						deviceNames: ['testDevice1'],
						devices: [
							expect.objectContaining({
								...{ outcome: 'accepted', taskStatus: 'QUEUED', message: UNSEEN },
								requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
							}),
						],
					}),
				}),
			]);
			expect(pairsOf(outputs[1])).toEqual([[0]]);
		});
	});

	it('given one item per device, when the workflow continues on fail, then it is an error item too', async () => {
		await whileLate(async ({ run }) => {
			const { outputs } = await run({
				items: [{ deviceNames: 'testDevice1' }],
				onError: 'continueRegularOutput',
				...verified({ output: 'perDevice' }),
			});
			expect(jsonOf(outputs[0])).toEqual([
				{
					error: `Device testDevice1: ${UNSEEN}`,
					message: FIX,
					details: expect.objectContaining({ outcome: 'accepted', taskStatus: 'QUEUED' }),
				},
			]);
		});
	});

	it('given On Error Stop, when it runs, then it throws, and counts it apart from what was not cancelled', async () => {
		await whileLate(async ({ run }) => {
			const { outputs, error } = await run({
				items: [{ deviceNames: ['testDevice1', 'testDevice2', 'ghost'] }],
				...verified(),
			});
			expect(outputs).toEqual([]);
			expect(error?.message).toBe(`Device testDevice1: ${UNSEEN} [item 0]`);
			expect(error?.description).toMatch(
				/^Of 3 devices: 2 accepted but not seen cancelled, 1 not cancelled\. /,
			);
		});
	});

	it('given one device that shows its cancel and one that has finished before, when it is verified, then the answer stays and the error names the other', async () => {
		const status = (index: number): TaskStatus => (index === 1 ? 'SUCCEEDED' : 'QUEUED');
		const { outputs } = await cancelOnce({
			on: { fleet: buildFleet({ devices: 2, status }) },
			items: [{ deviceNames: 'testDevice1, testDevice2' }],
			onError: 'continueRegularOutput',
			...verified({ verifyTimeout: 5_000 }),
		});
		expect(jsonOf(outputs[0])).toEqual([
			ANSWER,
			expect.objectContaining({
				error: 'Device testDevice2: has finished the update (SUCCEEDED)',
			}),
		]);
	});

	it('given one device that shows its cancel and one that does not, when items share the request, then the answer is left out for the other alone', async () => {
		const fleet = buildFleet({ devices: 2 });
		const onRequest = ({ action }: RequestLogEntry) => {
			if (action === 'ListOTAJobByFirmware') fleet.setStatus('testDevice1', 'CANCELED');
		};
		const { outputs, cancels } = await cancelOnce({
			on: { ...LATE, fleet, onRequest },
			items: [
				{ deviceNames: 'testDevice1' },
				{ deviceNames: 'testDevice2' },
				{ deviceNames: 'testDevice1, testDevice2' },
			],
			onError: 'continueErrorOutput',
			...verified(),
		});
		expect(cancels()).toHaveLength(1);
		expect(jsonOf(outputs[0])).toEqual([ANSWER, ANSWER]);
		expect(pairsOf(outputs[0])).toEqual([[0], [2]]);
		expect(jsonOf(outputs[1]).map(({ error }) => error)).toEqual([
			`Device testDevice2: ${UNSEEN}`,
			`Device testDevice2: ${UNSEEN}`,
		]);
		expect(pairsOf(outputs[1])).toEqual([[1], [2]]);
	});

	it('given lists that cannot be read, when the time is over, then the reason says what kept Verify from looking', async () => {
		const faults: FaultPlan = ({ action }) =>
			action === 'ListOTATaskByJob'
				? { kind: 'code', code: 'iot.common.RamActionPermissionDeny' }
				: undefined;
		const { error } = await cancelOnce({
			on: { faults },
			items: [{ deviceNames: 'testDevice1', jobId: DEMO.jobId }],
			...verified(),
		});
		expect(error?.message).toMatch(
			/^Device testDevice1: accepted, but not seen cancelled within 5 s \(.*RamActionPermissionDeny\)\) \[item 0\]$/,
		);
	});

	it('given Verify is off, when the tasks show nothing yet, then the answer passes as before', async () => {
		await whileLate(async ({ run }) => {
			const { outputs, error } = await run({ items: [{ deviceNames: 'testDevice1' }] });
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toEqual([ANSWER]);
		});
	});

	it('given tasks that show the cancel in time, when it is verified, then the answer passes', async () => {
		const { outputs, error } = await cancelOnce({
			items: [{ deviceNames: 'testDevice1' }],
			...verified({ verifyTimeout: 5_000 }),
		});
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([ANSWER]);
	});
});

describe('a device with nothing left to cancel', () => {
	it.each([
		['CANCELED', 'was cancelled before (CANCELED)'],
		['SUCCEEDED', 'has finished the update (SUCCEEDED)'],
		['FAILED', 'its update has failed (FAILED)'],
	] as const)(
		'given a task that is %s and no job, when it runs, then the text tells which',
		async (status, reason) => {
			const { error } = await cancelOnce({
				on: { fleet: buildFleet({ devices: 1, status }) },
				items: [{ deviceNames: 'testDevice1' }],
			});
			expect(error?.message).toBe(`Device testDevice1: ${reason} [item 0]`);
		},
	);

	it('given a package of many jobs and no job, when it runs, then the text tells what was seen and how to learn more', async () => {
		const fleet = buildFleet({ devices: 1, status: 'CANCELED' });
		for (const place of [2, 3, 4, 5]) {
			fleet.addJob({ jobId: `183634077921266000${place}`, firmwareId: DEMO.firmwareId });
		}
		const { error } = await cancelOnce({ on: { fleet }, items: [{ deviceNames: 'testDevice1' }] });
		expect(error?.message).toBe('Device testDevice1: no unfinished task [item 0]');
		expect(error?.description).toMatch(
			/To be told whether it was cancelled before or has finished, enter the job in OTA Job\.$/,
		);
	});
});
