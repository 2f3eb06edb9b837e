import { ACTIONS } from '../catalog';
import { TASK_STATUSES } from '../catalog/taskStatus';
import type { TaskStatus } from '../catalog/taskStatus';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { totalOf } from '../lists/paging';
import { recordsIn } from '../lists/records';
import { inParallel } from '../parallel';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { listTasksOfJob } from './tasks';

/** How many tasks of a job are in which state; every state is named. */
export type TaskCounts = Readonly<Record<TaskStatus, number>>;

/** Counts states. A word that this version does not know is counted nowhere. */
export function countStates(states: Iterable<string>): TaskCounts {
	const counts: Record<TaskStatus, number> = {
		CONFIRM: 0,
		QUEUED: 0,
		NOTIFIED: 0,
		IN_PROGRESS: 0,
		SUCCEEDED: 0,
		FAILED: 0,
		CANCELED: 0,
	};
	for (const state of states) if (isTaskState(state)) counts[state]++;
	return counts;
}

function isTaskState(text: string): text is TaskStatus {
	return TASK_STATUSES.some((state) => state === text);
}

/**
 * Counts the tasks of a job in one state, or in all of them, with one request: a page of one record says how many
 * there are. Only an answer that does not say so, or counts fewer than it has, has the list read instead.
 */
export async function countTasks(
	jobId: string,
	taskStatus: TaskStatus | undefined,
	call: CallAction,
): Promise<Result<number, CallFault>> {
	const outcome = await call({
		action: 'ListOTATaskByJob',
		parameters: { JobId: jobId, TaskStatus: taskStatus, CurrentPage: 1, PageSize: 1 },
	});
	if (!outcome.ok) return fail(outcome.fault);
	const { json } = outcome.answer;
	const total = totalOf(json, recordsIn(json, ACTIONS.ListOTATaskByJob.list?.path ?? []).length);
	if (Number.isFinite(total)) return ok(total);
	const read = await listTasksOfJob(jobId, { taskStatus }, call);
	if (!read.ok) return read;
	return read.value.shortfall ? fail(read.value.shortfall) : ok(read.value.tasks.length);
}

/**
 * Counts the tasks of a job in every state, with one request each. All are asked for at once: the less tasks
 * move on between the answers, the fewer are counted twice or not at all.
 */
export async function countAllTasks(
	jobId: string,
	call: CallAction,
): Promise<Result<TaskCounts, CallFault>> {
	const counted = await inParallel(TASK_STATUSES, TASK_STATUSES.length, async (state) => ({
		state,
		count: await countTasks(jobId, state, call),
	}));
	const counts: Record<TaskStatus, number> = { ...countStates([]) };
	for (const { state, count } of counted) {
		if (!count.ok) return count;
		counts[state] = count.value;
	}
	return ok(counts);
}
