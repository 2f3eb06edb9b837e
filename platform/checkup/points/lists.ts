import { ACTIONS } from '../../catalog';
import type { JsonObject } from '../../json';
import { readText } from '../../json';
import { totalOf } from '../../lists/paging';
import { recordsIn } from '../../lists/records';
import { listLookOf } from '../answerLooks';
import type { ListLook } from '../answerLooks';
import type { Asked } from '../asking';
import { FINE, notSeen } from '../findings';
import type { Findings, Point } from '../findings';
import { PAGE_SIZE } from '../reads';

/** A list that was answered. */
interface Listed {
	readonly asked: Asked;
	readonly json: JsonObject;
	readonly records: readonly JsonObject[];
	readonly look: ListLook;
}

function listsIn(asked: readonly Asked[]): Listed[] {
	return asked.flatMap((one) => {
		const { list } = ACTIONS[one.action];
		if (!list || !one.outcome.ok) return [];
		const { json } = one.outcome.answer;
		const look = listLookOf(json, list.path, list.identity);
		return [{ asked: one, json, look, records: recordsIn(json, list.path) }];
	});
}

const isByName = ({ parameters }: Asked) => 'DeviceNames' in parameters;

const SHAPES: Readonly<Record<ListLook['shape'], string>> = {
	documented: 'as documented',
	bare: 'bare',
	single: 'one record in place of the list',
	empty: 'empty',
	other: 'otherwise',
};

/** How each list is wrapped. */
export function wrappers({ asked }: Findings): Point {
	const point = 'Lists';
	const section = '5. Answer';
	const lists = listsIn(asked).filter((one) => !isByName(one.asked));
	const seen = lists.map(({ asked: { action }, look }) => {
		const place = look.keys.length > 0 ? ` at ${look.keys.join('.')}` : '';
		return `${action}${place}: ${SHAPES[look.shape]}`;
	});
	if (seen.length === 0) return notSeen(point, 'No list was answered.', section);
	const isStrange = lists.some(({ look }) => look.shape === 'other');
	return {
		point,
		seen: seen.join('. '),
		meaning: isStrange
			? 'This package may take such a list for empty.'
			: 'This package reads wrapped lists, bare ones and single records.',
		advice: isStrange ? 'Please open an issue with this report.' : FINE,
		section,
	};
}

/** Whether a page has no more records than were asked for. */
export function pageSize({ asked }: Findings): Point {
	const point = 'Page size';
	const section = '5. Answer';
	const lists = listsIn(asked).filter((one) => 'PageSize' in one.asked.parameters);
	const over = lists.filter(({ records }) => records.length > PAGE_SIZE);
	const kept = lists.filter(
		({ json, records }) =>
			records.length === PAGE_SIZE &&
			totalOf(json, records.length) > PAGE_SIZE &&
			Number.isFinite(totalOf(json, records.length)),
	);
	if (over.length + kept.length === 0) {
		return notSeen(point, `No list has more than the ${PAGE_SIZE} records asked for.`, section);
	}
	return {
		point,
		seen: [
			kept.length > 0 ? `honoured by ${namesOf(kept)}` : '',
			over.length > 0 ? `not honoured by ${namesOf(over)}` : '',
		]
			.filter(Boolean)
			.join('; '),
		meaning:
			over.length > 0
				? 'Longer pages than asked for are read all the same.'
				: 'Pages have the length that was asked for.',
		advice: FINE,
		section,
	};
}

/** Whether a list of tasks can be had for named devices alone. */
export function filterByName({ asked }: Findings): Point {
	const point = 'Filter by name';
	const section = '9. Where the pages contradict each other';
	const found = listsIn(asked).find((one) => isByName(one.asked));
	if (!found) return notSeen(point, 'It takes a job with tasks of at least two devices.', section);
	const names = new Set(found.records.map((record) => readText(record, 'DeviceName')));
	const [wanted] = [found.asked.parameters.DeviceNames].flat();
	if (names.size === 0) return notSeen(point, 'The list by name came empty.', section);
	const isHonoured = names.size === 1 && names.has(String(wanted));
	return {
		point,
		seen: isHonoured ? 'honoured by ListOTATaskByJob' : 'not honoured by ListOTATaskByJob',
		meaning: isHonoured
			? 'Look-ups of Cancel by Device read the tasks of the named devices alone.'
			: 'Look-ups of Cancel by Device read all tasks of a job, which takes longer in a large one.',
		advice: isHonoured ? FINE : 'Nothing is cancelled wrongly for that. Expect more requests.',
		section,
	};
}

function namesOf(lists: readonly Listed[]): string {
	return [...new Set(lists.map(({ asked }) => asked.action))].join(', ');
}
