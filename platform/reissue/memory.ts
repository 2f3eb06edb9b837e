import type { Ends } from './source';
import type { Standing } from './standing';

/**
 * What the tries of one run have done, where the node is run again as a whole, and what its items have done for
 * each other: the lists of a platform may show it late.
 */
export class ReissueMemory {
	/** By device: the item that had it put into a new job, and that job. */
	private readonly created = new Map<string, { readonly item: number; readonly jobId: string }>();
	/** Devices whose request got no answer. */
	private readonly doubtful = new Set<string>();
	/** Devices of jobs that waited before their cancel. */
	private readonly waited = new Set<string>();
	private readonly jobIds = new Set<string>();

	/** Jobs that this run has created. */
	get ownJobs(): ReadonlySet<string> {
		return this.jobIds;
	}

	noteCreated(
		{ ends, item, jobId }: { readonly ends: Ends; readonly item: number; readonly jobId: string },
		deviceNames: readonly string[],
	): void {
		this.jobIds.add(jobId);
		for (const name of deviceNames) this.created.set(keyOf(ends, name), { item, jobId });
	}

	noteDoubt(ends: Ends, deviceNames: readonly string[]): void {
		for (const name of deviceNames) this.doubtful.add(keyOf(ends, name));
	}

	noteWaited(jobId: string, deviceNames: readonly string[]): void {
		for (const name of deviceNames) this.waited.add(JSON.stringify([jobId, name]));
	}

	hasWaited(jobId: string, deviceName: string): boolean {
		return this.waited.has(JSON.stringify([jobId, deviceName]));
	}

	/** What is known of a device without a look; undefined of one that this run has not touched. */
	standingOf(ends: Ends, item: number, deviceName: string): Standing | undefined {
		const made = this.created.get(keyOf(ends, deviceName));
		if (made?.item === item) return { kind: 'created', jobId: made.jobId, isSeen: false };
		if (made) return { kind: 'alreadyInJob', jobId: made.jobId, taskStatus: '' };
		return undefined;
	}

	/** Whether a request that named a device got no answer. */
	isDoubtful(ends: Ends, deviceName: string): boolean {
		return this.doubtful.has(keyOf(ends, deviceName));
	}
}

function keyOf({ source: { productKey }, target: { firmwareId } }: Ends, name: string): string {
	return JSON.stringify([productKey, firmwareId, name]);
}
