import { ACTIONS } from '../catalog';
import type { ActionName, ListFacts } from '../catalog';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { isJsonObject, readKey, readText } from '../json';
import type { JsonObject, JsonValue } from '../json';
import { Gathering } from './gathering';
import { recordsIn } from './records';
import type { ActionParameters } from '../catalog/actionParameters';
import { ok, fail } from '../result';
import type { Result } from '../result';

/** A list to be read. Where it stands in an answer and how long a page is, the catalog says. */
export interface ListRequest {
	readonly action: ActionName;
	/** Without page number and page size. */
	readonly parameters: ActionParameters;
}

/** The same, of any action. */
interface AnyListRequest {
	readonly action: string;
	readonly parameters: ActionParameters;
	readonly list: ListFacts | undefined;
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
	/** How many records the list has in all; infinite when the answer gives no figure that can be true. */
	readonly total: number;
	/** What it gave instead of such a figure, as text; undefined when it gave one. */
	readonly uncounted?: string;
	/** Undefined when the platform cannot be asked for more. */
	readonly next: PagePlace | undefined;
}

/** The first page of a list, no longer than the action allows. */
export function firstPage(action: ActionName, limit = Number.POSITIVE_INFINITY): PagePlace {
	return firstPageOf(ACTIONS[action].list, limit);
}

function firstPageOf(list: ListFacts | undefined, limit: number): PagePlace {
	const largest = list?.paging?.largestPage ?? 1;
	return { page: 1, size: Math.min(largest, limit), token: '' };
}

/** Reads one page; of a list that comes whole, everything. */
export async function readPage(
	request: ListRequest,
	place: PagePlace,
	call: CallAction,
): Promise<Result<Page, CallFault>> {
	return await readPageOf({ ...request, list: ACTIONS[request.action].list }, place, call);
}

async function readPageOf(
	{ action, parameters, list }: AnyListRequest,
	place: PagePlace,
	call: CallAction,
): Promise<Result<Page, CallFault>> {
	const { page, size, token } = place;
	const paging = list?.paging
		? { CurrentPage: page, PageSize: size, NextToken: token || undefined }
		: {};
	const outcome = await call({ action, parameters: { ...parameters, ...paging } });
	if (!outcome.ok) return fail(outcome.fault);
	const { json } = outcome.answer;
	const records = recordsIn(json, list?.path ?? []);
	const next =
		records.length > 0 ? placeAfter(list, place, readText(json, 'NextToken')) : undefined;
	// An empty page beyond the first that counts nothing at all says nothing of the pages before.
	const counted = totalOf(json, records.length);
	const isBlank = page > 1 && records.length === 0 && counted === 0;
	const total = isBlank ? Number.POSITIVE_INFINITY : counted;
	const uncounted = Number.isFinite(total) ? {} : { uncounted: textOf(givenTotal(json)) };
	return ok({ records, total, next, ...uncounted });
}

/** Pages in a row without a new record after which a list counts as read. */
const MOST_IDLE_PAGES = 2;

/** A list as it was read. */
export interface PagedRecords {
	readonly records: readonly JsonObject[];
	/**
	 * How many records, of those wanted, the platform counts and does not give. 0 = the list is whole, or the
	 * limit is reached. Infinite where pages repeat and nothing says how many there are.
	 */
	readonly missing: number;
	/**
	 * What the answers gave instead of a count that can be true, as text, e.g. `0` beside records or nothing:
	 * then an empty page alone shows that the list is whole. Undefined where they gave a count.
	 */
	readonly uncounted?: string;
}

/**
 * Reads a list to its end or to the limit, each record once. A list can move between two reads. A page may
 * come short or repeat records; where the count in all falls, records have moved up onto the page before,
 * which is then read once more, so that none is missed while up to a third of a page vanishes between two
 * reads. Reading ends when as many records as the answer counts in all are read, with an empty page, or
 * after two pages without a new record. A list that ends with an empty page too early is read a second
 * time: what it counts and does not give then either is missing.
 * @param request with `limit`, the records wanted at most
 */
export async function readPages(
	request: ListRequest & { readonly limit?: number },
	call: CallAction,
): Promise<Result<PagedRecords, CallFault>> {
	return await readPagesOf({ ...request, list: ACTIONS[request.action].list }, call);
}

