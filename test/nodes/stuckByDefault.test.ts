import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { setDeviceStatus } from '../emulator/fleet/presence';
import { engine } from '../engine/loaded';
import { MINUTE, onWatchBench } from './watchBench';
import type { WatchBench, WatchSetup } from './watchBench';

/** How far this computer's clock is ahead, which the trigger goes by. Ms. */
let ahead = 0;
const { now } = Date;
Date.now = () => now() + ahead;
afterAll(() => {
	Date.now = now;
});

/** Polls until an event comes, at most so often; returns after how many minutes, and what came. */
async function untilEvent({ workflow, pass }: WatchBench, polls: number, step = 20) {
	for (let minutes = step; minutes <= polls * step; minutes += step) {
		pass(step * MINUTE);
		ahead += step * MINUTE;
		const { items, error } = await workflow.poll();
		expect(error).toBeUndefined();
		if (items.length > 0) return { minutes, items };
	}
	return { minutes: undefined, items: [] };
}

/** What n8n's log was warned of since a line of it. */
const warnings = (since: number) =>
	engine.logLines.slice(since).filter((line) => /^warn/.test(line));

/** Eight of a hundred devices hang and none fails: 5 % of 1,000 do from minute 6:35 on, the last from minute 10:20 on. */
const HANGING: WatchSetup = { failingPercent: 0, hangingPercent: 8 };

describe('given a roll-out to 1,000 devices of which 8 % hang, none fails and nothing ends', () => {
	it('when a workflow of 1.0.0 watches, then it stays silent as before, and the log is warned once', async () => {
		await onWatchBench(engine, { ...HANGING, version: 1 }, async (bench) => {
			const firstLine = engine.logLines.length;
			await bench.workflow.activate();
			expect((await untilEvent(bench, 6)).minutes).toBeUndefined();
			expect(bench.fleet.countByStatus()).toMatchObject({ SUCCEEDED: 920, IN_PROGRESS: 80 });
			expect(warnings(firstLine)).toEqual([
				expect.stringContaining(`Job ${DEMO.jobId} has no timeout`),
			]);
			expect(bench.requests('QueryOTAJob')).toBe(1);
		});
	});

	it('when a new trigger watches, then it tells within the poll after the hour, without a warning', async () => {
		await onWatchBench(engine, HANGING, async (bench) => {
			const firstLine = engine.logLines.length;
			await bench.workflow.activate();
			const { minutes, items } = await untilEvent(bench, 6);
			expect(minutes).toBe(80);
			expect(items).toMatchObject([
				{ event: 'jobGoesWrong', counts: { FAILED: 0, IN_PROGRESS: 80 }, failureRate: 8 },
			]);
			expect(warnings(firstLine)).toEqual([]);
			expect(bench.requests('QueryOTAJob')).toBe(0);
		});
	});

	it('when Stuck Tasks is taken out of a new trigger, then it is silent and warns', async () => {
		await onWatchBench(engine, { ...HANGING, options: { alsoFailed: [] } }, async (bench) => {
			const firstLine = engine.logLines.length;
			await bench.workflow.activate();
			expect((await untilEvent(bench, 5)).minutes).toBeUndefined();
			expect(warnings(firstLine)).toHaveLength(1);
		});
	});

	it('when a workflow of 1.0.0 has chosen Stuck Tasks, then it tells as before', async () => {
		const setup = { ...HANGING, version: 1, options: { alsoFailed: ['stuck'] } };
		await onWatchBench(engine, setup, async (bench) => {
			await bench.workflow.activate();
			expect((await untilEvent(bench, 6)).minutes).toBe(80);
		});
	});
});

