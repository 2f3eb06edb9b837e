import type { IExecuteFunctions } from 'n8n-workflow';
import { isTool } from './asTool';

/**
 * What the tries of one run of a node share, where Retry On Fail lets n8n run the whole node again.
 *
 * All tries get the same object of n8n's execute data, and nothing else does: another run, in a loop too, gets
 * one of its own, so that no ID has to be trusted. What is kept ends with that object.
 */
export class TriesOfRun<Shared extends object> {
	private readonly runs = new WeakMap<object, Shared>();

	/** @param create makes what the first try of a run begins with */
	constructor(private readonly create: () => Shared) {}

	/** What the tries of the run that a context belongs to share. */
	of(context: Pick<IExecuteFunctions, 'getExecuteData' | 'getNode'>): Shared {
		// The data of an agent are the same for one call of its tool as for the next.
		if (isTool(context)) return this.create();
		const run = context.getExecuteData();
		const shared = this.runs.get(run) ?? this.create();
		this.runs.set(run, shared);
		return shared;
	}
}

/**
 * What to tell of so many devices or items that an earlier try has dealt with; nothing of none.
 * @param noun in the singular
 * @param done what was done with them, as in `accepted`
 */
export function doneBefore(number: number, noun: string, done: string): string[] {
	if (number === 0) return [];
	const were = number === 1 ? `1 ${noun} was` : `${number} ${noun}s were`;
	return [`${were} ${done} in an earlier try of this node (Retry On Fail), and not sent again.`];
}
