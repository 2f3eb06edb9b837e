import type { SuccessRule } from '../../../platform/watching/judge';
import { manualSampleOf } from '../../../platform/watching/manualSample';
import type { Watch } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import { setDeviceStatus } from '../../emulator/fleet/presence';
import type { TaskStatus } from '../../emulator/fleet/records';
import type { EmulatorOptions } from '../../emulator/options';
import { FleetPlatform } from '../../support/fleetPlatform';
import { Watcher, watchOf } from './watching';

const MINUTE = 60_000;
const NOW = Date.parse('2024-11-19T12:00:00Z');
const SUCCESS: SuccessRule = {
	...{ threshold: 95, minimumSample: 50, finishedShare: 0 },
	...{ countCanceled: false, stuckAfter: 60, offlineAfter: 0 },
};

/** So many devices of the demo job in each state, in this order. */
function fleetOf(states: Partial<Record<TaskStatus, number>>): Fleet {
	const all = Object.entries(states).flatMap(([state, count]) =>
		Array.from({ length: count }, () => state),
	);
	const known: readonly TaskStatus[] = ['SUCCEEDED', 'FAILED', 'QUEUED', 'IN_PROGRESS', 'CANCELED'];
	const status = (index: number) => known.find((state) => state === all[index]) ?? 'QUEUED';
	return buildFleet({ devices: all.length, status });
}

const watchFor = (changes: Partial<SuccessRule> = {}, tellExisting = true): Watch =>
	watchOf({ event: { kind: 'jobGoesWell', rule: { ...SUCCESS, ...changes } }, tellExisting });

function watching(
	fleet: Fleet,
	{
		rule,
		tellExisting,
		...options
	}: EmulatorOptions & { rule?: Partial<SuccessRule>; tellExisting?: boolean } = {},
) {
	const platform = new FleetPlatform(fleet, options);
	let time = NOW;
	const watcher = new Watcher(watchFor(rule, tellExisting), platform, () => time);
	return { platform, watcher, pass: (minutes: number) => (time += minutes * MINUTE) };
}

function succeed(fleet: Fleet, from: number, to: number, at = NOW): void {
	fleet.setClock(() => at);
	for (let place = from; place < to; place++)
		fleet.setStatus(`testDevice${place + 1}`, 'SUCCEEDED');
}

describe('given a job whose success is waited for', () => {
	it('when its devices succeed one after the other, then it is told once, at the minimum sample', async () => {
		const fleet = fleetOf({ QUEUED: 100 });
		const { watcher, platform } = watching(fleet);
		const told: number[] = [];
		for (let done = 10; done <= 100; done += 10) {
			succeed(fleet, done - 10, done);
			for (const event of (await watcher.poll()).events) {
				told.push(done);
				expect(event).toEqual({
					event: 'jobGoesWell',
					message:
						'50 of 50 devices that were judged have succeeded (100 %). 50 devices have not finished.',
					...{ productKey: DEMO.productKey, firmwareId: DEMO.firmwareId, jobId: DEMO.jobId },
					jobStatus: 'IN_PROGRESS',
					counts: expect.objectContaining({ SUCCEEDED: 50, QUEUED: 50 }),
					...{ successRate: 100, threshold: 95, sample: 50 },
				});
			}
		}
		expect(told).toEqual([50]);
		platform.calls.length = 0;
		await watcher.poll();
		expect(platform.calls).toHaveLength(1);
	});

	it.each<[string, Partial<Record<TaskStatus, number>>, number]>([
		['94 of 100 have succeeded', { SUCCEEDED: 94, FAILED: 6, QUEUED: 5 }, 0],
		['95 of 100 have succeeded', { SUCCEEDED: 95, FAILED: 5, QUEUED: 5 }, 1],
		['6 of 100 are stuck', { SUCCEEDED: 94, IN_PROGRESS: 6 }, 0],
		['5 of 100 are stuck', { SUCCEEDED: 95, IN_PROGRESS: 5 }, 1],
		['it has finished', { SUCCEEDED: 95, FAILED: 5 }, 1],
		['its other devices are cancelled', { SUCCEEDED: 95, CANCELED: 50 }, 1],
		['all of it was cancelled', { CANCELED: 100 }, 0],
		['49 of 49 have succeeded', { SUCCEEDED: 49, QUEUED: 5 }, 0],
	])('when %s, then it goes well or not', async (_, states, events) => {
		const { watcher } = watching(fleetOf(states));
		expect((await watcher.poll()).events).toHaveLength(events);
		expect((await watcher.poll()).events).toEqual([]);
	});

	it('when cancelled tasks count as failed, then they count against it', async () => {
		const rule = { countCanceled: true };
		const { watcher } = watching(fleetOf({ SUCCEEDED: 90, CANCELED: 10, QUEUED: 1 }), { rule });
		expect((await watcher.poll()).events).toEqual([]);
	});

	it('when a whole job is marked as cancelled, then it is no ground for a next stage', async () => {
		const fleet = buildFleet({ devices: 0 });
		const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId, jobStatus: 'CANCELED' });
		buildFleet({ devices: 60, jobId, status: 'SUCCEEDED', into: fleet });
		expect((await watching(fleet).watcher.poll()).events).toEqual([]);
	});

	it('when a list lacks tasks, then it is not told, and the lack is', async () => {
		const fleet = fleetOf({ SUCCEEDED: 200, QUEUED: 100 });
		const { watcher } = watching(fleet, { pages: 'cut' });
		expect(await watcher.poll()).toMatchObject({ events: [], fault: { kind: 'incomplete' } });
	});
});

