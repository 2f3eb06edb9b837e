import type { Contestant } from './contestant';
import { iotSdk } from './iotSdk';
import { itemByItem } from './itemByItem';
import { popCore } from './popCore';
import { thisNode, thisNodeEvaluated } from './thisNode';

/** Everyone who is compared, in the order of the tables. */
export const contestants = {
	thisNode,
	itemByItem,
	popCoreSingle: popCore(1),
	popCore: popCore(200),
	iotSdk,
} as const satisfies Record<string, Contestant>;

export type ContestantKey = keyof typeof contestants;

/** What a process can be asked to run: a contestant, or this node without the engine's part. */
export const runnable: Readonly<Record<string, Contestant>> = { ...contestants, thisNodeEvaluated };

/** The keys in the order of the tables. */
export function contestantKeys(): ContestantKey[] {
	return ['thisNode', 'itemByItem', 'popCoreSingle', 'popCore', 'iotSdk'];
}
