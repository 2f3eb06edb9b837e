import type { JsonObject } from '../http/json';
import type { Settings } from '../options';
import { BusinessRefusal } from '../gate/refusals';
import type { ActionContext } from './action';

/** The limits of one action's pages; without a default size both parameters are required. */
export interface PageRule {
	largest: number;
	defaultSize?: number;
}

export interface Page<T> {
	records: T[];
	/** currentPage, pageSize, pageCount and total, as answers print them */
	counts: { currentPage: number; pageSize: number; pageCount: number; total: number | '' };
}

/** What is asked of a list, and how far the list moves between the reads of two pages. */
type PageContext = Pick<ActionContext, 'parameters'> & {
	settings: Pick<ActionContext['settings'], 'pages' | 'totals'>;
};

/** How many records at the front vanish (or, below zero, come in) from one page to the next. */
const DRIFT = { steady: 0, shrinking: 1, repeating: -1, cut: 0, stuck: 0 } as const;

/** Cuts the page out of all records that CurrentPage and PageSize ask for; past the end it is empty. */
export function pageOf<T>(
	records: readonly T[],
	{ parameters, settings }: PageContext,
	rule: PageRule,
): Page<T> {
	const { currentPage, pageSize } = askedPage(parameters, rule);
	const drift = DRIFT[settings.pages] * (currentPage - 1);
	const total = Math.max(0, records.length - drift);
	const start = settings.pages === 'stuck' ? 0 : (currentPage - 1) * pageSize + drift;
	const isLost = settings.pages === 'cut' && currentPage > 1;
	return {
		records: isLost ? [] : records.slice(start, start + pageSize),
		counts: {
			currentPage,
			pageSize,
			pageCount: Math.ceil(total / pageSize),
			total: printedTotal(total, settings),
		},
	};
}

function printedTotal(total: number, { totals }: PageContext['settings']): number | '' {
	if (totals === 'blank') return '';
	return totals === 'zero' ? 0 : total;
}

/** The page that CurrentPage and PageSize ask for, within the limits of the action. */
export function askedPage(
	parameters: ReadonlyMap<string, string>,
	{ largest, defaultSize }: PageRule,
): { currentPage: number; pageSize: number } {
	const currentPage = parameters.get('CurrentPage') ?? (defaultSize === undefined ? '' : '1');
	const pageSize = parameters.get('PageSize') ?? defaultSize?.toString() ?? '';
	return {
		currentPage: pageNumber(currentPage, Number.MAX_SAFE_INTEGER),
		pageSize: pageNumber(pageSize, largest),
	};
}

function pageNumber(text: string, largest: number): number {
	const number = /^\d+$/.test(text) ? Number(text) : 0;
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
