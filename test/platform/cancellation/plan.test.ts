import fc from 'fast-check';
import { planCancellation } from '../../../platform/cancellation/plan';
import { bytesOfName } from '../../../platform/lists/chunks';
import type { CancelTarget } from '../../../platform/cancellation/plan';

const targets = fc.array(
	fc.record({
		productKey: fc.constantFrom('k1', 'k2'),
		firmwareId: fc.constantFrom('1', '2'),
		jobId: fc.constantFrom('', '9'),
		deviceNames: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ü'), { minLength: 1 }),
	}),
);

const scopeOf = ({ productKey, firmwareId, jobId }: Omit<CancelTarget, 'deviceNames'>) =>
	JSON.stringify([productKey, firmwareId, jobId]);

describe('planning a cancellation', () => {
	it('given any targets and limits, when planned, then every name of every target is carried, within the limits and in its scope', () => {
		fc.assert(
			fc.property(
				targets,
				fc.boolean(),
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 30, max: 100 }),
				(asked, combine, devicesPerRequest, bytes) => {
					const plan = planCancellation(asked, {
						combine,
						devicesPerRequest,
						bytesForNames: () => bytes,
					});
					for (const { deviceNames } of plan.requests) {
						expect(deviceNames.length).toBeLessThanOrEqual(devicesPerRequest);
						expect(new Set(deviceNames).size).toBe(deviceNames.length);
						const size = deviceNames.reduce((sum, name) => sum + bytesOfName(name), 0);
						expect(deviceNames.length === 1 || size <= bytes).toBe(true);
					}
					for (const [place, target] of asked.entries()) {
						for (const name of target.deviceNames) {
							const request = plan.requests[plan.placesOfNames[place]?.get(name) ?? -1];
							expect(request?.deviceNames).toContain(name);
							expect(request && scopeOf(request)).toBe(scopeOf(target));
						}
					}
				},
			),
		);
	});

	it('given targets of one scope, when combined, then a name that two of them share is sent once', () => {
		const scope = { productKey: 'k1', firmwareId: '1', jobId: '' };
		const plan = planCancellation(
			[
				{ ...scope, deviceNames: ['a', 'b'] },
				{ ...scope, deviceNames: ['b', 'c'] },
			],
			{ combine: true, devicesPerRequest: 200, bytesForNames: () => Number.POSITIVE_INFINITY },
		);
		expect(plan.requests).toEqual([{ ...scope, deviceNames: ['a', 'b', 'c'] }]);
		expect(plan.placesOfNames.map((places) => places.get('b'))).toEqual([0, 0]);
	});
});
