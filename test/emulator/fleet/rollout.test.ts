import { buildFleet, DEMO } from './fleets';
import { Rollout } from './rollout';
import type { RolloutPlan } from './rollout';
import { call, withEmulator } from '../testing';

const START = Date.parse('2024-11-19T09:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

function rolloutTo(devices: number, changes: Partial<RolloutPlan> = {}) {
	const fleet = buildFleet({ devices });
	const plan = { jobId: DEMO.jobId, failingPercent: 8, startsAt: START, ...changes };
	return { fleet, rollout: new Rollout(fleet, plan) };
}

describe('given a roll-out to 1,000 devices of which 8 % fail', () => {
	it('when it has come to its end, then 80 have failed, evenly over the devices, and the job is completed', () => {
		const { fleet, rollout } = rolloutTo(1000);
		rollout.advance(rollout.endsAt);
		expect(fleet.countByStatus()).toMatchObject({ SUCCEEDED: 920, FAILED: 80 });
		const first = fleet.tasksOfJob(DEMO.jobId).slice(0, 100);
		expect(first.filter(({ taskStatus }) => taskStatus === 'FAILED')).toHaveLength(8);
		expect(fleet.job(DEMO.jobId)?.jobStatus).toBe('COMPLETED');
		expect(fleet.task('testDevice13')).toMatchObject({
			taskStatus: 'FAILED',
			taskDesc: 'The device did not start with the new firmware',
		});
	});

	it('when others hang or vanish, then each fate comes evenly over the devices', () => {
		const { fleet, rollout } = rolloutTo(1000, { hangingPercent: 5, vanishingPercent: 3 });
		rollout.advance(rollout.endsAt);
		expect(fleet.countByStatus()).toMatchObject({ SUCCEEDED: 870, FAILED: 80, IN_PROGRESS: 50 });
		const first = fleet.tasksOfJob(DEMO.jobId).slice(0, 100);
		expect(first.filter(({ taskStatus }) => taskStatus === 'IN_PROGRESS')).toHaveLength(5);
		const offline = fleet.tasks.filter(
			({ productKey, deviceName }) => fleet.device(productKey, deviceName)?.status === 'OFFLINE',
		);
		expect(offline).toHaveLength(30);
		for (const { deviceName, utcModified } of offline) {
			const { statusSince = 0 } = fleet.device(DEMO.productKey, deviceName) ?? {};
			expect(new Date(statusSince).toISOString()).toBe(utcModified);
		}
		expect(fleet.job(DEMO.jobId)?.jobStatus).toBe('IN_PROGRESS');
	});

	it('when 2 minutes have passed, then 100 devices a minute were told, and each is where its time has brought it', () => {
		const { fleet, rollout } = rolloutTo(1000);
		rollout.advance(START + 2 * MINUTE);
		const counts = fleet.countByStatus();
		// Told every 0.6 s; 20 s later they install, and are done another 60 s later.
		expect(counts.QUEUED).toBe(1000 - 201);
		expect(counts.NOTIFIED).toBe(34);
		expect(counts.SUCCEEDED + counts.FAILED).toBe(67);
		expect(counts.IN_PROGRESS).toBe(201 - 34 - 67);
	});

	it('when it is read seldom or often, then it stands the same, with the times of the devices', () => {
		const seldom = rolloutTo(300);
		const often = rolloutTo(300);
		for (let time = START; time <= START + 3 * MINUTE; time += SECOND) often.rollout.advance(time);
		seldom.rollout.advance(START + 3 * MINUTE);
		expect(often.fleet.tasks).toEqual(seldom.fleet.tasks);
		expect(seldom.fleet.task('testDevice1')?.utcModified).toBe('2024-11-19T09:01:20.000Z');
	});

	it('when a waiting task is cancelled, then it stays so, and one that installs goes on', () => {
		const { fleet, rollout } = rolloutTo(100);
		rollout.advance(START + 30 * SECOND);
		expect(fleet.task('testDevice1')?.taskStatus).toBe('IN_PROGRESS');
		fleet.setStatus('testDevice90', 'CANCELED');
		rollout.advance(rollout.endsAt);
		expect(fleet.task('testDevice90')?.taskStatus).toBe('CANCELED');
		expect(fleet.task('testDevice1')?.taskStatus).toBe('SUCCEEDED');
	});
});

describe('given an emulator with a roll-out', () => {
	it('when time passes on its clock, then requests see how far the roll-out is', async () => {
		const { fleet, rollout } = rolloutTo(100, { startsAt: Date.now() });
		let now = Date.now();
		await withEmulator({ fleet, rollout, now: () => now }, async (emulator) => {
			const failed = async () => {
				const parameters = { JobId: DEMO.jobId, TaskStatus: 'FAILED', PageSize: 1 };
				return (await call(emulator, 'ListOTATaskByJob', parameters)).total;
			};
			expect(await failed()).toBe(0);
			now += 5 * MINUTE;
			expect(await failed()).toBe(8);
		});
	});
});
