import { ACTIONS } from './catalog';
import type { ActionName } from './catalog';
import type { CallAction } from './client';
import type { CallFault } from './faults';
import { isJsonObject, readKey } from './json';
import type { JsonObject } from './json';
import { recordsIn } from './records';
import type { ActionParameters } from './request';
import { done, failed } from './result';
import type { Result } from './result';

/** A list to be read page by page. Where it stands in an answer and how long a page is, the catalog says. */
export interface PagedList {
	readonly action: ActionName;
	/** Without page number and page size. */
	readonly parameters: ActionParameters;
	/** Records wanted at most. */
	readonly limit?: number;
	/** The key that makes a record itself, e.g. `TaskId`: two of the same are one. */
	readonly identity: string;
}

/** Pages in a row without a new record after which a list counts as read. */
const MOST_IDLE_PAGES = 2;

/**
 * Reads a list to its end or to the limit, each record once. A list can shift between two pages, so a page
 * may come short or repeat records: reading ends with an empty page, with as many records as the answer
 * counts in all, or after two pages without a new record.
 */
export async function readPages(
	{ action, parameters, identity, limit = Number.POSITIVE_INFINITY }: PagedList,
	call: CallAction,
): Promise<Result<JsonObject[], CallFault>> {
	const { list } = ACTIONS[action];
	const found = new Map<string, JsonObject>();
	let idlePages = 0;
	for (let page = 1; found.size < limit && idlePages < MOST_IDLE_PAGES; page++) {
		const paging = { CurrentPage: page, PageSize: list?.paging?.largestPage };
		const outcome = await call({ action, parameters: { ...parameters, ...paging } });
		if (!outcome.ok) return failed(outcome.fault);
		const { json } = outcome.answer;
		const known = found.size;
		const records = recordsIn(json, list?.path ?? []);
		for (const record of records) {
			const key = String(readKey(record, identity) ?? JSON.stringify(record));
			if (!found.has(key)) found.set(key, record);
		}
		if (records.length === 0 || found.size >= totalOf(json)) break;
		idlePages = found.size === known ? idlePages + 1 : 0;
	}
	return done([...found.values()].slice(0, limit));
}

/** How many records the answer counts in all; infinite when it does not say. */
export function totalOf(json: JsonObject): number {
	const data = readKey(json, 'Data');
	const total = readKey(json, 'Total') ?? (isJsonObject(data) ? readKey(data, 'Total') : undefined);
	const count = Number(total ?? Number.NaN);
	return Number.isNaN(count) ? Number.POSITIVE_INFINITY : count;
}
