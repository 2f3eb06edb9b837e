import type { ActionName } from '../catalog';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { isFinished } from '../ota/jobs';
import { queryJob } from '../ota/jobDetails';
import type { JobDetails } from '../ota/jobDetails';
import type { TaskCounts } from '../ota/counts';
import type { Task } from '../ota/tasks';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { endedIn, estimateEnd, failureRateOf, startOf, totalOf } from './figures';
import { topReasons } from './reasons';
import type { Reasons } from './reasons';
import { readStates } from './states';
import type { States } from './states';

/** Where a roll-out stands. */
export interface Progress {
	readonly job: JobDetails;
	/** How many tasks are in which state; every state is named. */
	readonly counts: TaskCounts;
	readonly total: number;
	/** Succeeded, failed or cancelled. */
	readonly ended: number;
	/** Failed of those that succeeded or failed, percent, two decimals; 0 where none has. */
	readonly failureRate: number;
	/** Why tasks failed. */
	readonly reasons: Reasons;
	/** Versions before the update, of the tasks that were looked at; else those that the job is for. */
	readonly srcVersions: readonly string[];
	/** Undefined where no task is in progress. */
	readonly oldest: OldestTask | undefined;
	/** When the job started, or is to start, ms since 1970; NaN where nothing tells. */
	readonly starts: number;
	/** When the job ended, in the same way. */
	readonly ends: number;
	/** When its last device ends at the pace so far, ms since 1970; NaN where that would be a guess. */
	readonly estimatedEnd: number;
	/** When all this was read, ms since 1970. */
	readonly asOf: number;
}

/** The task in progress that has not changed for the longest, of those that were looked at. */
export interface OldestTask {
	readonly task: Task;
	readonly lookedAt: number;
	/** How many tasks are in progress in all. */
	readonly of: number;
}

/** What kept the progress from being read, and the action that did not work. */
export interface ProgressFault {
	readonly fault: CallFault;
	readonly action: ActionName;
}

/** Versions told at most. */
const MOST_VERSIONS = 10;

/**
 * Reads where a job stands, with 8 requests whatever its size, or 13 on an instance that does not count its
 * lists. Reasons, versions and the oldest task come of first pages of 100 tasks each, since whole lists would
 * take a request for every 100 tasks. Tasks move on meanwhile, so that one may be counted twice or not at all.
 * @param now ms since 1970 by the platform's clock
 */
export async function readProgress(
	jobId: string,
	call: CallAction,
	now: () => number,
): Promise<Result<Progress, ProgressFault>> {
	const job = await queryJob(jobId, call);
	if (!job.ok) return fail({ fault: job.fault, action: 'QueryOTAJob' });
	const states = await readStates(jobId, call);
	if (!states.ok) return fail({ fault: states.fault, action: 'ListOTATaskByJob' });
	return ok(progressOf(job.value, states.value, now()));
}

/** Makes the progress of what was read. */
export function progressOf(job: JobDetails, states: States, asOf: number): Progress {
	const { counts, failed, running } = states;
	const starts = startOf(job);
	return {
		job,
		counts,
		total: totalOf(counts),
		ended: endedIn(counts),
		failureRate: failureRateOf(counts),
		reasons: { top: topReasons(failed), lookedAt: failed.length, of: counts.FAILED },
		srcVersions: versionsOf([...failed, ...running], job),
		oldest: oldestOf(running, counts.IN_PROGRESS),
		starts,
		// One that runs may have an end set for it, which is not its end yet.
		ends: isFinished(job) ? job.ends : Number.NaN,
		estimatedEnd: estimateEnd(job, counts, { starts, now: asOf }),
		asOf,
	};
}

function versionsOf(tasks: readonly Task[], job: JobDetails): readonly string[] {
	const seen = new Set(tasks.map(({ srcVersion }) => srcVersion).filter(Boolean));
	return (seen.size > 0 ? [...seen] : job.srcVersions).slice(0, MOST_VERSIONS);
}

function oldestOf(tasks: readonly Task[], of: number): OldestTask | undefined {
	const [first, ...others] = tasks;
	if (!first) return undefined;
	// One without a time is older than none.
	const age = ({ modified }: Task) =>
		Number.isNaN(modified) ? Number.POSITIVE_INFINITY : modified;
	const task = others.reduce((oldest, other) => (age(other) < age(oldest) ? other : oldest), first);
	return { task, lookedAt: tasks.length, of };
}
