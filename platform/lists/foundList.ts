import { SECRET_KEYS } from '../catalog/secretKeys';
import type { ActionCall, CallAction } from '../client/callAction';
import { outlineOf } from '../client/verdict';
import type { CallFault } from '../errors/faults';
import { isJsonObject } from '../json';
import type { JsonObject, JsonValue } from '../json';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { withoutKeys } from '../signing/redaction';
import { readPagesOf, totalOf } from './paging';
import type { PagedRecords } from './paging';

/** A list of an action that the catalog does not know. */
export interface FoundListRequest extends ActionCall {
	/** Keys from the outermost to the list; absent = it is looked for in the first answer. */
	readonly path?: readonly string[];
	readonly pageSize: number;
	/** Records wanted at most. */
	readonly limit: number;
}

/**
 * Reads a list of an action of which nothing is known but that it lists: in pages by `CurrentPage` and
 * `PageSize`, as all lists of this platform do that come in pages (PROTOCOL section 5). Two records are one
 * where they are the same in all they hold.
 */
export async function readFoundList(
	{ action, parameters, path, pageSize, limit }: FoundListRequest,
	call: CallAction,
): Promise<Result<PagedRecords, CallFault>> {
	const size = Math.min(pageSize, limit);
	const paged = { ...parameters, CurrentPage: 1, PageSize: size };
	const first = await call({ action, parameters: paged });
	if (!first.ok) return fail(first.fault);
	const { json } = first.answer;
	const found = path ?? findList(json);
	if (!found && totalOf(json, 0) === 0) return ok({ records: [], missing: 0 });
	if (!found) {
		const seen = outlineOf(withoutKeys(json, SECRET_KEYS));
		return fail({ kind: 'unreadable', found: 'noList', status: 200, seen });
	}
	let isFirst = true;
	const callAnew: CallAction = async (asked) => {
		if (!isFirst) return await call(asked);
		isFirst = false;
		return first;
	};
	const list = { path: found, identity: '', paging: { largestPage: pageSize } };
	return await readPagesOf({ action, parameters, list, limit }, callAnew);
}

/** No list of this platform stands deeper. */
const MOST_LEVELS = 4;

/**
 * The way to the only list of records that stands least deep in an answer; undefined where there is none, or
 * more than one. What stands within a record is no list of the answer.
 */
export function findList(answer: JsonObject): readonly string[] | undefined {
	let level: Array<readonly [path: readonly string[], value: JsonObject]> = [[[], answer]];
	for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
		const inner = level.flatMap(([path, object]) =>
			Object.entries(object).map(([key, value]) => [[...path, key], value] as const),
		);
		const lists = inner.filter(([, value]) => isList(value));
		if (lists.length > 0) return lists.length === 1 ? lists[0]?.[0] : undefined;
		level = inner.flatMap(([path, value]) => (isJsonObject(value) ? [[path, value] as const] : []));
	}
	return undefined;
}

function isList(value: JsonValue): boolean {
	return Array.isArray(value) && value.every(isJsonObject);
}
