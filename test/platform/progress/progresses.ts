import type { JobDetails } from '../../../platform/ota/jobDetails';
import { countStates } from '../../../platform/ota/counts';
import type { TaskCounts } from '../../../platform/ota/counts';
import { readTask } from '../../../platform/ota/tasks';
import type { Task } from '../../../platform/ota/tasks';
import { progressOf } from '../../../platform/progress/progress';
import type { Progress } from '../../../platform/progress/progress';

/** When the progresses of the tests are read, and the hour before. */
export const NOW = Date.parse('2026-11-29T15:00:00.000Z');
export const HOUR = 3_600_000;

/** What a test sets of a progress. */
export interface Scene {
	readonly job?: Partial<JobDetails>;
	readonly counts?: Partial<TaskCounts>;
	readonly failed?: readonly Task[];
	readonly running?: readonly Task[];
}

/** A job of package 168 that has run for an hour. */
export function jobWith(changes: Partial<JobDetails> = {}): JobDetails {
	return {
		jobId: '1836340779212661234',
		productKey: 'k1nhvyl0001',
		firmwareId: '168',
		jobStatus: 'IN_PROGRESS',
		created: NOW - HOUR,
		destVersion: '1.0.1',
		srcVersions: [],
		starts: Number.NaN,
		ends: Number.NaN,
		...changes,
	};
}

export function progressWith({ job, counts, failed = [], running = [] }: Scene = {}): Progress {
	const states = { counts: { ...countStates([]), ...counts }, failed, running };
	return progressOf(jobWith(job), states, NOW);
}

/** So many failed tasks with a reason. */
export function failedWith(reason: string, count: number): Task[] {
	return Array.from({ length: count }, () => readTask({ TaskStatus: 'FAILED', TaskDesc: reason }));
}

/** Tasks in progress, by device and when each last changed. */
export function runningSince(times: Readonly<Record<string, string>>): Task[] {
	return Object.entries(times).map(([deviceName, time]) =>
		readTask({ DeviceName: deviceName, UtcModified: time, SrcVersion: '1.0.0' }),
	);
}
