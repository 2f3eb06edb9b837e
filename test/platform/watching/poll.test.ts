import { poll } from '../../../platform/watching/poll';
import { watchKey } from '../../../platform/watching/watch';
import type { Watch } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import { FleetPlatform, refused, RESET } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

const ONE_JOB: Watch['scope'] = { kind: 'job', jobId: DEMO.jobId };

/** 100 devices of the demo job have finished and 60 of them failed; 50 wait. */
const badFleet = () =>
	buildFleet({
		devices: 150,
		status: (index) => (index < 60 ? 'FAILED' : index < 100 ? 'SUCCEEDED' : 'QUEUED'),
	});

function setUp(fleet: Fleet, changes: Partial<Watch>, now?: () => number) {
	const platform = new FleetPlatform(fleet);
	return { platform, watcher: new Watcher(watchOf(changes), platform, now) };
}

describe('given one job that is watched', () => {
	it('when it goes wrong, then it is told with the package and product that the platform names', async () => {
		const { watcher, platform } = setUp(badFleet(), { scope: ONE_JOB, tellExisting: true });
		expect((await watcher.poll()).events).toMatchObject([
			{ jobId: DEMO.jobId, firmwareId: DEMO.firmwareId, productKey: DEMO.productKey, sample: 100 },
		]);
		expect(platform.calls[0]).toEqual({
			action: 'QueryOTAJob',
			parameters: { JobId: DEMO.jobId },
		});
	});

	it('when it is not there at the first poll, then that is a fault', async () => {
		const { watcher, platform } = setUp(badFleet(), { scope: ONE_JOB });
		platform.hidden.add(DEMO.jobId);
		const { fault, memory } = await watcher.poll();
		expect(fault).toMatchObject({ code: 'iot.firmware.InvalidOTAJobId' });
		expect(memory).toBeUndefined();
	});

	it('when it vanishes later and comes back, then that is no fault and nothing is told twice', async () => {
		const { watcher, platform } = setUp(badFleet(), { scope: ONE_JOB, tellExisting: true });
		expect((await watcher.poll()).events).toHaveLength(1);
		platform.hidden.add(DEMO.jobId);
		expect(await watcher.poll()).toMatchObject({ events: [], fault: undefined });
		platform.hidden.delete(DEMO.jobId);
		expect(await watcher.poll()).toMatchObject({ events: [], fault: undefined });
	});
});

describe('given a job that vanishes between the list and its tasks', () => {
	it('when it is polled, then the other jobs are told and there is no fault', async () => {
		const fleet = badFleet();
		const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId });
		buildFleet({ devices: 60, jobId, status: 'FAILED', name: (n) => `x${n}`, into: fleet });
		buildFleet({ devices: 1, jobId, name: () => 'waiting', into: fleet });
		const { watcher, platform } = setUp(fleet, { tellExisting: true });
		platform.setFaults((call) =>
			call === 2 ? refused('iot.firmware.InvalidOTAJobId') : undefined,
		);
		const { events, fault } = await watcher.poll();
		expect(events).toMatchObject([{ jobId }]);
		expect(fault).toBeUndefined();
	});
});

describe('given two jobs that go wrong', () => {
	const twoJobs = () => {
		const fleet = badFleet();
		const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId });
		buildFleet({ devices: 60, jobId, status: 'FAILED', name: (n) => `x${n}`, into: fleet });
		buildFleet({ devices: 1, jobId, name: () => 'waiting', into: fleet });
		return { fleet, jobId };
	};

	it.each([
		['the connection breaks at the first', RESET, 2, 0],
		['the platform refuses the first', refused('iot.firmware.ListOTAJobFailed'), 2, 1],
		['the connection breaks at the second', RESET, 7, 1],
	])('when %s, then the rest is told by the next poll', async (_, fault, at, toldNow) => {
		const { fleet } = twoJobs();
		const { watcher, platform } = setUp(fleet, {});
		// The first poll counts as gone through with nothing there.
		for (const { jobId } of fleet.jobs) platform.hidden.add(jobId);
		await watcher.poll();
		platform.hidden.clear();
		platform.setFaults((call) => (call === at ? fault : undefined));
		const first = await watcher.poll();
		expect(first.fault).toEqual(fault);
		expect(first.events).toHaveLength(toldNow);
		platform.setFaults(() => undefined);
		const second = await watcher.poll();
		expect(second.fault).toBeUndefined();
		expect(second.events).toHaveLength(2 - toldNow);
	});
});

