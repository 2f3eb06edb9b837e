import { TASK_STATUSES } from '../../../platform/catalog/taskStatus';
import type { CallAction } from '../../../platform/client/callAction';
import { explain } from '../../../platform/errors/explain';
import { isJsonObject } from '../../../platform/json';
import type { JsonObject, JsonValue } from '../../../platform/json';
import { progressToJson } from '../../../platform/progress/json';
import { readProgress } from '../../../platform/progress/progress';
import type { Progress, ProgressFault } from '../../../platform/progress/progress';
import type { Result } from '../../../platform/result';
import type { EmulatorOptions } from '../../emulator/emulator';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import type { TaskStatus } from '../../emulator/fleet/records';
import { Rollout } from '../../emulator/fleet/rollout';
import { FleetPlatform, refused, RESET } from '../../support/fleetPlatform';
import { HOUR, NOW } from './progresses';

const { jobId } = DEMO;

/** 62 % have ended, of those 1 in 62 failed; 9 % are in progress. */
const underWay = (index: number): TaskStatus => {
	const place = index % 100;
	if (place === 0) return 'FAILED';
	if (place < 62) return 'SUCCEEDED';
	return place < 71 ? 'IN_PROGRESS' : 'QUEUED';
};

async function progressOn(fleet: Fleet, options: EmulatorOptions = {}) {
	const platform = new FleetPlatform(fleet, options);
	const progress = valueOf(await readProgress(jobId, platform.call, () => NOW));
	return { platform, progress };
}

function valueOf(result: Result<Progress, ProgressFault>): Progress {
	if (result.ok) return result.value;
	throw new Error(explain(result.fault.fault).message);
}

/** The same platform, with each answer changed. */
function changing(
	{ call }: FleetPlatform,
	change: (json: JsonObject, action: string) => JsonObject,
): CallAction {
	return async (asked) => {
		const outcome = await call(asked);
		if (!outcome.ok) return outcome;
		const { answer } = outcome;
		return { ...outcome, answer: { ...answer, json: change(answer.json, asked.action) } };
	};
}

function without(json: JsonObject, dropped: RegExp): JsonObject {
	const keep = (value: JsonValue): JsonValue => {
		if (Array.isArray(value)) return value.map(keep);
		return isJsonObject(value) ? without(value, dropped) : value;
	};
	const kept = Object.entries(json).filter(([key]) => !dropped.test(key));
	return Object.fromEntries(kept.map(([key, value]) => [key, keep(value)]));
}

describe('the requests of a progress', () => {
	it.each([0, 1, 10_000, 100_000])(
		'given %i devices, when it is read, then 8 reads leave',
		async (devices) => {
			const { platform, progress } = await progressOn(buildFleet({ devices, status: underWay }));
			expect(platform.calls.map(({ action }) => action)).toEqual([
				'QueryOTAJob',
				...TASK_STATUSES.map(() => 'ListOTATaskByJob'),
			]);
			expect(progress.total).toBe(devices);
		},
	);

	it.each(['zero', 'blank'] as const)(
		'given lists whose count is %s and that fit on a page, when it is read, then 13 reads tell the same',
		async (totals) => {
			const fleet = buildFleet({ devices: 99, status: underWay });
			const { platform, progress } = await progressOn(fleet, { totals });
			expect(progress.counts).toEqual((await progressOn(fleet)).progress.counts);
			expect(platform.calls.length).toBeLessThanOrEqual(13);
		},
	);

	it.each([
		['failed', 'FAILED'],
		['queued', 'QUEUED'],
	] as ReadonlyArray<[string, TaskStatus]>)(
		'given 1,000 %s tasks that nobody counts, when it is read, then it refuses to guess',
		async (_, status) => {
			const fleet = buildFleet({ devices: 1000, status });
			const platform = new FleetPlatform(fleet, { totals: 'blank' });
			const read = await readProgress(jobId, platform.call, () => NOW);
			expect(!read.ok && [read.fault.action, explain(read.fault.fault).message]).toEqual([
				'ListOTATaskByJob',
				'The platform does not say how many records a list has; it gave 100, and there may be more',
			]);
			expect(platform.calls.length).toBeLessThanOrEqual(13);
		},
	);

	it('given a job that is not there, when it is read, then one read tells', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 1 }));
		const read = await readProgress('1836340779212669999', platform.call, () => NOW);
		expect(!read.ok && read.fault).toMatchObject({
			action: 'QueryOTAJob',
			fault: { kind: 'refused', code: 'iot.firmware.InvalidOTAJobId' },
		});
		expect(platform.calls).toHaveLength(1);
	});

	it.each([2, 5, 8])(
		'given that read %i finds no answer, when the others do, then no figure is told',
		async (number) => {
			const platform = new FleetPlatform(buildFleet({ devices: 10 }));
			platform.setFaults((call) => (call === number ? RESET : undefined));
			const read = await readProgress(jobId, platform.call, () => NOW);
			expect(read).toEqual({ ok: false, fault: { fault: RESET, action: 'ListOTATaskByJob' } });
		},
	);

	it('given a key that may read jobs and no tasks, when it is read, then the fault names the action', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 10 }));
		const denied = refused('iot.common.RamActionPermissionDeny');
		platform.setFaults((call) => (call > 1 ? denied : undefined));
		const read = await readProgress(jobId, platform.call, () => NOW);
		expect(!read.ok && read.fault).toEqual({ fault: denied, action: 'ListOTATaskByJob' });
	});
});

