import type { IncompleteFault } from '../errors/faults';
import { CANCELLABLE } from '../catalog/taskStatus';
import { countStates } from '../ota/counts';
import type { TaskCounts } from '../ota/counts';
import type { Job } from '../ota/jobs';
import { isStuck, judge } from './judge';
import type { FailureRule, Verdict } from './judge';
import type { Task, TaskList } from '../ota/tasks';
import { rounded, sentenceOf } from './words';

/** What every event says of its job. */
interface OfJob {
	readonly productKey: string;
	readonly firmwareId: string;
	readonly jobId: string;
}

/** A device whose task counts as a failure. */
interface FailedDevice {
	readonly deviceName: string;
	readonly taskStatus: string;
	/** The platform's words; for a stuck task since when nothing has changed. */
	readonly reason: string;
	/** Percent, as text. */
	readonly progress: string;
}

/** Too many devices of a job have failed. Made to be handed on to Cancel by Device. */
interface JobGoesWrong extends OfJob {
	readonly event: 'jobGoesWrong';
	/** The same in a sentence or two, also that no device is left to be cancelled. */
	readonly message: string;
	readonly jobStatus: string;
	/** How many tasks are in which state. */
	readonly counts: TaskCounts;
	/** Percent, two decimals. */
	readonly failureRate: number;
	/** Percent. */
	readonly threshold: number;
	/** Tasks that were judged. */
	readonly sample: number;
	/** Tasks among them that count as failures. */
	readonly failures: number;
	/** Devices whose tasks can still be cancelled. */
	readonly deviceNames: readonly string[];
	readonly failedDevices: readonly FailedDevice[];
}

/** The update of a device has failed. */
interface TaskFailed extends OfJob {
	readonly event: 'taskFailed';
	readonly taskId: string;
	readonly deviceName: string;
	/** The platform's words. */
	readonly reason: string;
	/** Percent, as text. */
	readonly progress: string;
	readonly srcVersion: string;
	readonly destVersion: string;
	/** When it failed, as the platform writes it. */
	readonly utcModified: string;
}

/** A job has come to its end. */
interface JobFinished extends OfJob {
	readonly event: 'jobFinished';
	/** `COMPLETED` or `CANCELED`. */
	readonly jobStatus: string;
	/** How many tasks are in which state. */
	readonly counts: TaskCounts;
	/** Failed among those that succeeded or failed, percent, two decimals. */
	readonly failureRate: number;
	/** Tasks that succeeded or failed. */
	readonly sample: number;
}

export type WatchEvent = JobGoesWrong | TaskFailed | JobFinished;

/**
 * Judges a job by all of its tasks, and tells of it with the very figures that it was judged by.
 * @param now ms since 1970 by the platform's clock
 */
export function jobGoesWrong(
	job: Job,
	{ tasks, shortfall }: TaskList,
	rule: FailureRule,
	now: number,
): { readonly verdict: Verdict; readonly event: JobGoesWrong } {
	const counts = countStates(tasks.map(({ taskStatus }) => taskStatus));
	const isStuckTask = ({ taskStatus, modified }: Task) =>
		taskStatus === 'IN_PROGRESS' && isStuck(modified, rule, now);
	const countsAsFailure = (task: Task) =>
		task.taskStatus === 'FAILED' ||
		(task.taskStatus === 'CANCELED' && rule.countCanceled) ||
		isStuckTask(task);
	const verdict = judge(
		{
			succeeded: counts.SUCCEEDED,
			failed: counts.FAILED,
			canceled: counts.CANCELED,
			stuck: tasks.filter(isStuckTask).length,
		},
		rule,
	);
	const cancellable = tasks.filter(({ taskStatus }) => CANCELLABLE.includes(taskStatus));
	const deviceNames = [...new Set(cancellable.map(({ deviceName }) => deviceName))];
	return {
		verdict,
		event: {
			event: 'jobGoesWrong',
			message: sentenceOf(verdict, deviceNames.length, shortfall),
			...idsOf(job),
			jobStatus: job.jobStatus,
			counts,
			failureRate: rounded(verdict.failureRate),
			threshold: rule.threshold,
			sample: verdict.sample,
			failures: verdict.failures,
			deviceNames,
			failedDevices: tasks.filter(countsAsFailure).map(asFailedDevice),
		},
	};
}

/** The same event with figures that were counted, where the list of tasks did not come whole. */
export function byFigures(
	event: JobGoesWrong,
	verdict: Verdict,
	shortfall: IncompleteFault,
): JobGoesWrong {
	const { sample, failures } = verdict;
	return {
		...event,
		message: sentenceOf(verdict, event.deviceNames.length, shortfall),
		failureRate: rounded(verdict.failureRate),
		sample,
		failures,
	};
}

/** Tells of a task that has failed. */
export function taskFailed(job: Job, task: Task): TaskFailed {
	const { taskId, deviceName, reason, progress, srcVersion, destVersion, utcModified } = task;
	return {
		event: 'taskFailed',
		...idsOf(job),
		taskId,
		deviceName,
		reason,
		progress,
		srcVersion,
		destVersion,
		utcModified,
	};
}

/** Tells of a job that has come to its end. */
export function jobFinished(job: Job, counts: TaskCounts): JobFinished {
	const sample = counts.SUCCEEDED + counts.FAILED;
	return {
		event: 'jobFinished',
		...idsOf(job),
		jobStatus: job.jobStatus,
		counts,
		failureRate: sample === 0 ? 0 : rounded((100 * counts.FAILED) / sample),
		sample,
	};
}

function idsOf({ productKey, firmwareId, jobId }: Job): OfJob {
	return { productKey, firmwareId, jobId };
}

function asFailedDevice(task: Task): FailedDevice {
	const { deviceName, taskStatus, reason, progress, utcModified } = task;
	return {
		deviceName,
		taskStatus,
		reason: taskStatus === 'IN_PROGRESS' ? `No change since ${utcModified}` : reason,
		progress,
	};
}
