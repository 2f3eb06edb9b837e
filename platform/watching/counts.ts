import type { TaskStatus } from '../cancellation/lookUp';

/** Every state of a task, in the order in which a task goes through them. */
export const TASK_STATES = [
	'CONFIRM',
	'QUEUED',
	'NOTIFIED',
	'IN_PROGRESS',
	'SUCCEEDED',
	'FAILED',
	'CANCELED',
] as const satisfies readonly TaskStatus[];

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
	return TASK_STATES.some((state) => state === text);
}
