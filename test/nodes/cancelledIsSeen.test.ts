import type { IDataObject } from 'n8n-workflow';
import type { EmulatorOptions } from '../emulator/emulator';
import type { Fault, FaultPlan } from '../emulator/faults/faults';
import type { Fleet } from '../emulator/fleet/fleet';
import { buildFleet, DEMO, namesOf } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';

const HOUR = 60 * 60_000;
const CANCEL = 'CancelOTATaskByDevice';
const NEWER_JOB = '1836340779212660002';

/** What became of the devices of a run, and how long it took. */
interface Told {
	/** How many devices have which outcome. */
	readonly outcomes: Readonly<Record<string, number>>;
	/** Ms. */
	readonly took: number;
}

/** Cancels testDevice1 and so on, and tells the outcome of each. */
async function cancel(
	on: EmulatorOptions & { readonly fleet: Fleet },
	{ devices, jobId = '', ...options }: IDataObject & { devices: number; jobId?: string },
): Promise<Told> {
	const outcomes: Record<string, number> = {};
	let took = 0;
	await onBench(engine, on, async ({ run }) => {
		const start = performance.now();
		const { outputs, error } = await run({
			items: [{ deviceNames: namesOf(devices), jobId }],
			onError: 'continueRegularOutput',
			parameters: { options: { output: 'perDevice', requestsPerSecond: 100, ...options } },
		});
		took = performance.now() - start;
		expect(error).toBeUndefined();
		for (const json of jsonOf(outputs[0])) {
			const { outcome }: IDataObject = Object(json.details ?? json);
			outcomes[String(outcome)] = (outcomes[String(outcome)] ?? 0) + 1;
		}
	});
	return { outcomes, took };
}

describe('Cancel by Device with Verify, on lists that ignore names and pages', () => {
	it.concurrent.each(['right', 'zero', 'blank'] as const)(
		'given 300 devices of which 100 are shown and no cancel takes effect, when the total is %s, then none is called cancelled',
		async (totals) => {
			const { outcomes } = await cancel(
				{
					...{ fleet: buildFleet({ devices: 300 }), cancelDelay: HOUR },
					...{ ignoresNames: true, pages: 'stuck', totals },
				},
				{ devices: 300, jobId: DEMO.jobId, verify: true, verifyTimeout: 2_500 },
			);
			expect(outcomes).toEqual({ accepted: 300 });
		},
	);
});

describe('Cancel by Device of a device with an old CANCELED task', () => {
	const LOST: Fault = { kind: 'reset' };

	/** The update of the device is done while the first cancel is lost. */
	const doneMeanwhile = (fleet: Fleet): FaultPlan => {
		let cancels = 0;
		return ({ action }) => {
			if (action !== CANCEL || ++cancels > 1) return undefined;
			fleet.setStatus('testDevice1', 'SUCCEEDED', { jobId: NEWER_JOB });
			return LOST;
		};
	};

	it.concurrent.each([
		{ named: 'no job', jobId: '', verify: false },
		{ named: 'no job', jobId: '', verify: true },
		{ named: 'its job', jobId: NEWER_JOB, verify: false },
		{ named: 'its job', jobId: NEWER_JOB, verify: true },
	])(
		'given $named, when the answer is lost and the other task is done meanwhile, then it is not called cancelled (Verify: $verify)',
		async ({ jobId, verify }) => {
			const fleet = buildFleet({ devices: 1, status: 'CANCELED' });
			buildFleet({ devices: 1, jobId: NEWER_JOB, status: 'CANCELED', into: fleet });
			fleet.addTask({ jobId: NEWER_JOB, deviceName: 'testDevice1' });
			const { outcomes } = await cancel(
				{ fleet, faults: doneMeanwhile(fleet) },
				{ devices: 1, jobId, verify, verifyTimeout: 2_000 },
			);
			expect(outcomes).toEqual({ nothingToCancel: 1 });
		},
	);
});

describe('Cancel by Device on a platform that cancels a part of a refused request and lists it late', () => {
	it.concurrent.each([
		{ named: 'a job', jobId: DEMO.jobId },
		{ named: 'no job', jobId: '' },
	])(
		'given $named and Verify, when the lists show it after two seconds, then the others are told as cancelled',
		async ({ jobId }) => {
			const fleet = buildFleet({
				devices: 10,
				status: (index) => (index < 3 ? 'SUCCEEDED' : 'QUEUED'),
			});
			const { outcomes } = await cancel(
				{ fleet, partialCancel: true, listLag: 2_000 },
				{ devices: 10, jobId, verify: true, verifyTimeout: 8_000 },
			);
			expect(fleet.countByStatus()).toMatchObject({ CANCELED: 7, SUCCEEDED: 3 });
			expect(outcomes).toEqual({ cancelled: 7, nothingToCancel: 3 });
		},
	);
});

describe('Cancel by Device of 1,000 devices in 20 jobs, with a second to verify', () => {
	/** One task for each device, 50 in each job. */
	function inTwentyJobs(): Fleet {
		const fleet = buildFleet({ devices: 0 });
		for (let job = 0; job < 20; job++) {
			buildFleet({
				devices: 50,
				jobId: `18363407792126601${String(job).padStart(2, '0')}`,
				name: (index) => `testDevice${job * 50 + index + 1}`,
				into: fleet,
			});
		}
		return fleet;
	}

	const onLists =
		(fault: Fault): FaultPlan =>
		({ action }) =>
			action === 'ListOTATaskByJob' ? fault : undefined;

	it.each<{ platform: string; faults?: FaultPlan }>([
		{ platform: 'answers at once' },
		{ platform: 'takes five seconds for a list', faults: onLists({ kind: 'slow', ms: 5_000 }) },
		{ platform: 'throttles lists', faults: onLists({ kind: 'throttle' }) },
		{
			platform: 'wants a pause before lists',
			faults: onLists({ kind: 'throttle', retryAfter: 5 }),
		},
		{ platform: 'fails to list', faults: onLists({ kind: 'status', status: 503 }) },
		{ platform: 'does not answer for lists', faults: onLists({ kind: 'hang' }) },
	])(
		'given a platform that $platform, when they are cancelled, then the run ends within 2.5 s',
		async ({ faults }) => {
			const fleet = inTwentyJobs();
			const { outcomes, took } = await cancel(
				{ fleet, faults },
				{ devices: 1_000, verify: true, verifyTimeout: 1_000, timeout: 6_000 },
			);
			const { accepted = 0, cancelled = 0, ...others } = outcomes;
			expect(fleet.countByStatus().CANCELED).toBe(1_000);
			expect(others).toEqual({});
			expect(accepted + cancelled).toBe(1_000);
			expect(took).toBeLessThan(2_500);
		},
	);
});