describe('the figures of a progress', () => {
	it('given 10,000 devices, when they are read, then shares, reasons and the oldest task are told with what they rest on', async () => {
		const fleet = buildFleet({ devices: 10_000, status: underWay });
		for (const [index, task] of fleet.tasksOfJob(jobId).entries()) {
			task.utcModified = new Date(NOW - HOUR + index).toISOString();
			task.taskDesc = index % 200 === 0 ? 'battery low' : index % 300 === 0 ? '' : 'no space left';
			if (index % 100 === 0) task.srcVersion = '0.9.9';
		}
		const { progress } = await progressOn(fleet);
		expect(progressToJson(progress)).toMatchObject({
			...{ total: 10_000, ended: 6200, endedShare: 62, failureRate: 1.61 },
			counts: { SUCCEEDED: 6100, FAILED: 100, IN_PROGRESS: 900, QUEUED: 2900, CANCELED: 0 },
			srcVersions: ['0.9.9', '1.0.0'],
			reasons: {
				top: [
					{ reason: 'battery low', devices: 50 },
					{ reason: 'no space left', devices: 33 },
					{ reason: '', devices: 17 },
				],
				...{ lookedAt: 100, of: 100 },
			},
			oldestInProgress: {
				...{ deviceName: 'testDevice63', unchangedSince: '2026-11-29T14:00:00Z' },
				...{ lookedAt: 100, of: 900 },
			},
		});
	});

	it('given more reasons than are told, when they are read, then the five most frequent are', async () => {
		const fleet = buildFleet({ devices: 500, status: 'FAILED' });
		for (const [index, task] of fleet.tasksOfJob(jobId).entries()) {
			task.taskDesc = `reason ${Math.floor(Math.sqrt(index))} ${'x'.repeat(1000)}`;
		}
		const { reasons } = (await progressOn(fleet)).progress;
		expect(reasons.top.map(({ devices }) => devices)).toEqual([19, 17, 15, 13, 11]);
		expect(reasons).toMatchObject({ lookedAt: 100, of: 500 });
		expect(reasons.top.every(({ reason }) => [...reason].length === 200)).toBe(true);
	});

	it('given a roll-out in motion, when it is read again and again, then the estimate comes true', async () => {
		const startsAt = NOW;
		const fleet = buildFleet({ devices: 1000 });
		const job = fleet.addJob({ jobId, firmwareId: DEMO.firmwareId });
		job.utcCreate = new Date(startsAt).toISOString();
		const rollout = new Rollout(fleet, { jobId, failingPercent: 8, startsAt });
		const ends = rollout.endsAt;
		for (const minutes of [2, 5, 9]) {
			const now = startsAt + minutes * 60_000;
			rollout.advance(now);
			const platform = new FleetPlatform(fleet);
			const progress = valueOf(await readProgress(jobId, platform.call, () => now));
			expect(progress.total).toBe(1000);
			expect(progress.estimatedEnd).toBeGreaterThan(ends - 60_000);
			expect(progress.estimatedEnd).toBeLessThan(startsAt + 4 * (ends - startsAt));
			expect(progress.oldest?.task.modified).toBeGreaterThan(now - 61_000);
		}
		rollout.advance(ends);
		const { progress } = await progressOn(fleet);
		expect(progress).toMatchObject({ ended: 1000, failureRate: 8, oldest: undefined });
		expect(progressToJson(progress).estimatedEndTime).toBeNull();
	});

	it('given answers whose numbers are text, when they are read, then they count', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 100, status: underWay }));
		const call = changing(platform, (json) => ({ ...json, Total: ` ${String(json.Total)} ` }));
		const progress = valueOf(await readProgress(jobId, call, () => NOW));
		expect(progress.counts).toMatchObject({ SUCCEEDED: 61, FAILED: 1, IN_PROGRESS: 9 });
	});

	it('given answers without any time, when they are read, then times are null and nothing is estimated', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 100, status: underWay }));
		const call = changing(platform, (json) => without(json, /^utc/i));
		const json = progressToJson(valueOf(await readProgress(jobId, call, () => NOW)));
		expect(json).toMatchObject({
			...{ startTime: null, endTime: null, estimatedEndTime: null },
			oldestInProgress: { deviceName: 'testDevice63', unchangedSince: null },
			asOf: '2026-11-29T15:00:00Z',
		});
		expect(JSON.stringify(json)).not.toMatch(/NaN|Invalid/);
	});

	it('given an answer without a job in it, when it is read, then the tasks are told all the same', async () => {
		const platform = new FleetPlatform(buildFleet({ devices: 100, status: underWay }));
		const call = changing(platform, (json, action) =>
			action === 'QueryOTAJob' ? { Success: true } : json,
		);
		const json = progressToJson(valueOf(await readProgress(jobId, call, () => NOW)));
		expect(json).toMatchObject({
			text: expect.stringMatching(`^Job ${jobId}: 62 % of its 100 devices have ended: `),
			...{ jobId, jobStatus: '', firmwareId: '', total: 100 },
		});
	});

	it('given a job for some versions whose tasks nobody looked at, when it is read, then those are told', async () => {
		const fleet = buildFleet({ devices: 1 });
		fleet.addJob({ jobId, firmwareId: DEMO.firmwareId, srcVersions: ['0.9.8', '0.9.9'] });
		const { progress } = await progressOn(fleet);
		expect(progress.srcVersions).toEqual(['0.9.8', '0.9.9']);
	});

	it('given a job that runs and has an end set for it, when it is read, then it has not ended', async () => {
		const fleet = buildFleet({ devices: 1 });
		fleet.addJob({
			...{ jobId, firmwareId: DEMO.firmwareId },
			utcEndTime: new Date(NOW + HOUR).toISOString(),
		});
		expect(progressToJson((await progressOn(fleet)).progress).endTime).toBeNull();
	});
});
