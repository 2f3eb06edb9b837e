/** Adds a record to the list of its key, the first time as a new list. */
export function append<T>(lists: Map<string, T[]>, key: string, record: T): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [record]);
	else list.push(record);
}
