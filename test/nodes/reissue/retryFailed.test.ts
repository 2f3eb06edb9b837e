import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { onOperations } from '../operations/bench';
import { byId } from '../operations/variant';
import {
	factsOf,
	firmwareId,
	jobId,
	names,
	newJobs,
	onlyReads,
	outcomes,
	retryFailed,
	toldOutcomes,
} from './reissueBench';
import { rolledOut } from '../../emulator/fleet/rolledOut';
import { quickTime } from '../../support/quickTime';

quickTime();

/** Failed for want of space: 1 to 3; by checksum: 4 and 5; cancelled: 6 and 7; one that runs. */
function mixed() {
	const fleet = rolledOut({ FAILED: 5, CANCELED: 2, IN_PROGRESS: 1, SUCCEEDED: 1 });
	for (const name of names(1, 3)) {
		fleet.setStatus(name, 'FAILED', { jobId, taskDesc: 'The device reported No Space left' });
	}
	for (const name of names(4, 5)) fleet.setStatus(name, 'FAILED', { jobId, taskDesc: 'Checksum' });
	for (const name of names(6, 7)) {
		fleet.setStatus(name, 'CANCELED', { jobId, taskDesc: 'Cancelled by request' });
	}
	return fleet;
}

describe('Retry Failed', () => {
	it.each([
		['nothing more', {}, {}, names(1, 5)],
		['a reason in other letter case', {}, { reasonContains: 'no space' }, names(1, 3)],
		['the state Canceled', { taskStatuses: ['CANCELED'] }, {}, names(6, 7)],
		[
			'both states and a reason',
			{ taskStatuses: ['FAILED', 'CANCELED'] },
			{ reasonContains: 'C' },
			names(1, 7),
		],
	])(
		'given %s, when it runs, then the devices of that state and reason go into a new job',
		async (_, parameters, options, expected) => {
			await onOperations(engine, { fleet: mixed() }, async (bench) => {
				const ran = await retryFailed(bench, { parameters, options });
				expect(ran.error).toBeUndefined();
				expect(newJobs(bench.emulator)).toEqual([expected]);
				expect(jsonOf(ran.outputs[0])).toEqual(
					expected.map((deviceName) =>
						expect.objectContaining({
							...{ deviceName, outcome: 'created', sourceJobId: jobId, firmwareId },
							jobId: expect.stringMatching(/^\d{19}$/),
						}),
					),
				);
			});
		},
	);

	it('given a reason that nobody has, when it runs, then nothing is sent and one item says so', async () => {
		await onOperations(engine, { fleet: mixed() }, async (bench) => {
			const ran = await retryFailed(bench, { options: { reasonContains: 'battery' } });
			expect(jsonOf(ran.outputs[0])).toEqual([
				expect.objectContaining({ outcome: 'nothingToDo', sourceJobId: jobId }),
			]);
			expect(onlyReads(bench)).toBe(true);
		});
	});

	it('given devices that failed in the retry as well, when it runs again, then these are tried once more and the others stay', async () => {
		const fleet = rolledOut({ FAILED: 4 });
		await onOperations(engine, { fleet }, async (bench) => {
			const first = await retryFailed(bench);
			const choice = { jobId: String(jsonOf(first.outputs[0])[0]?.jobId) };
			fleet.setStatus('testDevice2', 'FAILED', choice);
			fleet.setStatus('testDevice3', 'IN_PROGRESS', choice);
			fleet.setStatus('testDevice4', 'SUCCEEDED', choice);
			const again = await retryFailed(bench);
			expect(outcomes(again)).toEqual({ alreadyInJob: 3, created: 1 });
			expect(newJobs(bench.emulator)).toEqual([names(1, 4), ['testDevice2']]);
		});
	});

	it('given a device that runs the version by now, when it runs, then it is left out, for the platform would refuse all', async () => {
		const fleet = rolledOut({ FAILED: 3 });
		const device = fleet.device('k1nhvyl0001', 'testDevice2');
		if (device) device.moduleVersions.default = '1.0.1';
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await retryFailed(bench);
			expect(ran.error).toBeUndefined();
			expect(outcomes(ran)).toEqual({ created: 2, alreadyRuns: 1 });
		});
	});

	it('given two items that name the same job, when they run, then each device goes into one job, and the preview says the same', async () => {
		const items = [{ json: {} }, { json: {} }];
		await onOperations(engine, { fleet: rolledOut({ FAILED: 3 }) }, async (bench) => {
			const preview = await retryFailed(bench, { items, parameters: { previewOnly: true } });
			const ran = await retryFailed(bench, { items, parameters: { refuseMoreThan: 3 } });
			expect(outcomes(ran)).toEqual({ created: 3, alreadyInJob: 3 });
			expect(pairsOf(ran.outputs[0])).toEqual([[0], [0], [0], [1], [1], [1]]);
			expect(newJobs(bench.emulator)).toEqual([names(1, 3)]);
			expect(jsonOf(preview.outputs[0]).map(({ wouldBe }) => wouldBe)).toEqual(
				jsonOf(ran.outputs[0]).map(({ outcome }) => outcome),
			);
		});
	});

	it('given a job that is not there among others, when the node continues, then that item is an error item in its place', async () => {
		const items = ['1836340779212669999', jobId].map((id) => ({ json: { id } }));
		await onOperations(engine, { fleet: rolledOut({ FAILED: 1 }) }, async (bench) => {
			const ran = await retryFailed(bench, {
				...{ items, onError: 'continueRegularOutput' },
				parameters: { jobId: byId('={{ $json.id }}') },
			});
			const [first, second] = jsonOf(ran.outputs[0]);
			expect(first).toMatchObject({
				error: expect.stringContaining('iot.firmware.InvalidOTAJobId'),
				details: { sourceJobId: '1836340779212669999' },
			});
			expect(second).toMatchObject({ deviceName: 'testDevice1', outcome: 'created' });
			expect(pairsOf(ran.outputs[0])).toEqual([[0], [1]]);
		});
	});

	it('given three items of which the second is refused while it is carried out, when On Error stops, then the error tells the job of the first and that the third was not begun', async () => {
		const fleet = rolledOut({ FAILED: 1 });
		const others = names(2, 3).map((deviceName) => {
			const job = fleet.addJob({ firmwareId });
			fleet.addTask({ jobId: job.jobId, deviceName, taskStatus: 'FAILED' });
			return job.jobId;
		});
		let creates = 0;
		const faults = ({ action }: { action?: string }) =>
			action === 'CreateOTAStaticUpgradeJob' && ++creates === 2
				? ({ kind: 'code', code: 'iot.system.BillIsOverDue' } as const)
				: undefined;
		await onOperations(engine, { fleet, faults }, async (bench) => {
			const ran = await retryFailed(bench, {
				items: [jobId, ...others].map((id) => ({ json: { id } })),
				parameters: { jobId: byId('={{ $json.id }}') },
			});
			expect(ran.error?.message).toMatch(/iot\.system\.BillIsOverDue.*\[item 1\]$/);
			expect(ran.error?.description).toMatch(
				/ Jobs created: \d{19}\. 1 item after it: not begun\.$/,
			);
			expect(toldOutcomes(ran)).toEqual({ created: 1, failed: 1 });
			expect(creates).toBe(2);
		});
	});

	it.each(['cut', 'stuck'] as const)(
		'given a list whose pages are %s, when it runs, then it is refused with both figures and nothing but reads is sent',
		async (pages) => {
			await onOperations(engine, { fleet: rolledOut({ FAILED: 250 }), pages }, async (bench) => {
				const { error } = await retryFailed(bench);
				expect(error?.message).toMatch(/counts 250 records and gave 100/);
				expect(error?.description).toMatch(/^No job was created/);
				expect(onlyReads(bench)).toBe(true);
			});
		},
	);

	it('given devices that have an unfinished task in another job, when the platform takes the job and gives them no task, then they are told as not seen', async () => {
		const fleet = rolledOut({ FAILED: 2 });
		fleet.addPackage({ firmwareId: '169', productKey: 'k1nhvyl0001', destVersion: '2.0.0' });
		const other = fleet.addJob({ firmwareId: '169' });
		fleet.addTask({ jobId: other.jobId, deviceName: 'testDevice2', taskStatus: 'QUEUED' });
		await onOperations(engine, { fleet }, async (bench) => {
			const ran = await retryFailed(bench, { onError: 'continueRegularOutput' });
			expect(outcomes(ran)).toEqual({ created: 1, unknown: 1 });
			const [, unseen] = jsonOf(ran.outputs[0]);
			expect(unseen?.error).toMatch(/^Device testDevice2: job \d{19} was created for it, but/);
			expect(factsOf(unseen ?? {}).jobId).toMatch(/^\d{19}$/);
		});
	}, 60_000);
});
