import { ACTIONS } from '../../../platform/catalog';
import { TASK_STATUSES } from '../../../platform/catalog/taskStatus';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { Fleet } from '../../emulator/fleet/fleet';
import type { TaskStatus } from '../../emulator/fleet/records';
import { FleetPlatform } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

const JOBS = 20;
const DEVICES = 10_000;

/** A computer that does other work besides takes its time over 200,000 tasks. */
const LONG = 120_000;

/** 20 jobs of the demo package with 10,000 devices each, unless told otherwise. */
function largeFleet(stateAt: (index: number) => TaskStatus, devices = DEVICES): Fleet {
	const fleet = new Fleet();
	for (let job = 1; job <= JOBS; job++) {
		const jobId = `18363407790000000${String(job).padStart(2, '0')}`;
		buildFleet({
			devices,
			jobId,
			status: stateAt,
			name: (index) => `${job}-${index}`,
			into: fleet,
		});
	}
	return fleet;
}

/** 40 % are done, of those 4 % failed; 1 % is in progress. */
const healthy = (index: number): TaskStatus => {
	const place = index % 100;
	if (place >= 41) return 'QUEUED';
	if (place === 40) return 'IN_PROGRESS';
	return index % 1000 < 16 && place < 16 ? 'FAILED' : 'SUCCEEDED';
};

jest.setTimeout(LONG);

describe('given 20 jobs with 10,000 devices each', () => {
	let fleet: Fleet;
	beforeAll(() => {
		fleet = largeFleet(healthy);
	});

	it('when a poll tells nothing, then it takes 41 requests, and the first one more for the timeout of each job', async () => {
		const platform = new FleetPlatform(fleet);
		const watcher = new Watcher(watchOf(), platform);
		await watcher.poll();
		expect(platform.calls).toHaveLength(1 + (2 + 1) * JOBS);
		platform.calls.length = 0;
		expect((await watcher.poll()).events).toEqual([]);
		expect(platform.calls).toHaveLength(41);
	});

	it('when cancelled and stuck tasks count too, then it takes 1 more for each and, where those in progress matter, 1 for every 100', async () => {
		const platform = new FleetPlatform(fleet);
		const rule = { ...RULE, countCanceled: true, stuckAfter: 60_000_000 };
		await new Watcher(watchOf({ event: { kind: 'jobGoesWrong', rule } }), platform).poll();
		expect(platform.calls).toHaveLength(1 + (4 + 1) * JOBS);
	});

	it('when those in progress could not make a job go wrong, then they are counted and not read', async () => {
		const platform = new FleetPlatform(fleet);
		const rule = { ...RULE, threshold: 10, stuckAfter: 60 };
		await new Watcher(watchOf({ event: { kind: 'jobGoesWrong', rule } }), platform).poll();
		expect(platform.calls).toHaveLength(1 + 3 * JOBS);
	});

	it('when failed tasks are watched, then it takes 1 for every 100 of them', async () => {
		const platform = new FleetPlatform(fleet);
		await new Watcher(watchOf({ event: { kind: 'taskFailed' } }), platform).poll();
		expect(platform.calls).toHaveLength(1 + JOBS * 2);
	});
});

describe('given 20 jobs with 10,000 devices each, with all on that can count as failed', () => {
	it('when a poll needs all that it may ask for, then it takes 421 requests', async () => {
		const halfway = (index: number) => (index % 2 === 0 ? 'SUCCEEDED' : 'IN_PROGRESS');
		const platform = new FleetPlatform(largeFleet(halfway));
		const rule = { ...RULE, countCanceled: true, stuckAfter: 600_000_000, offlineAfter: 30 };
		let now = Date.now();
		const watch = watchOf({ event: { kind: 'jobGoesWrong', rule } });
		const watcher = new Watcher(watch, platform, () => (now += 1));
		for (let polls = 0; polls < 2; polls++) {
			platform.calls.length = 0;
			expect(await watcher.poll()).toMatchObject({ events: [], fault: undefined });
			const counts = 4 * JOBS;
			const inProgress = 10 * JOBS;
			const devices = (8 + 20) * 5;
			expect(platform.calls).toHaveLength(1 + counts + inProgress + devices);
			expect(platform.calls).toHaveLength(421);
		}
	});
});

