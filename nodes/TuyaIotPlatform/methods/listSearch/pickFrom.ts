import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import {
	ACTIONS,
	explain,
	firstPage,
	isRecord,
	parseJson,
	readPage,
	readText,
	recordsIn,
} from '../../../../platform';
import type {
	ActionCall,
	ActionName,
	CallAction,
	CallFault,
	CallRules,
	ExplanationContext,
	IncompleteFault,
	JsonObject,
	ListRequest,
	Page,
	PagePlace,
} from '../../../../platform';
import { openNodeClient } from '../../shared/client';
import { connectionOf } from '../../shared/connection';
import { plainApiError } from '../../shared/errors';

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
	/** A text beside name and value by which a record is found as well, as the platform spells it. */
	readonly alsoFoundBy?: (record: JsonObject) => string;
	/** Which records come after the others of their page; absent = each keeps its place. */
	readonly goesLast?: (record: JsonObject) => boolean;
	/** The call that reads the one record of a value; absent where the platform has none. */
	readonly one?: (value: string) => RecordRequest;
}

/** Someone waits in the editor, so a request is short and few are made. Timeout in ms. */
const RULES: CallRules = {
	timeout: 15_000,
	requestsPerSecond: 10,
	maxAttempts: 2,
	patience: 15_000,
};

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
	rules: CallRules = RULES,
): Promise<INodeListSearchResult> {
	const { call, explanation } = openNodeClient(context, await connectionOf(context), rules);
	const typed = (filter ?? '').trim();
	const start = readToken(token);
	const results: INodeListSearchItems[] = [];
	let shortfall: IncompleteFault | undefined;
	let place: PickerPlace | undefined = start ?? { ...firstPage(list.action), read: 0 };
	for (let pages = 0; place && results.length === 0 && pages < MOST_PAGES; pages++) {
		const page = await readPage(list, place, call);
		if (!page.ok) throw listError(context, page.fault, explanation);
		shortfall = shortfallAt(place, page.value, list);
		if (!shortfall) results.push(...choicesIn(page.value.records, list, typed));
		place = shortfall ? undefined : placeAfter(place, page.value, list);
	}
	const paginationToken = place && JSON.stringify(place);
	const one = COULD_BE_A_NAME.test(typed) && (place ?? start ?? shortfall) && list.one?.(typed);
	// The one that is typed comes first, from the first look on, and not again where its page comes.
	const others = one ? results.filter(({ value }) => value !== typed) : results;
	const listed = one ? results.filter(({ value }) => value === typed) : [];
	const first = one && !start && listed.length === 0 ? await theOne(list, one, call) : listed;
	const shown = start ? others : [...first, ...others];
	if (shortfall && shown.length === 0) throw listError(context, shortfall, explanation);
	return { results: shown, paginationToken };
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
	{ name, value, alsoFoundBy, goesLast = () => false }: PickerList,
	typed: string,
): INodeListSearchItems[] {
	const wanted = plain(typed);
	const first = records.filter((record) => !goesLast(record));
	return [...first, ...records.filter(goesLast)].flatMap((record) => {
		const choice = { name: name(record), value: readText(record, value) };
		const texts = [choice.name, choice.value, alsoFoundBy?.(record)];
		return plain(texts.join(' ')).includes(wanted) ? [choice] : [];
	});
}

/** As people may type it: IN_PROGRESS is found by "in progress" too. */
function plain(text: string): string {
	return text.toLowerCase().replaceAll('_', ' ');
}

/** The place of a page, and what the pages before gave. */
interface PickerPlace extends PagePlace {
	/** How many records. */
	readonly read: number;
	/** The value of the first record of the page before, which tells whether that page comes again. */
	readonly first?: string;
	/** How many records the platform counts; absent where it did not say. */
	readonly total?: number;
}

/** Where the next page is; undefined after the last one. */
function placeAfter(
	{ read: before }: PickerPlace,
	{ records, total, next }: Page,
	list: PickerList,
): PickerPlace | undefined {
	const read = before + records.length;
	if (read >= total || !next) return undefined;
	const counted = Number.isFinite(total) ? { total } : {};
	return { ...next, read, first: firstValue(records, list), ...counted };
}

/** What a page shows to be missing: it is empty though more is counted, or it is the page before once more. */
function shortfallAt(
	{ read, first, total: before }: PickerPlace,
	{ records, total: now }: Page,
	list: PickerList,
): IncompleteFault | undefined {
	const total = Number.isFinite(now) ? now : (before ?? now);
	const isShort = records.length === 0 && Number.isFinite(total) && total > read;
	const comesAgain = first !== undefined && first === firstValue(records, list);
	return isShort || comesAgain ? { kind: 'incomplete', read, total } : undefined;
}

function firstValue([first]: readonly JsonObject[], { value }: PickerList): string | undefined {
	return (first && readText(first, value)) || undefined;
}

/** Reads back the token that the page before gave; undefined for none. */
function readToken(token: string | undefined): PickerPlace | undefined {
	const place = parseJson(token ?? '');
	if (!isRecord(place)) return undefined;
	const { first, total } = place;
	return {
		page: Number(place.page),
		size: Number(place.size),
		read: Number(place.read),
		token: String(place.token ?? ''),
		...(typeof first === 'string' ? { first } : {}),
		...(typeof total === 'number' ? { total } : {}),
	};
}

function listError(
	context: ILoadOptionsFunctions,
	fault: CallFault,
	explanation: ExplanationContext,
): Error {
	const { message, description } = explain(fault, explanation);
	return plainApiError(context.getNode(), message, description);
}