describe('given a roll-out to 1,000 devices of which 5 % succeed and go offline', () => {
	const VANISHING: WatchSetup = {
		...{ failingPercent: 0, vanishingPercent: 5 },
		options: { alsoFailed: ['stuck', 'offline'] },
	};

	it('when offline devices count, then it is told half an hour after the last of them, though the job has ended', async () => {
		await onWatchBench(engine, VANISHING, async (bench) => {
			await bench.workflow.activate();
			const { minutes, items } = await untilEvent(bench, 5);
			expect(minutes).toBe(60);
			expect(items).toMatchObject([
				{ jobStatus: 'COMPLETED', failures: 50, sample: 1000, failureRate: 5 },
			]);
			expect(items[0]?.failedDevices).toEqual(
				expect.arrayContaining([
					expect.objectContaining({
						deviceName: 'testDevice20',
						reason: expect.stringMatching(/^Offline since 20\d\d-/),
					}),
				]),
			);
		});
	});

	it('when they do not count, then nothing is told and nobody asks for a device', async () => {
		await onWatchBench(engine, { ...VANISHING, options: {} }, async (bench) => {
			await bench.workflow.activate();
			expect((await untilEvent(bench, 5)).minutes).toBeUndefined();
			expect(bench.requests('BatchGetDeviceState')).toBe(0);
		});
	});
});

describe('given a small fleet', () => {
	it('when three devices have failed and Failure Count is 3, then it is told without a sample', async () => {
		const fleet = buildFleet({ devices: 10 });
		const parameters = { failureCount: 3 };
		await onWatchBench(engine, { fleet, parameters }, async ({ workflow }) => {
			await workflow.activate();
			for (const n of [1, 2]) fleet.setStatus(`testDevice${n}`, 'FAILED');
			expect((await workflow.poll()).items).toEqual([]);
			fleet.setStatus('testDevice3', 'FAILED');
			expect((await workflow.poll()).items).toMatchObject([{ failures: 3, sample: 3 }]);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});
});

describe('given a trigger that waits for a job to go well', () => {
	const parameters = { event: 'jobGoesWell', successThreshold: 95, minimumSample: 50 };

	it('when the roll-out goes well, then it is told once, with the next stage free to begin', async () => {
		await onWatchBench(engine, { failingPercent: 4, parameters }, async (bench) => {
			await bench.workflow.activate();
			const { items } = await untilEvent(bench, 15, 1);
			expect(items).toMatchObject([
				{
					...{ event: 'jobGoesWell', jobStatus: 'IN_PROGRESS' },
					...{ productKey: DEMO.productKey, firmwareId: DEMO.firmwareId, jobId: DEMO.jobId },
					...{ threshold: 95, successRate: expect.closeTo(96, 0) },
				},
			]);
			expect((await untilEvent(bench, 4)).minutes).toBeUndefined();
		});
	});

	it('when too many fail, or hang without failing, then it is not told', async () => {
		for (const trouble of [{ failingPercent: 8 }, HANGING]) {
			await onWatchBench(
				engine,
				{ ...trouble, parameters: { ...parameters, minimumSample: 950 } },
				async (bench) => {
					await bench.workflow.activate();
					expect((await untilEvent(bench, 5)).minutes).toBeUndefined();
				},
			);
		}
	});

	it('when offline devices count, then n8n keeps the memory through a restart and tells it once', async () => {
		const fleet = buildFleet({ devices: 60, status: 'SUCCEEDED' });
		buildFleet({ devices: 1, name: () => 'waiting', into: fleet });
		const options = { alsoFailed: 'offline', startWith: 'existing' };
		await onWatchBench(engine, { fleet, parameters, options }, async ({ workflow, now }) => {
			for (const n of [1, 2, 3]) {
				const device = { productKey: DEMO.productKey, deviceName: `testDevice${n}` };
				setDeviceStatus(fleet, device, 'OFFLINE', now() - 31 * MINUTE);
			}
			expect((await workflow.activate()).items).toMatchObject([
				{ successRate: 95, message: expect.stringContaining('Offline are 3 of the 60 devices') },
			]);
			expect((await workflow.restart()).items).toEqual([]);
		});
	});
});
