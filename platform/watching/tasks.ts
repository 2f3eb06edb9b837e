import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { readPages, shortfallOf, totalOf } from '../lists/paging';
import { recordsIn } from '../lists/records';
import { ok, fail } from '../result';
import type { Result } from '../result';
import { TASK_STATUSES } from '../catalog/taskStatus';
import type { TaskStatus } from '../catalog/taskStatus';
import { countStates } from './counts';
import type { TaskCounts } from './counts';

/** The task of a device as a job's list shows it. Texts are empty where the list does not tell. */
export interface WatchedTask {
	readonly taskId: string;
	readonly deviceName: string;
	/** As the platform spells it, in capitals. */
	readonly taskStatus: string;
	/** Why it failed or was cancelled. */
	readonly reason: string;
	/** Percent, as text. */
	readonly progress: string;
	readonly srcVersion: string;
	readonly destVersion: string;
	/** When its state or progress last changed, as the platform writes it. */
	readonly utcModified: string;
	/** The same, ms since 1970; NaN where the list does not tell. */
	readonly modified: number;
}

/** Tasks of a job. */
export interface TasksRead {
	readonly tasks: readonly WatchedTask[];
	/** What the list did not give. */
	readonly shortfall?: IncompleteFault;
}

/**
 * Reads the tasks of a job, 100 a request. Without a state the list keeps its order while tasks move on, so
 * that no page misses one; a list of one state shifts with every task that enters or leaves it.
 * Source: the platform's page ListOTATaskByJob.
 */
export async function readTasks(
	jobId: string,
	taskStatus: TaskStatus | undefined,
	call: CallAction,
	limit?: number,
): Promise<Result<TasksRead, CallFault>> {
	const tasks = await readPages(
		{
			action: 'ListOTATaskByJob',
			parameters: { JobId: jobId, TaskStatus: taskStatus },
			limit,
		},
		call,
	);
	if (!tasks.ok) return tasks;
	return ok({ tasks: tasks.value.records.map(asTask), shortfall: shortfallOf(tasks.value) });
}

/**
 * Counts the tasks of a job in one state with one request: a page of one record says how many there are
 * in all. Only an answer that does not say so, or counts fewer than it has, has the list read instead.
 */
export async function countTasks(
	jobId: string,
	taskStatus: TaskStatus,
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
	const read = await readTasks(jobId, taskStatus, call);
	if (!read.ok) return read;
	return read.value.shortfall ? fail(read.value.shortfall) : ok(read.value.tasks.length);
}

/** Counts the tasks of a job in every state, with one request each. */
export async function countAllTasks(
	jobId: string,
	call: CallAction,
): Promise<Result<TaskCounts, CallFault>> {
	const counts: Record<TaskStatus, number> = { ...countStates([]) };
	for (const state of TASK_STATUSES) {
		const count = await countTasks(jobId, state, call);
		if (!count.ok) return count;
		counts[state] = count.value;
	}
	return ok(counts);
}

function asTask(record: JsonObject): WatchedTask {
	const utcModified = readText(record, 'UtcModified');
	return {
		taskId: readText(record, 'TaskId'),
		deviceName: readText(record, 'DeviceName'),
		taskStatus: readText(record, 'TaskStatus').toUpperCase(),
		reason: readText(record, 'TaskDesc'),
		progress: readText(record, 'Progress'),
		srcVersion: readText(record, 'SrcVersion'),
		destVersion: readText(record, 'DestVersion'),
		utcModified,
		modified: Date.parse(utcModified),
	};
}
