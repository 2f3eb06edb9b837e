import { UNFINISHED } from '../catalog/taskStatus';
import type { TaskCounts } from '../ota/counts';
import { isPlanned } from '../ota/jobs';
import type { JobDetails } from '../ota/jobDetails';

/** How many tasks there are in all. */
export function totalOf(counts: TaskCounts): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many tasks have succeeded, failed or been cancelled. */
export function endedIn(counts: TaskCounts): number {
	return counts.SUCCEEDED + counts.FAILED + counts.CANCELED;
}

/** Failed of those that succeeded or failed, percent, two decimals; 0 where none has. */
export function failureRateOf({ SUCCEEDED, FAILED }: TaskCounts): number {
	const sample = SUCCEEDED + FAILED;
	return sample === 0 ? 0 : Math.round((10_000 * FAILED) / sample) / 100;
}

/** A share in percent with two decimals, rounded down, so that only all of them are 100; 0 of none. */
export function shareOf(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.floor((10_000 * part) / whole) / 100;
}

/**
 * When a job starts or started, ms since 1970; NaN where nothing tells. A job that was not put off starts when
 * it is created.
 */
export function startOf(job: JobDetails): number {
	if (!Number.isNaN(job.starts)) return job.starts;
	return isPlanned(job) ? Number.NaN : job.created;
}

/** Share of the tasks that must have ended by themselves before a pace is made of them. */
const LEAST_SHARE = 0.01;

/** An end that is further away says no more than that the job hardly moves. Ms. */
const FURTHEST = 365 * 24 * 3_600_000;

/**
 * When a running job ends if its tasks go on to succeed or fail as fast as they have since it started, ms since
 * 1970. NaN where that would be a guess: too few have, none is left, the start is not known, or tasks wait for
 * somebody to confirm them.
 */
export function estimateEnd(
	job: JobDetails,
	counts: TaskCounts,
	{ starts, now }: Readonly<Record<'starts' | 'now', number>>,
): number {
	const done = counts.SUCCEEDED + counts.FAILED;
	const left = UNFINISHED.reduce((sum, state) => sum + counts[state], 0);
	const isEnough = done > 0 && done >= LEAST_SHARE * (done + left);
	const isMoving = job.jobStatus === 'IN_PROGRESS' && left > 0 && counts.CONFIRM === 0;
	if (!isEnough || !isMoving || !(now > starts)) return Number.NaN;
	const wait = (left * (now - starts)) / done;
	return wait <= FURTHEST ? now + wait : Number.NaN;
}