/** The same for any action, whose list the caller knows. */
export async function readPagesOf(
	request: AnyListRequest & { readonly limit?: number },
	call: CallAction,
): Promise<Result<PagedRecords, CallFault>> {
	const { list, limit = Number.POSITIVE_INFINITY } = request;
	const found = new Gathering(list?.identity ?? '');
	const lacks = ({ end, total }: Passed) =>
		end === 'empty' && Number.isFinite(total) && found.lacks(total, limit) > 0;
	let passed = await readThrough(request, limit, found, call);
	if (passed.ok && lacks(passed.value)) passed = await readThrough(request, limit, found, call);
	if (!passed.ok) return passed;
	const { total, end, uncounted } = passed.value;
	const isOpen = end === 'open' && total === Number.POSITIVE_INFINITY;
	const isCounted = end === 'limit' || Number.isFinite(total);
	return ok({
		records: found.first(limit),
		missing: isOpen ? total : isCounted ? found.lacks(total, limit) : 0,
		...(isCounted || uncounted === undefined ? {} : { uncounted }),
	});
}

/** What to tell of a list that did not come whole; undefined of one that did. */
export function shortfallOf({ records, missing }: PagedRecords): IncompleteFault | undefined {
	const read = records.length;
	return missing > 0 ? { kind: 'incomplete', read, total: read + missing } : undefined;
}

/** How reading a list once came to its end. */
interface Passed {
	/** The smallest count that an answer gave, for what came in meanwhile was not asked for; or infinite. */
	readonly total: number;
	readonly uncounted?: string;
	/** `open`: full pages repeat, or the platform cannot be asked for more. */
	readonly end: End;
}

type End = 'counted' | 'limit' | 'empty' | 'open';

/** Reads a list from its first page on, see `readPages`. */
async function readThrough(
	request: AnyListRequest,
	limit: number,
	found: Gathering,
	call: CallAction,
): Promise<Result<Passed, CallFault>> {
	const isPaged = request.list?.paging !== undefined;
	const pass = found.pass();
	let place = firstPageOf(request.list, limit);
	let before: { place: PagePlace; total: number } | undefined;
	let smallest = Number.POSITIVE_INFINITY;
	for (let idlePages = 0; ; ) {
		const page = await readPageOf(request, place, call);
		if (!page.ok) return page;
		const { records, total, next, uncounted } = page.value;
		let isNew = pass.add(records);
		if (before && total < before.total) {
			const again = await readPageOf(request, before.place, call);
			if (!again.ok) return again;
			isNew = pass.add(again.value.records) || isNew;
		}
		smallest = Math.min(smallest, total);
		idlePages = isNew ? 0 : idlePages + 1;
		const end = endAt(place, page.value, { found, limit, idlePages });
		if (end || !next) {
			const last = end ?? (isPaged && records.length > 0 ? 'open' : 'empty');
			return ok({ total: smallest, end: last, ...(isPaged ? { uncounted } : {}) });
		}
		before = { place, total };
		place = next;
	}
}

/** How a list ends with this page; undefined where more may follow. */
function endAt(
	{ page, size }: PagePlace,
	{ records, total }: Page,
	so: { readonly found: Gathering; readonly limit: number; readonly idlePages: number },
): End | undefined {
	const { found, limit, idlePages } = so;
	if (found.size >= limit) return 'limit';
	if (page * size >= total && found.lacks(total, limit) === 0) return 'counted';
	if (idlePages < MOST_IDLE_PAGES) return undefined;
	return records.length < size ? 'empty' : 'open';
}

/** The place of the next page; undefined for one that the action cannot reach. */
function placeAfter(
	list: ListFacts | undefined,
	{ page, size }: PagePlace,
	token: string,
): PagePlace | undefined {
	const paging = list?.paging;
	if (!paging) return undefined;
	const next = { page: page + 1, size, token: '' };
	const { nextToken } = paging;
	if (!nextToken || next.page * size <= nextToken.neededAbove) return next;
	const isReached = token !== '' && next.page * size < nextToken.endsBelow;
	return isReached ? { ...next, token } : undefined;
}

/**
 * How many records the answer counts in all; infinite when it gives no figure that can be true: none at all,
 * or a smaller one than it has records.
 * @param records how many records came with it
 */
export function totalOf(json: JsonObject, records: number): number {
	const text = textOf(givenTotal(json));
	const count = text === '' ? Number.NaN : Number(text);
	return Number.isNaN(count) || count < records ? Number.POSITIVE_INFINITY : count;
}

function givenTotal(json: JsonObject): JsonValue | undefined {
	const data = readKey(json, 'Data');
	return readKey(json, 'Total') ?? (isJsonObject(data) ? readKey(data, 'Total') : undefined);
}

function textOf(value: JsonValue | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
