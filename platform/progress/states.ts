import type { TaskStatus } from '../catalog/taskStatus';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { countStates } from '../ota/counts';
import type { TaskCounts } from '../ota/counts';
import { glanceAtTasks } from '../ota/tasks';
import type { Task, TaskGlance } from '../ota/tasks';
import { TASKS_PER_PAGE } from '../catalog/otaTask';
import { TASK_STATUSES } from '../catalog/taskStatus';
import { inParallel } from '../parallel';
import { fail, ok } from '../result';
import type { Result } from '../result';

/** What the states of a job's tasks come to. */
export interface States {
	readonly counts: TaskCounts;
	/** Failed tasks that were looked at. */
	readonly failed: readonly Task[];
	/** The same of those in progress. */
	readonly running: readonly Task[];
}

/** States whose first page is looked at; of the others one record is enough to have all counted. */
const LOOKED_AT: readonly TaskStatus[] = ['IN_PROGRESS', 'FAILED'];

/**
 * Counts the tasks of a job by state, and looks at the first page of those that failed and of those in progress:
 * with 7 requests, all at once, and with 5 more on an instance that does not count its lists.
 */
export async function readStates(
	jobId: string,
	call: CallAction,
): Promise<Result<States, CallFault>> {
	const glances = await inParallel(TASK_STATUSES, TASK_STATUSES.length, async (state) => ({
		state,
		glance: await countedGlance(jobId, state, call),
	}));
	const counts: Record<TaskStatus, number> = { ...countStates([]) };
	const tasks = new Map<TaskStatus, readonly Task[]>();
	for (const { state, glance } of glances) {
		if (!glance.ok) return glance;
		counts[state] = glance.value.total;
		tasks.set(state, glance.value.tasks);
	}
	return ok({
		counts,
		failed: tasks.get('FAILED') ?? [],
		running: tasks.get('IN_PROGRESS') ?? [],
	});
}

/** Looks at a state; without a count, a whole page tells whether there are more than are on it. */
async function countedGlance(
	jobId: string,
	state: TaskStatus,
	call: CallAction,
): Promise<Result<TaskGlance, CallFault>> {
	const sizes = LOOKED_AT.includes(state) ? [TASKS_PER_PAGE] : [1, TASKS_PER_PAGE];
	let read = 0;
	for (const size of sizes) {
		const glance = await glanceAtTasks(jobId, state, size, call);
		if (!glance.ok) return glance;
		const { tasks, total } = glance.value;
		if (Number.isFinite(total)) return glance;
		if (tasks.length < size) return ok({ tasks, total: tasks.length });
		read = tasks.length;
	}
	return fail({ kind: 'incomplete', read, total: Number.POSITIVE_INFINITY, uncounted: true });
}
