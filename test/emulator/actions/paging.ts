import type { JsonObject } from '../json';
import type { Settings } from '../options';
import { BusinessRefusal } from '../refusals';

/** The limits of one action's pages; without a default size both parameters are required. */
export interface PageRule {
	largest: number;
	defaultSize?: number;
}

export interface Page<T> {
	records: T[];
	/** currentPage, pageSize, pageCount and total, as answers print them */
	counts: { currentPage: number; pageSize: number; pageCount: number; total: number };
}

/** Cuts the page out of all records that CurrentPage and PageSize ask for; past the end it is empty. */
export function pageOf<T>(
	records: readonly T[],
	parameters: ReadonlyMap<string, string>,
	rule: PageRule,
): Page<T> {
	const currentPage = pageNumber(
		parameters.get('CurrentPage') ?? (rule.defaultSize === undefined ? undefined : '1'),
		Number.MAX_SAFE_INTEGER,
	);
	const pageSize = pageNumber(
		parameters.get('PageSize') ?? rule.defaultSize?.toString(),
		rule.largest,
	);
	const total = records.length;
	const start = (currentPage - 1) * pageSize;
	return {
		records: records.slice(start, start + pageSize),
		counts: { currentPage, pageSize, pageCount: Math.ceil(total / pageSize), total },
	};
}

function pageNumber(text: string | undefined, largest: number): number {
	const number = /^\d+$/.test(text ?? '') ? Number(text) : 0;
	if (number >= 1 && number <= largest) return number;
	throw new BusinessRefusal(
		'iot.common.InvalidPageParams',
		'CurrentPage must be 1 or more and PageSize within its limits',
	);
}

/** Prints a list the way the instance does; `wrapper` names the record in the wrapped form. */
export function shapedList(
	wrapper: string,
	records: JsonObject[],
	shape: Settings['listShape'],
): JsonObject | JsonObject[] {
	const [only] = records;
	if (shape === 'single' && only !== undefined && records.length === 1) return only;
	return shape === 'bare' ? records : { [wrapper]: records };
}
