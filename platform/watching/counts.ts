import { TASK_STATUSES } from '../catalog/taskStatus';
import type { TaskStatus } from '../catalog/taskStatus';

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
