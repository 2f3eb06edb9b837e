import { readKey } from '../json';
import type { JsonObject } from '../json';

/** Records of a list, each once, gathered over pages that may repeat some. */
export class Gathering {
	private readonly records = new Map<string, JsonObject>();
	/** Records that stand on one page twice: the platform counts them twice too. */
	private twins = 0;

	/** @param identity the key that makes a record itself */
	constructor(private readonly identity: string) {}

	get size(): number {
		return this.records.size;
	}

	/** How many of the records wanted are not there yet. */
	lacks(total: number, limit: number): number {
		return Math.max(0, Math.min(total - this.twins, limit) - this.size);
	}

	/** In the order in which they came. */
	first(limit: number): JsonObject[] {
		return [...this.records.values()].slice(0, limit);
	}

	/** A way through the pages, to which every record is new once. */
	pass(): { add: (page: readonly JsonObject[]) => boolean } {
		const seen = new Set<string>();
		return {
			add: (page) => {
				const before = seen.size;
				for (const key of this.take(page)) seen.add(key);
				return seen.size > before;
			},
		};
	}

	/** Takes up those records that are not known yet, and gives the keys of all. */
	private take(page: readonly JsonObject[]): string[] {
		const fresh = new Set<string>();
		return page.map((record) => {
			const key = String(readKey(record, this.identity) ?? JSON.stringify(record));
			if (fresh.has(key)) this.twins++;
			if (!this.records.has(key)) {
				fresh.add(key);
				this.records.set(key, record);
			}
			return key;
		});
	}
}
