import type { CallAction } from '../../../platform/client/callAction';
import { findList, readFoundList } from '../../../platform/lists/foundList';
import type { JsonObject } from '../../../platform/json';

/** A platform that gives the same answer whatever it is asked. */
const answering =
	(json: JsonObject): CallAction =>
	async () =>
		await Promise.resolve({
			ok: true,
			answer: { json, requestId: '1' },
			attempts: 1,
			inDoubt: false,
		});

describe('given the answer of an action that nobody documents', () => {
	it.each<[string, JsonObject, readonly string[] | undefined]>([
		['a wrapped list', { Data: { Info: [{ a: 1 }] }, Success: true }, ['Data', 'Info']],
		['a bare list', { data: [{ a: 1 }] }, ['data']],
		['an empty list', { Data: { List: { Info: [] } } }, ['Data', 'List', 'Info']],
		['a list whose records hold lists', { Data: [{ Tags: [{ a: 1 }] }] }, ['Data']],
		['two lists side by side', { Data: { A: [{ a: 1 }], B: [] } }, undefined],
		['a list of texts', { Data: { Names: ['a'] } }, undefined],
		['no list', { Data: { a: 1 } }, undefined],
		['a list too deep', { a: { b: { c: { d: { e: [{ a: 1 }] } } } } }, undefined],
	])('when it holds %s, then it is found or not', (_, answer, path) => {
		expect(findList(answer)).toEqual(path);
	});

	it('when it counts no records and holds no list, then the list is empty', async () => {
		const read = await readFoundList(
			{ action: 'QueryNothing', parameters: {}, pageSize: 50, limit: 50 },
			answering({ Total: 0, Success: true }),
		);
		expect(read).toEqual({ ok: true, value: { records: [], missing: 0 } });
	});

	it('when no list can be told, then the fault outlines it without its secrets', async () => {
		const read = await readFoundList(
			{ action: 'RegisterDevice', parameters: {}, pageSize: 50, limit: 50 },
			answering({ DeviceName: 'lamp', DeviceSecret: '5ec4e7', Success: true }),
		);
		expect(read).toEqual({
			ok: false,
			fault: {
				...{ kind: 'unreadable', found: 'noList', status: 200 },
				seen: '{ DeviceName: "lamp", Success: true }',
			},
		});
	});
});
