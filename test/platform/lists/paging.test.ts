import fc from 'fast-check';
import type { CallAction } from '../../../platform/client/callAction';
import type { JsonObject } from '../../../platform/json';
import { firstPage, readPage, readPages } from '../../../platform/lists/paging';

const TASKS = { action: 'ListOTATaskByJob', parameters: { JobId: '1' } } as const;

const task = (id: number): JsonObject => ({ taskId: String(id) });
const tasks = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => task(from + index));
const idsOf = (records: readonly JsonObject[]) => records.map(({ taskId }) => Number(taskId));

/** A list of the platform that a test moves between two reads. */
class MovingList {
	readonly asked: Array<{ page: number; size: number }> = [];

	/** @param move changes the list after each read, which is counted from 1 */
	constructor(
		public records: JsonObject[],
		private readonly move: (list: MovingList, read: number) => void = () => {},
	) {}

	readonly call: CallAction = async ({ parameters }) => {
		const [page, size] = [Number(parameters.CurrentPage), Number(parameters.PageSize)];
		this.asked.push({ page, size });
		const data = this.records.slice((page - 1) * size, page * size);
		const json = { success: true, total: this.records.length, data };
		this.move(this, this.asked.length);
		return { ok: true, answer: { json, requestId: '' }, attempts: 1, inDoubt: false };
	};

	get pages(): number[] {
		return this.asked.map(({ page }) => page);
	}
}

/** A platform that gives these answers in turn. */
const answering = (...answers: JsonObject[]) => {
	const asked: unknown[] = [];
	const call: CallAction = async ({ parameters }) => {
		asked.push(parameters);
		const json = answers[asked.length - 1] ?? { data: [] };
		return { ok: true, answer: { json, requestId: '' }, attempts: 1, inDoubt: false };
	};
	return { call, asked };
};

async function read(call: CallAction, limit?: number): Promise<number[]> {
	const result = await readPages({ ...TASKS, limit }, call);
	if (!result.ok) throw new Error(`The list was not read: ${result.fault.kind}`);
	return idsOf(result.value.records);
}

describe('reading a list page by page', () => {
	it.each([
		[0, [1]],
		[1, [1]],
		[100, [1]],
		[101, [1, 2]],
		[250, [1, 2, 3]],
	])('given %i records, when all are wanted, then the pages %j are read', async (count, pages) => {
		const list = new MovingList(tasks(1, count));
		expect(await read(list.call)).toEqual(idsOf(tasks(1, count)));
		expect(list.pages).toEqual(pages);
	});

	it.each([
		[1, [{ page: 1, size: 1 }]],
		[99, [{ page: 1, size: 99 }]],
		[100, [{ page: 1, size: 100 }]],
		[
			120,
			[
				{ page: 1, size: 100 },
				{ page: 2, size: 100 },
			],
		],
	])(
		'given 500 records, when %i are wanted, then just so many come of %j',
		async (limit, asked) => {
			const list = new MovingList(tasks(1, 500));
			expect(await read(list.call, limit)).toEqual(idsOf(tasks(1, limit)));
			expect(list.asked).toEqual(asked);
		},
	);

	it('given records that vanish from the front, when the count falls, then the page before is read again', async () => {
		const list = new MovingList(tasks(1, 250), (moving, count) => {
			if (count === 1) moving.records = moving.records.slice(7);
		});
		expect((await read(list.call)).toSorted((a, b) => a - b)).toEqual(idsOf(tasks(1, 250)));
		expect(list.pages).toEqual([1, 2, 1, 3]);
	});

	it('given a list that falls under what was read, when the last page is empty, then what moved up is still found', async () => {
		const list = new MovingList(tasks(1, 150), (moving, count) => {
			if (count === 1) moving.records = moving.records.slice(60);
		});
		expect(await read(list.call)).toEqual(idsOf(tasks(1, 150)));
	});

	it('given records that come in at the front, when pages repeat some, then each is given once', async () => {
		const list = new MovingList(tasks(1, 250), (moving, count) => {
			if (count < 3) moving.records = [...tasks(1000 + count, 1004 + count), ...moving.records];
		});
		expect(await read(list.call)).toEqual(idsOf(tasks(1, 250)));
	});

	it('given a page that comes short, when more follow, then they are read', async () => {
		const { call } = answering(
			{ total: 150, data: tasks(1, 40) },
			{ total: 150, data: tasks(41, 140) },
			{ total: 150, data: tasks(141, 150) },
		);
		expect(await read(call)).toEqual(idsOf(tasks(1, 150)));
	});

	it('given a platform that says the same page for ever, when all are wanted, then it ends after two idle pages', async () => {
		const same = { total: 1_000_000, data: tasks(1, 100) };
		const { call, asked } = answering(same, same, same, same, same);
		expect(await read(call)).toEqual(idsOf(tasks(1, 100)));
		expect(asked).toHaveLength(3);
	});

	it('given answers without a count, when all are wanted, then an empty page ends it', async () => {
		const { call, asked } = answering({ data: tasks(1, 100) }, { data: tasks(101, 130) });
		expect(await read(call)).toEqual(idsOf(tasks(1, 130)));
		expect(asked).toHaveLength(3);
	});

	it('given records without an ID, when two are alike, then one is given', async () => {
		const { call } = answering({ total: 3, data: [{ a: 1 }, { a: 1 }, { a: 2 }] });
		const result = await readPages(TASKS, call);
		expect(result).toEqual({ ok: true, value: { records: [{ a: 1 }, { a: 2 }], missing: 0 } });
	});

	it('given a page that does not come, when it is one in the middle, then the fault is told', async () => {
		const fault = { kind: 'network', reason: 'reset', cause: 'ECONNRESET' } as const;
		const list = new MovingList(tasks(1, 250));
		const call: CallAction = async (asked) =>
			asked.parameters.CurrentPage === 2
				? { ok: false, fault, attempts: 1, inDoubt: false }
				: await list.call(asked);
		expect(await readPages(TASKS, call)).toEqual({ ok: false, fault });
	});

	it('given a list that comes whole, when it is read, then no page is asked for', async () => {
		const { call, asked } = answering({ data: [{ moduleName: 'mcu' }] });
		const request = { action: 'ListOTAModuleByProduct', parameters: { ProductKey: 'k' } } as const;
		const result = await readPages(request, call);
		expect(result).toEqual({ ok: true, value: { records: [{ moduleName: 'mcu' }], missing: 0 } });
		expect(asked).toEqual([{ ProductKey: 'k' }]);
	});
});

