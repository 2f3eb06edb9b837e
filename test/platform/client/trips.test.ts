import fc from 'fast-check';
import { Trips } from '../../../platform/client/trips';

describe('how much the way to the platform varies', () => {
	it('given trips of the same length, when they are taken, then there is no spread', () => {
		const trips = new Trips();
		for (let trip = 0; trip < 50; trip++) trips.took(80);
		expect(trips.spread).toBe(0);
	});

	it('given trips of now 50, now 150 ms, when they are taken, then the spread comes to about 50 ms', () => {
		const trips = new Trips();
		for (let trip = 0; trip < 200; trip++) trips.took(trip % 2 === 0 ? 50 : 150);
		expect(trips.spread).toBeGreaterThan(40);
		expect(trips.spread).toBeLessThan(60);
	});

	it('given a trip that hung for minutes, when those before and after were alike, then it counts for nothing', () => {
		const trips = new Trips();
		for (const ms of [80, 80, 80, 80, 300_000, 80, 80, 80]) {
			trips.took(ms);
			expect(trips.spread).toBe(0);
		}
	});

	it('given a way that was slow for a moment, when five later trips are alike, then it is forgotten', () => {
		const trips = new Trips();
		for (const ms of [600, 80, 500, 90, 400]) trips.took(ms);
		expect(trips.spread).toBe(200);
		for (let trip = 0; trip < 5; trip++) trips.took(80);
		expect(trips.spread).toBe(0);
	});

	it('given any trips, when they are taken, then the spread is from 0 to 200 ms', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 600_000 })), (lengths) => {
				const trips = new Trips();
				for (const ms of lengths) trips.took(ms);
				expect(trips.spread).toBeGreaterThanOrEqual(0);
				expect(trips.spread).toBeLessThanOrEqual(200);
			}),
		);
	});
});
