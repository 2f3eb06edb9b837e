import { TASKS_PER_PAGE } from '../catalog/otaTask';
import type { TaskStatus } from '../catalog/taskStatus';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { firstPage, readPage, readPages, shortfallOf } from '../lists/paging';
import { ok } from '../result';
import type { Result } from '../result';

/** The OTA task of a device as a list shows it. Texts are empty where the list does not tell. */
export interface Task {
	readonly taskId: string;
	readonly jobId: string;
	readonly firmwareId: string;
	readonly deviceName: string;
	/** The ID that the platform gave the device. */
	readonly iotId: string;
	/** One of `TaskStatus`, or a word that this version does not know; in capitals. */
	readonly taskStatus: string;
	/** Why it failed or was cancelled. */
	readonly reason: string;
	/** Percent, as text. */
	readonly progress: string;
	readonly srcVersion: string;
	readonly destVersion: string;
	/** When its state or progress last changed, as the platform writes it. */
	readonly utcModified: string;
	/** The same, ms since 1970 by the platform's clock; NaN where the list does not tell. */
	readonly modified: number;
}

/** Tasks that were listed. */
export interface TaskList {
	readonly tasks: readonly Task[];
	/** What the list did not give; absent when there are no other tasks. */
	readonly shortfall?: IncompleteFault;
}

/** What one request tells of the tasks of a job in one state. */
export interface TaskGlance {
	/** How many there are in all; infinite where the answer gives no figure that can be true. */
	readonly total: number;
	/** Some of them. Which come first, no page of the platform says. */
	readonly tasks: readonly Task[];
}

/** Which tasks of a job are wanted; all unless something is given. */
interface TaskFilter {
	readonly deviceNames?: readonly string[];
	readonly taskStatus?: TaskStatus;
	/** Tasks at most. */
	readonly limit?: number;
}

/** Reads a task out of a record of a list. */
export function readTask(record: JsonObject): Task {
	const utcModified = readText(record, 'UtcModified');
	return {
		taskId: readText(record, 'TaskId'),
		jobId: readText(record, 'JobId'),
		firmwareId: readText(record, 'FirmwareId'),
		deviceName: readText(record, 'DeviceName'),
		iotId: readText(record, 'IotId'),
		taskStatus: readText(record, 'TaskStatus').toUpperCase(),
		reason: readText(record, 'TaskDesc'),
		progress: readText(record, 'Progress'),
		srcVersion: readText(record, 'SrcVersion'),
		destVersion: readText(record, 'DestVersion'),
		utcModified,
		modified: Date.parse(utcModified),
	};
}

/**
 * Lists tasks of a job, 100 a request; each is of the job asked for, whether or not the list says so. Without a
 * state the list keeps its order while tasks move on, so that no page misses one; a list of one state shifts
 * with every task that enters or leaves it. Source: the platform's page ListOTATaskByJob.
 */
export async function listTasksOfJob(
	jobId: string,
	{ deviceNames, taskStatus, limit }: TaskFilter,
	call: CallAction,
): Promise<Result<TaskList, CallFault>> {
	const parameters = { JobId: jobId, DeviceNames: deviceNames, TaskStatus: taskStatus };
	const list = await readPages({ action: 'ListOTATaskByJob', parameters, limit }, call);
	if (!list.ok) return list;
	const tasks = readTasks(jobId, list.value.records);
	return ok({ tasks, shortfall: shortfallOf(list.value) });
}

/**
 * Reads tasks of one state: all of them where they fit on so many pages, else so many pages spread evenly over
 * the list, so that they stand for all of it whatever its order.
 * @param count how many tasks there are, see `countTasks`
 */
export async function sampleTasksOfJob(
	jobId: string,
	taskStatus: TaskStatus,
	{ count, pages }: { readonly count: number; readonly pages: number },
	call: CallAction,
): Promise<Result<TaskList, CallFault>> {
	const inAll = Math.ceil(count / TASKS_PER_PAGE);
	if (inAll <= pages) return await listTasksOfJob(jobId, { taskStatus }, call);
	const parameters = { JobId: jobId, TaskStatus: taskStatus };
	const found = new Map<string, Task>();
	for (let nth = 0; nth < pages; nth++) {
		const place = { page: 1 + Math.floor((nth * inAll) / pages), size: TASKS_PER_PAGE, token: '' };
		const page = await readPage({ action: 'ListOTATaskByJob', parameters }, place, call);
		if (!page.ok) return page;
		for (const task of readTasks(jobId, page.value.records)) found.set(task.taskId, task);
	}
	const tasks = [...found.values()];
	const expected = pages * TASKS_PER_PAGE;
	// A list of one state shifts while it is read; less than a page of that is no loss.
	const isShort = tasks.length <= expected - TASKS_PER_PAGE;
	const shortfall = { kind: 'incomplete', read: tasks.length, total: expected } as const;
	return ok(isShort ? { tasks, shortfall } : { tasks });
}

/** Looks at the tasks of a job in one state with one request, which shows so many of them at most. */
export async function glanceAtTasks(
	jobId: string,
	taskStatus: TaskStatus,
	most: number,
	call: CallAction,
): Promise<Result<TaskGlance, CallFault>> {
	const parameters = { JobId: jobId, TaskStatus: taskStatus };
	const request = { action: 'ListOTATaskByJob', parameters } as const;
	const page = await readPage(request, firstPage(request.action, most), call);
	if (!page.ok) return page;
	const { records, total } = page.value;
	return ok({ total, tasks: readTasks(jobId, records) });
}

function readTasks(jobId: string, records: readonly JsonObject[]): Task[] {
	return records.map((record) => {
		const task = readTask(record);
		return task.jobId === '' ? { ...task, jobId } : task;
	});
}
