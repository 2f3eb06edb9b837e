import type { CancelScope } from './plan';

/** Groups what has the same scope, in the order in which it came. */
export function byScope<Entry>(
	entries: readonly Entry[],
	scopeOf: (entry: Entry) => CancelScope,
): Array<[Entry, ...Entry[]]> {
	const groups = new Map<string, [Entry, ...Entry[]]>();
	for (const entry of entries) {
		const { productKey, firmwareId, jobId } = scopeOf(entry);
		const key = JSON.stringify([productKey, firmwareId, jobId]);
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return [...groups.values()];
}
