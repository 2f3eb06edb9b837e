import { mayHaveBeenDone, mustNotRepeat } from '../../../platform';
import type { CallAction, CallOutcome } from '../../../platform';
import type { PreparedItem } from './readItems';
import type { ItemOutcome } from './callItem';

/**
 * What earlier tries of the same run of a node have done for its items. What makes or changes something is
 * done once for an item: the next try hands its answer on. Reads are read anew.
 */
export class EarlierAnswers {
	private readonly items = new Map<string, ItemOutcome>();
	private readonly calls = new Map<string, CallOutcome>();
	private readonly doubts = new Set<string>();

	/**
	 * What came of an item that must not be sent again: it was carried out, or may have been where doing it
	 * again makes a second one.
	 */
	settled(item: PreparedItem): ItemOutcome | undefined {
		return this.items.get(keyOf(item));
	}

	/** Keeps what came of an item, if it settles it. */
	keep(item: PreparedItem, outcome: ItemOutcome): void {
		const { request } = item;
		if (request.effect === 'read') return;
		const { fault } = outcome;
		if (!fault || mustNotRepeat(request, fault)) this.items.set(keyOf(item), outcome);
	}

	/**
	 * Makes the calls of an item, but for those of a longer list that an earlier try has carried out. A refusal
	 * is in doubt where an earlier try got no answer to the same.
	 */
	over(item: PreparedItem, call: CallAction): CallAction {
		if (item.request.effect === 'read') return call;
		return async (asked) => {
			const key = JSON.stringify([item.itemIndex, asked]);
			const known = this.calls.get(key);
			if (known) return known;
			const outcome = await call(asked);
			if (outcome.ok) {
				this.calls.set(key, outcome);
				return outcome;
			}
			const inDoubt = outcome.inDoubt || this.doubts.has(key);
			if (inDoubt || mayHaveBeenDone(outcome.fault)) this.doubts.add(key);
			return { ...outcome, inDoubt };
		};
	}
}

function keyOf({ itemIndex, request }: PreparedItem): string {
	return `${request.action} ${itemIndex}`;
}