describe('the place of a page', () => {
	const DEVICES = { action: 'QueryDevice', parameters: { ProductKey: 'k' } } as const;
	const after = async (page: number, nextToken: string) => {
		const { call } = answering({ total: 2_000_000, nextToken, data: [{ iotId: '1' }] });
		const result = await readPage(DEVICES, { page, size: 50, token: '' }, call);
		return result.ok ? result.value.next : result;
	};

	it('given the largest page of an action, when fewer are wanted, then the page is as small', () => {
		expect(firstPage('QueryDevice')).toEqual({ page: 1, size: 50, token: '' });
		expect(firstPage('QueryDevice', 7)).toEqual({ page: 1, size: 7, token: '' });
		expect(firstPage('QueryProductList')).toEqual({ page: 1, size: 200, token: '' });
	});

	it.each([
		['the 10,000th device', 199, 'abc', { page: 200, size: 50, token: '' }],
		['beyond the 10,000th', 200, 'abc', { page: 201, size: 50, token: 'abc' }],
		['beyond it without a token', 200, '', undefined],
		['just before the 1,000,000th', 19_998, 'abc', { page: 19_999, size: 50, token: 'abc' }],
		['the 1,000,000th', 19_999, 'abc', undefined],
	])('given a page up to %s, when it is named, then as the platform wants', async (...given) => {
		const [, page, token, expected] = given;
		expect(await after(page, token)).toEqual(expected);
	});
});

describe('any list that moves while it is read', () => {
	/** After each read so many records vanish, from a place on, and so many come in before all others. */
	const moves = fc.array(fc.record({ vanish: fc.nat(33), at: fc.nat(400), comeIn: fc.nat(20) }), {
		maxLength: 12,
	});
	const counts = fc.nat(450);

	/** Moves a list by one entry of a plan for each read. */
	const moved =
		(plan: ReadonlyArray<{ vanish: number; at: number; comeIn: number }>) =>
		(list: MovingList, read: number) => {
			const { vanish, at, comeIn } = plan[read - 1] ?? { vanish: 0, at: 0, comeIn: 0 };
			list.records.splice(at % (list.records.length + 1), vanish);
			list.records.unshift(...tasks(read * 1000, read * 1000 + comeIn - 1));
		};

	it('given any moves, when all are wanted, then it ends and gives no record twice', async () => {
		await fc.assert(
			fc.asyncProperty(counts, moves, async (count, plan) => {
				const list = new MovingList(tasks(1, count), moved(plan));
				const ids = await read(list.call);
				expect(new Set(ids).size).toBe(ids.length);
				expect(list.asked.length).toBeLessThanOrEqual(2 * (plan.length + 8));
			}),
		);
	});

	it('given records that only vanish, up to a third of a page between reads, when all are wanted, then none that stays is missed', async () => {
		await fc.assert(
			fc.asyncProperty(counts, moves, async (count, plan) => {
				const vanishing = plan.map((entry) => ({ ...entry, comeIn: 0 }));
				const list = new MovingList(tasks(1, count), moved(vanishing));
				const ids = new Set(await read(list.call));
				expect(idsOf(list.records).filter((id) => !ids.has(id))).toEqual([]);
			}),
		);
	});

	it('given records that only come in, when all are wanted, then none that was there is missed', async () => {
		await fc.assert(
			fc.asyncProperty(counts, moves, async (count, plan) => {
				const growing = plan.map((entry) => ({ ...entry, vanish: 0 }));
				const list = new MovingList(tasks(1, count), moved(growing));
				const ids = new Set(await read(list.call));
				expect(idsOf(tasks(1, count)).filter((id) => !ids.has(id))).toEqual([]);
			}),
		);
	});

	it('given any list and limit, when it stays as it is, then the first records come, no more than wanted', async () => {
		await fc.assert(
			fc.asyncProperty(counts, fc.integer({ min: 1, max: 500 }), async (count, limit) => {
				const list = new MovingList(tasks(1, count));
				expect(await read(list.call, limit)).toEqual(idsOf(tasks(1, Math.min(count, limit))));
				expect(list.asked.every(({ size }) => size === Math.min(100, limit))).toBe(true);
			}),
		);
	});
});
