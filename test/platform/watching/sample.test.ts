import { manualSampleOf } from '../../../platform/watching/manualSample';
import type { WatchedEvent } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import type { TaskStatus } from '../../emulator/fleet/records';
import { FleetPlatform, RESET } from '../../support/fleetPlatform';
import { RULE, watchOf } from './watching';

const GOES_WRONG: WatchedEvent = { kind: 'jobGoesWrong', rule: RULE };

/** A fleet whose package has jobs, one for each list of states: devices by state, oldest job first. */
function fleetOf(...jobs: Array<Partial<Record<TaskStatus, number>>>): Fleet {
	const fleet = buildFleet({ devices: 0, firmwareId: '169', jobId: 'elsewhere' });
	fleet.addPackage({ firmwareId: DEMO.firmwareId, productKey: DEMO.productKey });
	for (const [place, states] of jobs.entries()) {
		const jobId = `job${place + 1}`;
		const utcCreate = new Date(Date.UTC(2024, 10, 11 + place)).toISOString();
		fleet.addJob({ jobId, firmwareId: DEMO.firmwareId, utcCreate });
		const all = Object.entries(states).flatMap(([state, devices]) =>
			Array.from({ length: devices }, () => state),
		);
		for (const [index, state] of all.entries()) {
			fleet.addTask({ jobId, deviceName: `${jobId}-${index}` });
			fleet.setStatus(`${jobId}-${index}`, asStatus(state), { jobId });
		}
	}
	return fleet;
}

function asStatus(state: string): TaskStatus {
	const known: readonly TaskStatus[] = ['QUEUED', 'SUCCEEDED', 'FAILED', 'CANCELED'];
	return known.find((status) => status === state) ?? 'QUEUED';
}

async function sample(fleet: Fleet, event: WatchedEvent) {
	const platform = new FleetPlatform(fleet);
	const shown = await manualSampleOf(watchOf({ event }), {
		call: platform.call,
		platformNow: Date.now,
	});
	return shown.ok ? shown.value : [];
}

describe('given someone who tries out a trigger for jobs that go wrong', () => {
	it('when a running job goes wrong, then it is shown as it would be told', async () => {
		const shown = await sample(
			fleetOf({ FAILED: 60, QUEUED: 40 }, { SUCCEEDED: 60, QUEUED: 1 }),
			GOES_WRONG,
		);
		expect(shown).toMatchObject([{ jobId: 'job1', failures: 60 }]);
		expect(shown[0]?.event === 'jobGoesWrong' && shown[0].deviceNames).toHaveLength(40);
	});

	it('when all running jobs are well, then a finished one is shown and no device is named', async () => {
		const shown = await sample(fleetOf({ SUCCEEDED: 9 }, { QUEUED: 40 }), GOES_WRONG);
		expect(shown).toMatchObject([{ jobId: 'job1', sample: 9, deviceNames: [] }]);
	});

	it('when there is only a running job that is well, then it is shown, but no device is named', async () => {
		const shown = await sample(fleetOf({ SUCCEEDED: 9, QUEUED: 40 }), GOES_WRONG);
		expect(shown).toMatchObject([{ jobId: 'job1', failureRate: 0, deviceNames: [] }]);
		expect(shown).toMatchObject([{ counts: { QUEUED: 40, SUCCEEDED: 9 } }]);
	});
});

describe('given someone who tries out another trigger', () => {
	it('when failed tasks are watched, then ten at most are shown, those of running jobs first', async () => {
		const fleet = fleetOf({ FAILED: 8, QUEUED: 1 }, { FAILED: 20 });
		const shown = await sample(fleet, { kind: 'taskFailed' });
		expect(shown).toHaveLength(10);
		expect(shown[0]).toMatchObject({ jobId: 'job1', deviceName: 'job1-0' });
	});

	it('when the end of jobs is watched, then the youngest finished one is shown', async () => {
		const fleet = fleetOf({ SUCCEEDED: 3 }, { CANCELED: 2 }, { QUEUED: 1 });
		expect(await sample(fleet, { kind: 'jobFinished' })).toMatchObject([
			{ jobId: 'job2', jobStatus: 'CANCELED', counts: { CANCELED: 2 } },
		]);
	});

	it.each(['jobGoesWrong', 'taskFailed', 'jobFinished'] as const)(
		'when there is no job and %s is watched, then nothing is shown',
		async (kind) => {
			const event = kind === 'jobGoesWrong' ? GOES_WRONG : { kind };
			expect(await sample(fleetOf(), event)).toEqual([]);
		},
	);

	it('when the platform cannot be reached, then the fault is handed on', async () => {
		for (const at of [1, 2, 3, 4]) {
			const platform = new FleetPlatform(fleetOf({ SUCCEEDED: 1, QUEUED: 1 }));
			platform.setFaults((call) => (call === at ? RESET : undefined));
			const tools = { call: platform.call, platformNow: Date.now };
			expect(await manualSampleOf(watchOf(), tools)).toEqual({ ok: false, fault: RESET });
		}
	});
});
