import type { Fleet } from '../../test/emulator/fleet/fleet';
import { CANCELLABLE } from '../../test/emulator/fleet/records';

/** When the devices of a fleet were cancelled, ms since 1970. */
export interface CancelTimes {
	/** How many could be cancelled when it began. */
	readonly cancellable: number;
	/** When half of these were cancelled; undefined if it has not come to that. */
	readonly half?: number;
	/** When all of these were cancelled; undefined if it has not come to that. */
	readonly all?: number;
}

/** How many devices of a fleet can be cancelled now, each having one task. */
export function countCancellable(fleet: Fleet): number {
	const counts = fleet.countByStatus();
	return CANCELLABLE.reduce((sum, status) => sum + counts[status], 0);
}

/** @param cancellable how many could be cancelled when it began */
export function readCancelTimes(fleet: Fleet, cancellable: number): CancelTimes {
	const times = fleet.tasks
		.filter(({ taskStatus }) => taskStatus === 'CANCELED')
		.map(({ utcModified }) => Date.parse(utcModified))
		.sort((one, other) => one - other);
	const half = times[Math.ceil(cancellable / 2) - 1];
	return { cancellable, half, all: times[cancellable - 1] };
}