describe('given a watch of one job, picked from a package that is not its own', () => {
	const scope = { kind: 'job', jobId: DEMO.jobId } as const;
	const stray = { ...scope, ofPackage: '169' };

	it('when it begins, then the fault names both packages and nothing is remembered', async () => {
		const { watcher } = setUp(badFleet(), { scope: stray });
		const { fault, memory } = await watcher.poll();
		expect(memory).toBeUndefined();
		expect(fault).toMatchObject({
			kind: 'input',
			field: 'OTA Package',
			what: `is 169, but the job is of package ${DEMO.firmwareId}`,
		});
	});

	it('when it was watched before the package was changed, then it goes on being watched', async () => {
		const { watcher, platform } = setUp(badFleet(), { scope });
		await watcher.poll();
		const watch = watchOf({ scope: stray });
		const { fault, memory } = await poll(watch, watcher.memory, {
			...{ call: platform.call, platformNow: Date.now, hasTime: () => true },
		});
		expect(fault).toBeUndefined();
		expect(memory?.watch).toBe(watchKey(watchOf({ scope })));
		expect(watchKey(watch)).toBe(watchKey(watchOf({ scope })));
	});
});

describe('given a watch that tells only what is new', () => {
	it('when it begins, then what is there is taken note of with counts alone', async () => {
		const { watcher, platform } = setUp(badFleet(), {});
		expect((await watcher.poll()).events).toEqual([]);
		expect(platform.calls.map(({ action }) => action)).toEqual([
			'ListOTAJobByFirmware',
			'ListOTATaskByJob',
			'ListOTATaskByJob',
			'QueryOTAJob',
		]);
		expect(watcher.memory?.jobs.entries.get(DEMO.jobId)?.told).toBe(60);
	});

	it('when the first poll fails at any request, then it leaves no memory', async () => {
		for (const at of [1, 2, 3]) {
			const { watcher, platform } = setUp(badFleet(), {});
			platform.setFaults((call) => (call === at ? RESET : undefined));
			expect(await watcher.poll()).toEqual({
				events: [],
				memory: undefined,
				fault: RESET,
				notes: [],
			});
		}
	});
});

describe('given a job that goes wrong', () => {
	it.each([
		[50, '60 of 100 devices that were judged count as failed (60 %). The tasks of 50 devices can'],
		[1, '60 of 100 devices that were judged count as failed (60 %). The tasks of 1 device can'],
		[0, '60 of 100 devices that were judged count as failed (60 %). No device is left whose task'],
	])('when %i devices can still be cancelled, then it says so in words', async (left, words) => {
		const status = (index: number) =>
			index < 60 ? 'FAILED' : index < 100 ? 'SUCCEEDED' : index < 101 ? 'IN_PROGRESS' : 'QUEUED';
		const fleet = buildFleet({ devices: 101 + left, status });
		const { events } = await setUp(fleet, { tellExisting: true }).watcher.poll();
		expect(events).toMatchObject([{ message: expect.stringContaining(words) }]);
		const [event] = events;
		expect(event?.event === 'jobGoesWrong' && event.deviceNames).toHaveLength(left);
	});

	it.each<[string, Partial<Watch>]>([
		['another scope', { scope: ONE_JOB }],
		['the same scope', {}],
	])(
		'when the watch of %s begins, then a note names it once, and one its timeout',
		async (_, changes) => {
			const { watcher } = setUp(badFleet(), changes);
			expect((await watcher.poll()).notes).toEqual([
				expect.stringContaining(`Job ${DEMO.jobId} goes wrong already`),
				expect.stringContaining(`Job ${DEMO.jobId} has no timeout`),
			]);
			expect((await watcher.poll()).notes).toEqual([]);
		},
	);
});

