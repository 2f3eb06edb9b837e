import { CANCELLABLE } from '../emulator/fleet/records';
import { engine } from '../engine/loaded';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { MINUTE, onWatchBench } from './watchBench';
import type { WatchBench } from './watchBench';
import { quickTime } from '../support/quickTime';

quickTime();

/** The share of failures and the sample by the emulator's own count. */
function ownCount({ fleet }: WatchBench) {
	const counts = fleet.countByStatus();
	const sample = counts.FAILED + counts.SUCCEEDED;
	return { counts, sample, share: sample === 0 ? 0 : (100 * counts.FAILED) / sample };
}

function devicesIn({ fleet }: WatchBench, states: readonly string[]): string[] {
	return fleet.tasks
		.filter(({ taskStatus }) => states.includes(taskStatus))
		.map(({ deviceName }) => deviceName);
}

describe('given a roll-out to 1,000 devices of which 8 % fail, a threshold of 5 % and a minimum of 50', () => {
	it('when it is polled, then the event comes at the first poll where both hold, once, and the cancel stops every device still cancellable', async () => {
		await onWatchBench(engine, { failingPercent: 8 }, async (bench) => {
			const { fleet, workflow, pass } = bench;
			expect((await workflow.activate()).items).toEqual([]);
			let told = 0;
			for (let quarter = 1; quarter <= 60; quarter++) {
				pass(MINUTE / 4);
				const { sample, share, counts } = ownCount(bench);
				const isDue = told === 0 && sample >= 50 && share >= 5;
				const cancellable = devicesIn(bench, CANCELLABLE);
				const failed = devicesIn(bench, ['FAILED']);
				const { items, execution, error } = await workflow.poll();

				expect(error).toBeUndefined();
				expect(items).toHaveLength(isDue ? 1 : 0);
				if (!isDue) continue;
				told++;
				expect(items[0]).toMatchObject({
					event: 'jobGoesWrong',
					productKey: DEMO.productKey,
					firmwareId: DEMO.firmwareId,
					jobId: DEMO.jobId,
					jobStatus: 'IN_PROGRESS',
					counts,
					failureRate: Math.round(share * 100) / 100,
					threshold: 5,
					sample,
					failures: failed.length,
					deviceNames: cancellable,
					failedDevices: failed.map((deviceName) => ({
						deviceName,
						taskStatus: 'FAILED',
						reason: 'The device did not start with the new firmware',
						progress: '0',
					})),
				});
				expect(execution?.error).toBeUndefined();
				expect(cancellable.length).toBeGreaterThan(500);
				expect(cancellable.map((name) => fleet.task(name)?.taskStatus)).toEqual(
					cancellable.map(() => 'CANCELED'),
				);
			}
			expect(told).toBe(1);
			expect(devicesIn(bench, [...CANCELLABLE, 'IN_PROGRESS'])).toEqual([]);
			expect(fleet.job(DEMO.jobId)?.jobStatus).toBe('COMPLETED');
		});
	});
});

describe('given a roll-out of which 4 % fail', () => {
	it('when it is polled to its end, then nothing is told and nothing is cancelled', async () => {
		await onWatchBench(engine, { failingPercent: 4 }, async (bench) => {
			const { fleet, workflow, pass, requests } = bench;
			await workflow.activate();
			for (let minute = 1; minute <= 14; minute++) {
				pass(MINUTE);
				expect((await workflow.poll()).items).toEqual([]);
			}
			expect(requests('CancelOTATaskByDevice')).toBe(0);
			expect(fleet.countByStatus()).toMatchObject({ SUCCEEDED: 960, FAILED: 40, CANCELED: 0 });
		});
	});
});

describe('given an active workflow', () => {
	it('when n8n restarts after the event, then the event is not told again', async () => {
		await onWatchBench(engine, { failingPercent: 8 }, async ({ workflow, pass }) => {
			await workflow.activate();
			pass(3 * MINUTE);
			expect((await workflow.poll()).items).toHaveLength(1);
			expect((await workflow.restart()).items).toEqual([]);
			pass(MINUTE);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});

	it('when a job is bad already at the activation, then the log names it, and it is told only with Existing Too', async () => {
		const fleet = () =>
			buildFleet({ devices: 100, status: (index) => (index < 60 ? 'FAILED' : 'QUEUED') });
		await onWatchBench(engine, { fleet: fleet() }, async ({ workflow }) => {
			const firstLine = engine.logLines.length;
			expect((await workflow.activate()).items).toEqual([]);
			expect((await workflow.poll()).items).toEqual([]);
			const warnings = engine.logLines.slice(firstLine).filter((line) => /^warn/.test(line));
			expect(warnings).toEqual([
				expect.stringContaining(`Job ${DEMO.jobId} goes wrong already, with 100 %`),
			]);
		});
		const options = { startWith: 'existing' };
		await onWatchBench(engine, { fleet: fleet(), options }, async ({ workflow }) => {
			expect((await workflow.activate()).items).toHaveLength(1);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});

	it('when the share rises by the chosen step, then the job is told again', async () => {
		const fleet = buildFleet({
			devices: 400,
			status: (index) => (index < 6 ? 'FAILED' : index < 100 ? 'SUCCEEDED' : 'IN_PROGRESS'),
		});
		const setup = { fleet, options: { startWith: 'existing', rise: 2, alsoFailed: [] } };
		await onWatchBench(engine, setup, async ({ workflow }) => {
			expect((await workflow.activate()).items).toMatchObject([{ failureRate: 6 }]);
			fleet.setStatus('testDevice101', 'FAILED');
			expect((await workflow.poll()).items).toEqual([]);
			for (const n of [102, 103, 104]) fleet.setStatus(`testDevice${n}`, 'FAILED');
			expect((await workflow.poll()).items).toMatchObject([{ failures: 10, sample: 104 }]);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});
});
