import type { IncompleteFault } from '../errors/faults';
import { CANCELLABLE, UNFINISHED } from '../catalog/taskStatus';
import { countStates } from '../ota/counts';
import type { TaskCounts } from '../ota/counts';
import type { Job } from '../ota/jobs';
import { figuresOf, partsOf } from './figures';
import { isCovered, isStuck, judge, judgeSuccess, tasksThatCount } from './judge';
import type { CountingRule, FailureRule, SuccessRule, SuccessJudgement, Judgement } from './judge';
import type { OfflineLook } from './offline';
import type { Task, TaskList } from '../ota/tasks';
import { goesWell, goesWrong, rounded } from './words';

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
	/** The platform's words; for a stuck task since when nothing has changed, or its device is offline. */
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
	/** Tasks among them that count as failures; worked out where not all could be looked at. */
	readonly failures: number;
	/** Devices whose tasks can still be cancelled. */
	readonly deviceNames: readonly string[];
	readonly failedDevices: readonly FailedDevice[];
}

/** Enough devices of a job have succeeded: the next stage of a roll-out may begin. */
interface JobGoesWell extends OfJob {
	readonly event: 'jobGoesWell';
	/** The same in a sentence or two. */
	readonly message: string;
	readonly jobStatus: string;
	/** How many tasks are in which state. */
	readonly counts: TaskCounts;
	/** Percent, two decimals. */
	readonly successRate: number;
	/** Percent. */
	readonly threshold: number;
	/** Tasks that were judged. */
	readonly sample: number;
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

export type WatchEvent = JobGoesWrong | JobGoesWell | TaskFailed | JobFinished;

/** What the tasks of a job are judged by. */
interface Judging<Rule extends CountingRule> {
	readonly rule: Rule;
	readonly look: OfflineLook;
	/** Ms since 1970 by the platform's clock. */
	readonly now: number;
}

/** Judges a job by all of its tasks, and tells of it with the very figures that it was judged by. */
export function jobGoesWrong(
	job: Job,
	{ tasks, shortfall }: TaskList,
	{ rule, look, now }: Judging<FailureRule>,
): { readonly judgement: Judgement; readonly event: JobGoesWrong } {
	const counts = countStates(tasks.map(({ taskStatus }) => taskStatus));
	const isStuckTask = ({ taskStatus, modified }: Task) =>
		taskStatus === 'IN_PROGRESS' && isStuck(modified, rule, now);
	const countsAsFailure = (task: Task) =>
		task.taskStatus === 'FAILED' ||
		(task.taskStatus === 'CANCELED' && rule.countCanceled) ||
		isStuckTask(task) ||
		isOfflineTask(task, look);
	const judgement = judge(figuresOf(partsOf(tasks), rule, look, now), rule);
	const cancellable = tasks.filter(({ taskStatus }) => CANCELLABLE.includes(taskStatus));
	const deviceNames = [...new Set(cancellable.map(({ deviceName }) => deviceName))];
	return {
		judgement,
		event: {
			event: 'jobGoesWrong',
			message: goesWrong(judgement, look, deviceNames.length, shortfall),
			...idsOf(job),
			jobStatus: job.jobStatus,
			counts,
			failureRate: rounded(judgement.failureRate),
			threshold: rule.threshold,
			sample: judgement.sample,
			failures: judgement.failures,
			deviceNames,
			failedDevices: tasks.filter(countsAsFailure).map((task) => asFailedDevice(task, look)),
		},
	};
}

/** The same event with figures that were counted, where the list of tasks did not come whole. */
export function byFigures(
	event: JobGoesWrong,
	judgement: Judgement,
	look: OfflineLook,
	shortfall: IncompleteFault,
): JobGoesWrong {
	const { sample, failures } = judgement;
	return {
		...event,
		message: goesWrong(judgement, look, event.deviceNames.length, shortfall),
		failureRate: rounded(judgement.failureRate),
		sample,
		failures,
	};
}

/** Judges by all tasks of a job whether it goes well, and tells of it with the very figures. */
export function jobGoesWell(
	job: Job,
	tasks: readonly Task[],
	{ rule, look, now }: Judging<SuccessRule>,
): { readonly judgement: SuccessJudgement; readonly event: JobGoesWell } {
	const counts = countStates(tasks.map(({ taskStatus }) => taskStatus));
	const judged = judgeSuccess(figuresOf(partsOf(tasks), rule, look, now), rule);
	const size = tasksThatCount(tasks.length, counts.CANCELED, rule);
	const judgement = { ...judged, goesWell: judged.goesWell && isCovered(judged, size, rule) };
	const unfinished = UNFINISHED.reduce((sum, state) => sum + counts[state], 0);
	return {
		judgement,
		event: {
			event: 'jobGoesWell',
			message: goesWell(judgement, look, unfinished),
			...idsOf(job),
			jobStatus: job.jobStatus,
			counts,
			successRate: rounded(judgement.successRate),
			threshold: rule.threshold,
			sample: judgement.sample,
		},
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

/** States in which a device that goes offline counts as failed. */
const CAN_GO_OFFLINE: readonly string[] = ['SUCCEEDED', 'IN_PROGRESS'];

function idsOf({ productKey, firmwareId, jobId }: Job): OfJob {
	return { productKey, firmwareId, jobId };
}

/** Whether a device was seen offline, and its task has not changed since. */
function isOfflineTask({ taskStatus, iotId, modified }: Task, { offline }: OfflineLook): boolean {
	const since = offline.get(iotId);
	return CAN_GO_OFFLINE.includes(taskStatus) && since !== undefined && !(modified > since);
}

function asFailedDevice(task: Task, look: OfflineLook): FailedDevice {
	const { deviceName, taskStatus, progress } = task;
	return { deviceName, taskStatus, reason: reasonOf(task, look), progress };
}

function reasonOf(task: Task, look: OfflineLook): string {
	const since = isOfflineTask(task, look) ? look.offline.get(task.iotId) : undefined;
	if (since !== undefined) return `Offline since ${new Date(since).toISOString()}`;
	return task.taskStatus === 'IN_PROGRESS' ? `No change since ${task.utcModified}` : task.reason;
}
