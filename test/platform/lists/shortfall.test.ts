import fc from 'fast-check';
import type { CallAction } from '../../../platform/client/callAction';
import { explain } from '../../../platform/errors/explain';
import type { JsonObject, JsonValue } from '../../../platform/json';
import { readPages, shortfallOf } from '../../../platform/lists/paging';

const TASKS = { action: 'ListOTATaskByJob', parameters: { JobId: '1' } } as const;

const task = (id: number): JsonObject => ({ taskId: String(id) });
const tasks = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => task(from + index));
const page = (all: readonly JsonObject[], number: number, size: number) =>
	all.slice((number - 1) * size, number * size);

/** A platform that lists 250 tasks in some way. */
function listing(answer: (page: number, size: number, read: number) => JsonObject) {
	let reads = 0;
	const call: CallAction = async ({ parameters }) => {
		const [number, size] = [Number(parameters.CurrentPage), Number(parameters.PageSize)];
		const json = { success: true, ...answer(number, size, ++reads) };
		return { ok: true, answer: { json, requestId: '' }, attempts: 1, inDoubt: false };
	};
	return { call, reads: () => reads };
}

const ALL = tasks(1, 250);
const whole = (number: number, size: number) => page(ALL, number, size);
const counting =
	(total: JsonValue) =>
	(number: number, size: number): JsonObject => ({ total, data: whole(number, size) });

async function read(call: CallAction, limit?: number) {
	const result = await readPages({ ...TASKS, limit }, call);
	if (!result.ok) throw new Error(`The list was not read: ${result.fault.kind}`);
	return { ...result.value, read: result.value.records.length };
}

describe('a list that is not whole', () => {
	it.each<[string, (page: number, size: number) => JsonObject, number, number]>([
		[
			'pages after the first come empty',
			(number, size) => ({ total: 250, data: number === 1 ? whole(1, size) : [] }),
			...([100, 150] as const),
		],
		[
			'they come empty and count nothing any more',
			(number, size) =>
				number === 1 ? { total: 250, data: whole(1, size) } : { total: 0, data: [] },
			...([100, 150] as const),
		],
		[
			'the last page comes short',
			(number, size) => ({
				total: 250,
				data: whole(number, size).filter((_, at) => number < 3 || at < 20),
			}),
			...([220, 30] as const),
		],
		[
			'every page is the first one',
			(_, size) => ({ total: 250, data: whole(1, size) }),
			...([100, 150] as const),
		],
		[
			'every page is the first one and nothing is counted',
			(_, size) => ({ data: whole(1, size) }),
			...([100, Number.POSITIVE_INFINITY] as const),
		],
		[
			'every page is the first one and zero is counted',
			(_, size) => ({ total: 0, data: whole(1, size) }),
			...([100, Number.POSITIVE_INFINITY] as const),
		],
	])('given 250 tasks, when %s, then it says so', async (...given) => {
		const [, answer, came, missing] = given;
		expect(await read(listing(answer).call)).toMatchObject({ read: came, missing });
	});

	it('given 100 of 250, when a part of them is wanted, then only what lacks of that is missing', async () => {
		const cut = listing((number, size) => ({
			total: 250,
			data: number === 1 ? whole(1, size) : [],
		}));
		expect(await read(cut.call, 100)).toMatchObject({ read: 100, missing: 0 });
		expect(await read(cut.call, 120)).toMatchObject({ read: 100, missing: 20 });
	});

	it('given a page that comes empty once, when it is read again, then nothing is missing', async () => {
		const { call } = listing((number, size, reads) => ({
			total: 250,
			data: reads === 2 ? [] : whole(number, size),
		}));
		expect(await read(call)).toMatchObject({ read: 250, missing: 0 });
	});

	it('given a list that comes without pages, when it counts more than it has, then that is missing', async () => {
		const { call } = listing(() => ({ total: 3, data: [{ moduleName: 'mcu' }] }));
		const request = { action: 'ListOTAModuleByProduct', parameters: { ProductKey: 'k' } } as const;
		expect(await readPages(request, call)).toMatchObject({ value: { missing: 2 } });
	});

	it('given what is missing, when it is told, then with both figures', async () => {
		const told = (missing: number) => {
			const shortfall = shortfallOf({ records: tasks(1, 100), missing });
			return shortfall && explain(shortfall).message;
		};
		expect(told(150)).toMatch(/counts 250 records and gave 100/);
		expect(told(Number.POSITIVE_INFINITY)).toMatch(/100 records.*does not say how many/);
		expect(told(0)).toBeUndefined();
	});
});

describe('a count that cannot be true', () => {
	it.each<[string, JsonValue, string]>([
		['0', 0, '0'],
		['"0"', '0', '0'],
		['blank', '', ''],
		['null', null, ''],
		['no number', 'many', 'many'],
		['an object', { a: 1 }, ''],
	])(
		'given a total that is %s beside rows, when all are wanted, then all come',
		async (...given) => {
			const [, total, uncounted] = given;
			expect(await read(listing(counting(total)).call)).toMatchObject({
				read: 250,
				missing: 0,
				uncounted,
			});
		},
	);

	it('given a total that is smaller than the page it comes with, when all are wanted, then all come', async () => {
		expect(await read(listing(counting(99)).call)).toMatchObject({ read: 250, missing: 0 });
	});

	it('given no total, when as many as wanted have come, then there is nothing to say', async () => {
		const { call, reads } = listing((number, size) => ({ data: whole(number, size) }));
		expect(await read(call, 120)).not.toHaveProperty('uncounted');
		expect(reads()).toBe(2);
	});
});

describe('any list that moves while it is read', () => {
	it('given records that only vanish or only come in, when all are wanted, then none is called missing', async () => {
		const moves = fc.array(fc.record({ by: fc.nat(33), at: fc.nat(400) }), { maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(fc.nat(450), fc.boolean(), moves, async (count, vanish, plan) => {
				let all = tasks(1, count);
				const { call } = listing((number, size, reads) => {
					const answer = { total: all.length, data: page(all, number, size) };
					const { by, at } = plan[reads - 1] ?? { by: 0, at: 0 };
					if (vanish) all = all.filter((_, place) => place < at || place >= at + by);
					else all = [...tasks(reads * 1000 + 1, reads * 1000 + by), ...all];
					return answer;
				});
				expect(await read(call)).toMatchObject({ missing: 0 });
			}),
		);
	});

	it('given a list that only lacks its end, when it is read, then exactly that is missing', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(450), fc.integer({ min: 1, max: 450 }), async (there, lost) => {
				const all = tasks(1, there);
				const { call } = listing((number, size) => ({
					total: there + lost,
					data: page(all, number, size),
				}));
				expect(await read(call)).toMatchObject({ read: there, missing: lost });
			}),
		);
	});
});
