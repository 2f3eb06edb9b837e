/**
 * Does something with each entry, so many at once, in their order. Results keep the order of the entries;
 * an undefined one is left out.
 */
export async function inParallel<Entry, Value>(
	entries: readonly Entry[],
	atOnce: number,
	work: (entry: Entry, place: number) => Promise<Value | undefined>,
): Promise<Value[]> {
	const results = new Map<number, Value | undefined>();
	// All workers take from one iterator, so each entry is taken once.
	const waiting = entries.entries();
	const worker = async () => {
		for (const [place, entry] of waiting) results.set(place, await work(entry, place));
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, worker));
	return entries.flatMap((_, place) => {
		const result = results.get(place);
		return result === undefined ? [] : [result];
	});
}

/** Lets pieces of work start in the order in which they come, so many at once; the others wait. */
export function atMost(atOnce: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
	const waiting: Array<() => void> = [];
	let underWay = 0;
	return async (work) => {
		if (underWay >= atOnce) await new Promise<void>((start) => waiting.push(start));
		else underWay++;
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			// The place goes to the next in line, so that nobody who comes now overtakes it.
			if (next) next();
			else underWay--;
		}
	};
}