describe('given that 90 % of a job must have finished', () => {
	const rule = { finishedShare: 90 };

	it('when its devices succeed one after the other, then it is told once nine tenths have', async () => {
		const fleet = fleetOf({ QUEUED: 100 });
		const { watcher } = watching(fleet, { rule });
		const told: number[] = [];
		for (let done = 10; done <= 100; done += 10) {
			succeed(fleet, done - 10, done);
			const { events } = await watcher.poll();
			if (events.length > 0) told.push(done);
		}
		expect(told).toEqual([90]);
	});

	it.each<[string, Partial<Record<TaskStatus, number>>, Partial<SuccessRule>, number]>([
		['all that are left are cancelled', { SUCCEEDED: 60, CANCELED: 40 }, {}, 1],
		['cancelled ones count as failed', { SUCCEEDED: 60, CANCELED: 40 }, { countCanceled: true }, 0],
		['a fifth is installing', { SUCCEEDED: 80, IN_PROGRESS: 20 }, { stuckAfter: 0 }, 0],
		['a tenth waits', { SUCCEEDED: 90, QUEUED: 10 }, {}, 1],
	])('when %s, then it is told or not', async (_, states, changes, events) => {
		const { watcher } = watching(fleetOf(states), { rule: { ...rule, ...changes } });
		expect((await watcher.poll()).events).toHaveLength(events);
	});
});

describe('given a watch that begins when a job goes well already', () => {
	it('when only what is new is told, then the log names it and it is not told', async () => {
		const fleet = fleetOf({ SUCCEEDED: 60, QUEUED: 100 });
		const { watcher } = watching(fleet, { tellExisting: false });
		expect(await watcher.poll()).toMatchObject({
			events: [],
			notes: [expect.stringContaining(`Job ${DEMO.jobId} goes well already, with 100 %`)],
		});
		succeed(fleet, 60, 160);
		expect(await watcher.poll()).toMatchObject({ events: [], notes: [] });
	});

	it('when the job has finished, then it is told only with what exists', async () => {
		const quiet = watching(fleetOf({ SUCCEEDED: 60 }), { tellExisting: false });
		expect(await quiet.watcher.poll()).toMatchObject({ events: [], notes: [] });
		const { watcher } = watching(fleetOf({ SUCCEEDED: 60 }));
		expect((await watcher.poll()).events).toMatchObject([{ jobStatus: 'COMPLETED' }]);
	});
});

describe('given that offline devices count against it after 30 minutes', () => {
	const rule = { offlineAfter: 30 };

	it('when devices have just succeeded, then it is not told before they are proven', async () => {
		const fleet = fleetOf({ QUEUED: 100 });
		const { watcher, pass } = watching(fleet, { rule });
		succeed(fleet, 0, 60);
		expect((await watcher.poll()).events).toEqual([]);
		pass(30);
		expect((await watcher.poll()).events).toEqual([]);
		pass(1);
		expect((await watcher.poll()).events).toMatchObject([{ sample: 60, successRate: 100 }]);
	});

	it('when a tenth goes offline, then it is never told, also when the job has finished', async () => {
		const fleet = fleetOf({ QUEUED: 100 });
		const { watcher, pass, platform } = watching(fleet, { rule });
		succeed(fleet, 0, 100);
		for (let n = 1; n <= 10; n++) {
			const device = { productKey: DEMO.productKey, deviceName: `testDevice${n}` };
			setDeviceStatus(fleet, device, 'OFFLINE', NOW);
		}
		for (let polls = 0; polls < 10; polls++) {
			expect((await watcher.poll()).events).toEqual([]);
			pass(10);
		}
		platform.calls.length = 0;
		await watcher.poll();
		expect(platform.calls).toHaveLength(1);
	});
});

describe('given someone who tries out a trigger for jobs that go well', () => {
	async function sample(fleet: Fleet, tellExisting = false) {
		const { call } = new FleetPlatform(fleet);
		const tools = { call, platformNow: () => NOW };
		const shown = await manualSampleOf(watchFor({}, tellExisting), tools);
		return shown.ok ? shown.value : [];
	}

	it('when a job goes well, then it is shown, with a word on Start With', async () => {
		const fleet = fleetOf({ SUCCEEDED: 60, QUEUED: 1 });
		expect(await sample(fleet)).toMatchObject([
			{ event: 'jobGoesWell', message: expect.stringContaining('goes well already') },
		]);
		expect(await sample(fleet, true)).toMatchObject([
			{
				message:
					'60 of 60 devices that were judged have succeeded (100 %). 1 device has not finished.',
			},
		]);
	});

	it('when none does, then one is shown that says so', async () => {
		expect(await sample(fleetOf({ SUCCEEDED: 6, FAILED: 6, QUEUED: 1 }))).toMatchObject([
			{
				event: 'jobGoesWell',
				successRate: 50,
				message: expect.stringContaining('does not go well'),
			},
		]);
	});

	it('when there is no job, then nothing is shown', async () => {
		const fleet = buildFleet({ devices: 0, firmwareId: '169', jobId: 'elsewhere' });
		fleet.addPackage({ firmwareId: DEMO.firmwareId, productKey: DEMO.productKey });
		expect(await sample(fleet)).toEqual([]);
	});
});