describe('given 20 jobs with 1,000 devices each', () => {
	it('when all of them go wrong, then each is read whole once, 100 tasks a request', async () => {
		const fleet = largeFleet((index) => (index < 500 ? 'FAILED' : 'QUEUED'), 1000);
		const platform = new FleetPlatform(fleet);
		const watcher = new Watcher(watchOf({ tellExisting: true }), platform);
		expect((await watcher.poll()).events).toHaveLength(JOBS);
		expect(platform.calls).toHaveLength(41 + JOBS * (10 + 1));
		platform.calls.length = 0;
		expect((await watcher.poll()).events).toEqual([]);
		expect(platform.calls).toHaveLength(41);
	});

	it('when all of them have finished, then each is counted once and never looked at again', async () => {
		const fleet = largeFleet(healthy, 1000);
		const platform = new FleetPlatform(fleet);
		const watcher = new Watcher(watchOf({ event: { kind: 'jobFinished' } }), platform);
		await watcher.poll();
		for (const { taskStatus, deviceName } of fleet.tasks) {
			const isOpen = taskStatus === 'QUEUED' || taskStatus === 'IN_PROGRESS';
			if (isOpen) fleet.setStatus(deviceName, 'SUCCEEDED');
		}
		platform.calls.length = 0;
		expect((await watcher.poll()).events).toHaveLength(JOBS);
		expect(platform.calls).toHaveLength(1 + TASK_STATUSES.length * JOBS);
		platform.calls.length = 0;
		await watcher.poll();
		expect(platform.calls).toHaveLength(1);
	});

	it('when the time of a poll is up, then the jobs that are left wait for the next one', async () => {
		const fleet = largeFleet((index) => (index < 500 ? 'FAILED' : 'QUEUED'), 1000);
		const platform = new FleetPlatform(fleet);
		const watch = watchOf({ tellExisting: true });
		const watcher = new Watcher(watch, platform, Date.now, () => platform.calls.length < 60);
		const told: string[] = [];
		for (let polls = 1; polls <= 10; polls++) {
			platform.calls.length = 0;
			for (const { jobId } of (await watcher.poll()).events) told.push(jobId);
			expect(platform.calls.length).toBeLessThan(60 + 2 + 10 + 1);
		}
		expect(told.sort()).toEqual(fleet.jobs.map(({ jobId }) => jobId).sort());
	});
});

describe('given a product of three packages', () => {
	it('when it is watched, then its packages are listed and the jobs of each', async () => {
		const fleet = buildFleet({ devices: 10 });
		for (const firmwareId of ['169', '170']) {
			fleet.addPackage({ firmwareId, productKey: DEMO.productKey });
			const { jobId } = fleet.addJob({ firmwareId });
			buildFleet({ devices: 10, firmwareId, jobId, into: fleet });
		}
		fleet.addProduct({ productKey: 'another' });
		fleet.addPackage({ firmwareId: '171', productKey: 'another' });
		const platform = new FleetPlatform(fleet);
		const scope = { kind: 'product', productKey: DEMO.productKey } as const;
		await new Watcher(watchOf({ scope }), platform).poll();
		const actions = platform.calls.map(({ action }) => action);
		expect(actions.filter((action) => action === 'ListOTAFirmware')).toHaveLength(1);
		expect(actions.filter((action) => action === 'ListOTAJobByFirmware')).toHaveLength(3);
		expect(actions.filter((action) => action === 'ListOTATaskByJob')).toHaveLength(2 * 3);
	});
});

describe('given any poll', () => {
	it('when it asks, then with reads only', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 300, status: 'FAILED' }));
		for (const kind of ['taskFailed', 'jobFinished'] as const) {
			await new Watcher(watchOf({ event: { kind }, tellExisting: true }), platform).poll();
		}
		await new Watcher(watchOf({ tellExisting: true }), platform).poll();
		const table: Readonly<Record<string, { effect: string }>> = ACTIONS;
		for (const { action } of platform.calls) expect(table[action]?.effect).toBe('read');
	});
});
