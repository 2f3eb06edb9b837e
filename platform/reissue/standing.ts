import type { CallFault } from '../errors/faults';
import type { Task } from '../ota/tasks';

/** Where a device stands, before or after new jobs were created. */
export type Standing =
	/** It is to be put into a new job. */
	| { readonly kind: 'due' }
	/** It waits in the old job, whose waiting tasks are to be cancelled. */
	| { readonly kind: 'waiting' }
	/** A new job has a task for it; `isSeen` once the task was seen there. */
	| { readonly kind: 'created'; readonly jobId: string; readonly isSeen: boolean }
	/** Another job has a task for it. Without an ID: the one that an earlier item would create. */
	| { readonly kind: 'alreadyInJob'; readonly jobId: string; readonly taskStatus: string }
	/** It runs the version of the package already. */
	| { readonly kind: 'alreadyRuns'; readonly version: string }
	/** It runs another version by now than the job brought, so that there is nothing to roll back. */
	| { readonly kind: 'runsAnother'; readonly version: string }
	/** Its task in the old job waited, and was cancelled by this run. */
	| { readonly kind: 'cancelled' }
	/** Its task in the old job can still run. */
	| { readonly kind: 'unfinished' }
	| Unknown
	| Failed
	/** Not sent, since a request before it did not go through, or the workflow was stopped. */
	| { readonly kind: 'skipped' };

/** Nobody knows whether it is in a new job. */
type Unknown =
	/** The request that names it got no answer, in this try of the node or in one before. */
	| { readonly kind: 'unknown'; readonly why: 'unanswered' }
	/** A job of the package does not show all of its tasks yet. */
	| { readonly kind: 'unknown'; readonly why: 'unsettled'; readonly jobId: string }
	/** The platform took the job, but no task of the device was seen in it. */
	| { readonly kind: 'unknown'; readonly why: 'unseen'; readonly jobId: string }
	/** The platform took the job, but its tasks could not be read. */
	| {
			readonly kind: 'unknown';
			readonly why: 'unread';
			readonly jobId: string;
			readonly fault: CallFault;
	  };

/** It is in no new job. */
type Failed =
	/** The platform refused the job that names it, or the request surely did not arrive. */
	| { readonly kind: 'failed'; readonly fault: CallFault }
	/** The platform does not know the device. */
	| { readonly kind: 'failed'; readonly fault?: undefined };

/** A device that an order is about. */
export interface ReissueDevice {
	readonly deviceName: string;
	/** Its task in the old job. */
	readonly task: Task;
	readonly standing: Standing;
}

const SUCCESSES: ReadonlySet<Standing['kind']> = new Set([
	'created',
	'alreadyInJob',
	'alreadyRuns',
	'runsAnother',
	'cancelled',
]);

/** Whether a device ended as wished: it is in a job, or needs none. */
export function isPutRight({ standing }: ReissueDevice): boolean {
	return SUCCESSES.has(standing.kind);
}

/** The names of the devices that stand in a way. */
export function namesOf(
	devices: readonly ReissueDevice[],
	kind: Standing['kind'],
): readonly string[] {
	return devices.flatMap(({ deviceName, standing }) =>
		standing.kind === kind ? [deviceName] : [],
	);
}

/** Gives those devices another standing that have one in the map. */
export function withStandings(
	devices: readonly ReissueDevice[],
	standings: ReadonlyMap<string, Standing>,
): ReissueDevice[] {
	return devices.map((device) => {
		const standing = standings.get(device.deviceName);
		return standing ? { ...device, standing } : device;
	});
}
