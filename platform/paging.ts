import { ACTIONS } from './catalog';
import type { ActionName } from './catalog';
import type { CallAction } from './client';
import type { CallFault } from './faults';
import { isJsonObject, readKey, readText } from './json';
import type { JsonObject } from './json';
import { recordsIn } from './records';
import type { ActionParameters } from './request';
import { done, failed } from './result';
import type { Result } from './result';

/** A list to be read. Where it stands in an answer and how long a page is, the catalog says. */
export interface ListRequest {
	readonly action: ActionName;
	/** Without page number and page size. */
	readonly parameters: ActionParameters;
}

/** Where a page is. */
export interface PagePlace {
	/** From 1. */
	readonly page: number;
	/** Records in a page. */
	readonly size: number;
	/** `NextToken` of the page before; empty where there is none. */
	readonly token: string;
}

/** A page as it was read. */
export interface Page {
	readonly records: readonly JsonObject[];
	/** How many records the list has in all; infinite when the answer does not say. */
	readonly total: number;
	/** Undefined when the platform cannot be asked for more. */
	readonly next: PagePlace | undefined;
}

/** The first page of a list, no longer than the action allows. */
export function firstPage(action: ActionName, limit = Number.POSITIVE_INFINITY): PagePlace {
	const largest = ACTIONS[action].list?.paging?.largestPage ?? 1;
	return { page: 1, size: Math.min(largest, limit), token: '' };
}

/** Reads one page; of a list that comes whole, everything. */
export async function readPage(
	{ action, parameters }: ListRequest,
	place: PagePlace,
	call: CallAction,
): Promise<Result<Page, CallFault>> {
	const { list } = ACTIONS[action];
	const { page, size, token } = place;
	const paging = list?.paging
		? { CurrentPage: page, PageSize: size, NextToken: token || undefined }
		: {};
	const outcome = await call({ action, parameters: { ...parameters, ...paging } });
	if (!outcome.ok) return failed(outcome.fault);
	const { json } = outcome.answer;
	const records = recordsIn(json, list?.path ?? []);
	const next =
		records.length > 0 ? placeAfter(action, place, readText(json, 'NextToken')) : undefined;
	return done({ records, total: totalOf(json), next });
}

/** Pages in a row without a new record after which a list counts as read. */
const MOST_IDLE_PAGES = 2;

/**
 * Reads a list to its end or to the limit, each record once. A list can move between two reads. A page may
 * come short or repeat records; where the count in all falls, records have moved up onto the page before,
 * which is then read once more, so that none is missed while up to a third of a page vanishes between two
 * reads. Reading ends when as many records as the answer counts in all are read, with an empty page, or
 * after two pages without a new record.
 * @param request with `limit`, the records wanted at most
 */
export async function readPages(
	request: ListRequest & { readonly limit?: number },
	call: CallAction,
): Promise<Result<JsonObject[], CallFault>> {
	const { action, limit = Number.POSITIVE_INFINITY } = request;
	const found = new Map<string, JsonObject>();
	let place: PagePlace | undefined = firstPage(action, limit);
	let before: { place: PagePlace; total: number } | undefined;
	for (let idlePages = 0; place && found.size < limit && idlePages < MOST_IDLE_PAGES; ) {
		const page: Result<Page, CallFault> = await readPage(request, place, call);
		if (!page.ok) return page;
		const { records, total, next } = page.value;
		const known = found.size;
		addTo(found, records, action);
		if (before && total < before.total) {
			const again = await readPage(request, before.place, call);
			if (!again.ok) return again;
			addTo(found, again.value.records, action);
		}
		if (place.page * place.size >= total && found.size >= total) break;
		idlePages = found.size === known ? idlePages + 1 : 0;
		before = { place, total };
		place = next;
	}
	return done([...found.values()].slice(0, limit));
}

/** Takes up those records that are not known yet. */
function addTo(
	found: Map<string, JsonObject>,
	records: readonly JsonObject[],
	action: ActionName,
): void {
	const identity = ACTIONS[action].list?.identity ?? '';
	for (const record of records) {
		const key = String(readKey(record, identity) ?? JSON.stringify(record));
		if (!found.has(key)) found.set(key, record);
	}
}

/** The place of the next page; undefined for one that the action cannot reach. */
function placeAfter(
	action: ActionName,
	{ page, size }: PagePlace,
	token: string,
): PagePlace | undefined {
	const paging = ACTIONS[action].list?.paging;
	if (!paging) return undefined;
	const next = { page: page + 1, size, token: '' };
	const { nextToken } = paging;
	if (!nextToken || next.page * size <= nextToken.neededAbove) return next;
	const isReached = token !== '' && next.page * size < nextToken.endsBelow;
	return isReached ? { ...next, token } : undefined;
}

/** How many records the answer counts in all; infinite when it does not say. */
export function totalOf(json: JsonObject): number {
	const data = readKey(json, 'Data');
	const total = readKey(json, 'Total') ?? (isJsonObject(data) ? readKey(data, 'Total') : undefined);
	const count = Number(total ?? Number.NaN);
	return Number.isNaN(count) ? Number.POSITIVE_INFINITY : count;
}