describe('given jobs that do not run', () => {
	it('when a job is only planned, then it is not looked at', async () => {
		const fleet = buildFleet({ devices: 0, jobId: 'other', firmwareId: '169' });
		fleet.addJob({ firmwareId: '169', jobStatus: 'PLANNED' });
		const scope: Watch['scope'] = { kind: 'package', firmwareId: '169' };
		const { watcher, platform } = setUp(fleet, { scope, event: { kind: 'taskFailed' } });
		await watcher.poll();
		const asked = platform.calls.map(({ parameters }) => parameters.JobId);
		expect(asked).toEqual([undefined, 'other']);
	});

	it('when a job goes wrong and ends between two polls, then it is still told', async () => {
		const fleet = buildFleet({ devices: 100 });
		const { watcher } = setUp(fleet, {});
		await watcher.poll();
		for (const [index, { deviceName }] of fleet.tasks.entries()) {
			fleet.setStatus(deviceName, index < 10 ? 'FAILED' : 'SUCCEEDED');
		}
		expect((await watcher.poll()).events).toMatchObject([
			{ jobStatus: 'COMPLETED', failureRate: 10, deviceNames: [] },
		]);
		expect((await watcher.poll()).events).toEqual([]);
	});
});

describe('given tasks that count as failed by choice', () => {
	it('when tasks are cancelled or stuck, then they are named with a reason', async () => {
		const now = Date.parse('2024-11-19T10:00:00Z');
		const fleet = buildFleet({
			devices: 100,
			status: (index) => (index < 80 ? 'SUCCEEDED' : index < 90 ? 'IN_PROGRESS' : 'CANCELED'),
		});
		fleet.setClock(() => now - 10 * 60_000);
		fleet.setStatus('testDevice90', 'IN_PROGRESS', { progress: '70' });
		const rule = { ...RULE, countCanceled: true, stuckAfter: 30 };
		const changes = { event: { kind: 'jobGoesWrong', rule } as const, tellExisting: true };
		const { events } = await setUp(fleet, changes, () => now).watcher.poll();
		expect(events).toMatchObject([{ failures: 19, sample: 99, failureRate: 19.19 }]);
		const [event] = events;
		const failed = event?.event === 'jobGoesWrong' ? event.failedDevices : [];
		expect(failed).toHaveLength(19);
		expect(failed[0]).toEqual({
			deviceName: 'testDevice81',
			taskStatus: 'IN_PROGRESS',
			reason: 'No change since 2024-11-11T11:11:11.000Z',
			progress: '0',
		});
	});
});

describe('given a job whose list moves between its pages', () => {
	it.each(['shrinking', 'repeating'] as const)(
		'when it is %s, then the failed tasks that a poll misses are told by a later one, none twice',
		async (pages) => {
			const fleet = buildFleet({ devices: 250, status: 'FAILED' });
			buildFleet({ devices: 1, name: () => 'waiting', into: fleet });
			const moving = new FleetPlatform(fleet, { pages });
			const steady = new FleetPlatform(fleet);
			let platform = moving;
			const watch = watchOf({ event: { kind: 'taskFailed' }, tellExisting: true });
			const watcher = new Watcher(watch, { call: async (asked) => await platform.call(asked) });
			const told: string[] = [];
			for (let polls = 0; polls < 3; polls++) {
				for (const event of (await watcher.poll()).events) {
					told.push(event.event === 'taskFailed' ? event.taskId : '');
				}
				platform = steady;
			}
			expect(new Set(told).size).toBe(told.length);
			expect(told).toHaveLength(250);
		},
	);
});
