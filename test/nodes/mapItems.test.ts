/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test of what else runs; none of it ships */
import fc from 'fast-check';
import { mapItems } from '../../nodes/TuyaIotPlatform/shared/mapItems';

/** As many input items as a context would hand out. */
const itemsOf = (count: number) => ({
	getInputData: () => Array.from({ length: count }, () => ({ json: {} })),
});

/** Reads items that take so many ms each, by a clock of its own; counts the turns of other work meanwhile. */
async function readSlowly(count: number, msEach: number) {
	let now = 0;
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
	let turns = 0;
	let longestStretch = 0;
	let stretchBegan = 0;
	const other = setInterval(() => {
		turns++;
		stretchBegan = now;
	}, 0);
	try {
		const values = await mapItems(itemsOf(count), (item) => {
			now += msEach;
			longestStretch = Math.max(longestStretch, now - stretchBegan);
			return item;
		});
		return { values, turns, longestStretch };
	} finally {
		clearInterval(other);
		clock.mockRestore();
	}
}

describe('given many items', () => {
	it('when each takes its time, then other work has its turn before too long', async () => {
		const { turns, longestStretch } = await readSlowly(200, 10);
		expect(turns).toBeGreaterThan(10);
		expect(longestStretch).toBeLessThan(500);
	});

	it('when they take no time, then nothing waits', async () => {
		const { turns } = await readSlowly(1_000, 0);
		expect(turns).toBe(0);
	});

	it('when they are read, then the values come in the order of the items', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(60), fc.nat(60), async (count, msEach) => {
				const { values } = await readSlowly(count, msEach);
				expect(values).toEqual([...Array(count).keys()]);
			}),
			{ numRuns: 30 },
		);
	});
});
