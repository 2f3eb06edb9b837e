import { TASK_STATUSES } from '../catalog/taskStatus';
import type { TaskStatus } from '../catalog/taskStatus';
import { countStates } from '../ota/counts';
import type { TaskCounts } from '../ota/counts';
import { totalOf } from './figures';

/** Tenths of a percent in a whole. */
const WHOLE = 1000;

/**
 * The share of each state in all tasks, in tenths of a percent. They sum up to 1000, unless there is no task at
 * all: what rounding down leaves goes to the states that lost most by it.
 */
export function sharesOf(counts: TaskCounts): TaskCounts {
	const shares: Record<TaskStatus, number> = { ...countStates([]) };
	const total = totalOf(counts);
	if (total === 0) return shares;
	const exact = (state: TaskStatus) => (WHOLE * counts[state]) / total;
	for (const state of TASK_STATUSES) shares[state] = Math.floor(exact(state));
	const lost = TASK_STATUSES.toSorted(
		(a, b) => exact(b) - shares[b] - (exact(a) - shares[a]) || counts[b] - counts[a],
	);
	for (const state of lost.slice(0, WHOLE - totalOf(shares))) shares[state]++;
	return shares;
}
