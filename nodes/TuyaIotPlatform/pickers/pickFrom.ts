import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { ACTIONS } from '../../../platform/catalog';
import type { ActionName } from '../../../platform/catalog';
import type { ActionCall, CallAction } from '../../../platform/client';
import type { ExplanationContext } from '../../../platform/explain';
import { explain } from '../../../platform/explain';
import type { CallFault } from '../../../platform/faults';
import { isRecord, parseJson, readText } from '../../../platform/json';
import type { JsonObject } from '../../../platform/json';
import { firstPage, readPage } from '../../../platform/paging';
import type { ListRequest, PagePlace } from '../../../platform/paging';
import { recordsIn } from '../../../platform/records';
import { plainApiError } from '../execution/errors';
import { readInstance } from '../execution/instance';
import { openSession } from '../execution/session';

/** One record to be read. */
interface RecordRequest extends ActionCall {
	readonly action: ActionName;
}

/** A list of the platform as a picker shows it. */
export interface PickerList extends ListRequest {
	/** The key of a record whose value is chosen. */
	readonly value: string;
	/** What a person reads. */
	readonly name: (record: JsonObject) => string;
	/** The call that reads the one record of a value; absent where the platform has none. */
	readonly one?: (value: string) => RecordRequest;
}

/** Someone waits in the editor, so a request is short and few are made. Timeout in ms. */
const RULES = { timeout: 15_000, requestsPerSecond: 10, maxAttempts: 2 };

/** Most pages that one look at the list reads while nothing matches what was typed. */
const MOST_PAGES = 10;

/** What is typed in part, or in words, need not be asked for. */
const COULD_BE_A_NAME = /^\S{1,64}$/;

/**
 * A page of choices. The platform cannot search, so with a filter pages are read until one has a match, ten
 * at most; n8n asks for the next ones with the token when the user scrolls on. What is typed in full is
 * found however long the list is, where the platform can be asked for a single record.
 */
export async function pickFrom(
	context: ILoadOptionsFunctions,
	list: PickerList,
	filter: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const { call, explanation } = openSession(context, await readInstance(context), RULES);
	const typed = (filter ?? '').trim();
	const start = readToken(token);
	const results: INodeListSearchItems[] = [];
	let place: PagePlace | undefined = start ?? firstPage(list.action);
	for (let pages = 0; place && results.length === 0 && pages < MOST_PAGES; pages++) {
		const page = await readPage(list, place, call);
		if (!page.ok) throw listError(context, page.fault, explanation);
		results.push(...choicesIn(page.value.records, list, typed));
		place = isLast(place, page.value.total) ? undefined : page.value.next;
	}
	if (!place && !start) return { results };
	const one = COULD_BE_A_NAME.test(typed) ? list.one?.(typed) : undefined;
	const paginationToken = place && JSON.stringify(place);
	if (!one) return { results, paginationToken };
	// The one that is typed comes first, from the first look on, and not again where its page comes.
	const others = results.filter(({ value }) => value !== typed);
	if (start) return { results: others, paginationToken };
	const listed = results.filter(({ value }) => value === typed);
	const first = listed.length > 0 ? listed : await theOne(list, one, call);
	return { results: [...first, ...others], paginationToken };
}

/** The record that a call reads, as a choice; none where the platform does not give it. */
async function theOne(
	list: PickerList,
	asked: RecordRequest,
	call: CallAction,
): Promise<INodeListSearchItems[]> {
	const outcome = await call(asked);
	if (!outcome.ok) return [];
	return choicesIn(recordsIn(outcome.answer.json, ACTIONS[asked.action].record ?? []), list, '');
}

function choicesIn(
	records: readonly JsonObject[],
	list: PickerList,
	typed: string,
): INodeListSearchItems[] {
	const wanted = typed.toLowerCase();
	return records
		.map((record) => ({ name: list.name(record), value: readText(record, list.value) }))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}

function isLast({ page, size }: PagePlace, total: number): boolean {
	return page * size >= total;
}

/** Reads back the token that the page before gave; undefined for none. */
function readToken(token: string | undefined): PagePlace | undefined {
	const place = parseJson(token ?? '');
	if (!isRecord(place)) return undefined;
	return { page: Number(place.page), size: Number(place.size), token: String(place.token ?? '') };
}

function listError(
	context: ILoadOptionsFunctions,
	fault: CallFault,
	explanation: ExplanationContext,
): Error {
	const { message, description } = explain(fault, explanation);
	return plainApiError(context.getNode(), message, description);
}
