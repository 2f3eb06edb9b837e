import type { EmulatorOptions } from '../emulator';
import { buildFleet, DEMO } from '../fleet/fleets';
import { call, withEmulator } from '../testing';

/** The numbers of the devices on each page of five, and the total that each page tells. */
async function pagesOf(pages: EmulatorOptions['pages'], action: string, given: object) {
	const seen: number[][] = [];
	const totals: unknown[] = [];
	await withEmulator({ fleet: buildFleet({ devices: 12 }), pages }, async (emulator) => {
		for (const CurrentPage of [1, 2, 3]) {
			const answer = await call(emulator, action, { ...given, CurrentPage, PageSize: 5 });
			const found = JSON.stringify(answer).matchAll(/"testDevice(\d+)"/g);
			seen.push(Array.from(found, ([, number]) => Number(number)));
			totals.push(answer['total']);
		}
	});
	return { seen, totals };
}

describe('given a list that moves between the reads of its pages', () => {
	const { jobId: JobId, productKey: ProductKey } = DEMO;

	it('when it is steady, then each record is on one page', async () => {
		expect(await pagesOf('steady', 'ListOTATaskByJob', { JobId })).toEqual({
			seen: [
				[1, 2, 3, 4, 5],
				[6, 7, 8, 9, 10],
				[11, 12],
			],
			totals: [12, 12, 12],
		});
	});

	it('when records vanish, then a reader misses some', async () => {
		expect(await pagesOf('shrinking', 'ListOTATaskByJob', { JobId })).toEqual({
			seen: [[1, 2, 3, 4, 5], [7, 8, 9, 10, 11], []],
			totals: [12, 11, 10],
		});
	});

	it('when records come in, then a reader gets some twice', async () => {
		expect(await pagesOf('repeating', 'ListOTATaskByJob', { JobId })).toEqual({
			seen: [
				[1, 2, 3, 4, 5],
				[5, 6, 7, 8, 9],
				[9, 10, 11, 12],
			],
			totals: [12, 13, 14],
		});
	});

	it('when it is the list of devices, then it moves alike', async () => {
		const { seen } = await pagesOf('repeating', 'QueryDevice', { ProductKey });
		expect(seen).toEqual([
			[12, 11, 10, 9, 8],
			[8, 7, 6, 5, 4],
			[4, 3, 2, 1],
		]);
	});
});
