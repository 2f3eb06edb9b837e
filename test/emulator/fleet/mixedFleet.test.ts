import { DEMO } from './fleets';
import { fleetOf, mixedFleet } from './mixedFleet';
import type { Standing } from './mixedFleet';

const counted = (standings: readonly Standing[]) =>
	Object.fromEntries(
		[...new Set(standings)]
			.toSorted()
			.map((standing) => [standing, standings.filter((other) => other === standing).length]),
	);

describe('given a fleet of a roll-out under way', () => {
	it('when it is made, then the platform holds exactly what the mix says', () => {
		const { fleet, names, standings } = mixedFleet(10_000);
		expect(names).toHaveLength(10_000);
		expect(counted(standings)).toEqual({
			finished: 3_000,
			installing: 500,
			unknown: 100,
			waiting: 6_400,
		});
		const { SUCCEEDED, IN_PROGRESS, CONFIRM, QUEUED, NOTIFIED } = fleet.countByStatus();
		expect([SUCCEEDED, IN_PROGRESS]).toEqual([3_000, 500]);
		expect(CONFIRM + QUEUED + NOTIFIED).toBe(6_400);
		expect(Math.min(CONFIRM, QUEUED, NOTIFIED)).toBeGreaterThan(2_000);
		expect(fleet.devices).toHaveLength(9_900);
		for (const [index, name] of names.entries()) {
			const isKnown = fleet.device(DEMO.productKey, name) !== undefined;
			expect(isKnown).toBe(standings[index] !== 'unknown');
		}
	});

	it('when it is looked at by 200, then each part holds some of every kind but the rarest', () => {
		const { standings } = mixedFleet(10_000);
		for (let start = 0; start < standings.length; start += 200) {
			const part = counted(standings.slice(start, start + 200));
			expect(part.finished).toBeGreaterThan(30);
			expect(part.finished).toBeLessThan(100);
			expect(part.installing).toBeGreaterThan(0);
		}
	});

	it('when it is made again, then it is the same, and another seed makes another', () => {
		const again = mixedFleet(1_000).standings;
		expect(again).toEqual(mixedFleet(1_000).standings);
		expect(again).not.toEqual(mixedFleet(1_000, undefined, 13).standings);
	});
});

describe('given a fleet told device by device', () => {
	it('when it is made, then each name stands as told', () => {
		const { fleet } = fleetOf(['waiting', 'finished', 'unknown', 'installing', 'waiting']);
		const statuses = [1, 2, 3, 4, 5].map((n) => fleet.task(`testDevice${n}`)?.taskStatus);
		expect(statuses).toEqual(['CONFIRM', 'SUCCEEDED', undefined, 'IN_PROGRESS', 'QUEUED']);
	});
});
