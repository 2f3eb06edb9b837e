import { CANCELLABLE, FINISHED } from '../catalog/taskStatus';
import type { Task } from '../ota/tasks';

/** What a look-up found of one device, within the scope asked for. */
export type FoundDevice =
	| {
			readonly kind: 'found';
			readonly tasks: readonly Task[];
			/**
			 * `everything`: it has no other tasks. `unfinished`: other tasks of it have ended. `part`: the lists
			 * were not whole, so it may have any other task too.
			 */
			readonly sees: 'everything' | 'unfinished' | 'part';
	  }
	/** The platform does not know the device. */
	| { readonly kind: 'absent' };

/** What a look-up found, by device name. */
export type FoundDevices = ReadonlyMap<string, FoundDevice>;

/**
 * Whether a cancel can do nothing for a device: it is unknown, has no task, or each of its tasks has ended or
 * is being installed. What a look-up leaves open does not count.
 */
export function isBeyondCancel(found: FoundDevice | undefined): boolean {
	if (found === undefined) return false;
	if (found.kind === 'absent') return true;
	return (
		found.sees !== 'part' &&
		found.tasks.every(
			({ taskStatus }) => FINISHED.includes(taskStatus) || taskStatus === 'IN_PROGRESS',
		)
	);
}

/** Whether a device has a task that waits, so that a cancel can stop it. */
export function isWaiting(found: FoundDevice): boolean {
	return (
		found.kind === 'found' && found.tasks.some(({ taskStatus }) => CANCELLABLE.includes(taskStatus))
	);
}
