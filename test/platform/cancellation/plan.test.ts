import fc from 'fast-check';
import {
	cancelParameters,
	layOut,
	planCancellation,
	requestOf,
} from '../../../platform/cancellation/plan';
import { bytesOfName } from '../../../platform/lists/chunks';
import type { CancelScope } from '../../../platform/cancellation/plan';
import { newStamp, signRequest } from '../../../platform/signing/request';
import { connectionTo } from '../../support/connections';

const targets = fc
	.array(
		fc.record({
			productKey: fc.constantFrom('k1', 'k2'),
			firmwareId: fc.constantFrom('1', '2'),
			jobId: fc.constantFrom('', '9'),
			deviceNames: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ü'), { minLength: 1 }),
		}),
	)
	.map((asked) => asked.map((target, item) => ({ ...target, item })));

const scopeOf = ({ productKey, firmwareId, jobId }: CancelScope) =>
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
					const plan = layOut(asked, {
						combine,
						devicesPerRequest,
						bytesForNames: () => bytes,
					});
					for (const { deviceNames } of plan.requests.map(requestOf)) {
						expect(deviceNames.length).toBeLessThanOrEqual(devicesPerRequest);
						expect(new Set(deviceNames).size).toBe(deviceNames.length);
						const size = deviceNames.reduce((sum, name) => sum + bytesOfName(name), 0);
						expect(deviceNames.length === 1 || size <= bytes).toBe(true);
					}
					const carried = plan.requests.flatMap((request) =>
						request.devices.flatMap(({ deviceName, mentions }) =>
							mentions.map(({ item }) => [item, scopeOf(request), deviceName].join()),
						),
					);
					const named = asked.flatMap((target) =>
						[...new Set(target.deviceNames)].map((name) =>
							[target.item, scopeOf(target), name].join(),
						),
					);
					expect(carried.sort()).toEqual(named.sort());
				},
			),
		);
	});

	it('given any targets, when planned, then a device is mentioned by the items in their order, each with the first place of the name', () => {
		fc.assert(
			fc.property(targets, fc.boolean(), (asked, combine) => {
				const { requests } = layOut(asked, {
					combine,
					devicesPerRequest: 2,
					bytesForNames: () => Number.POSITIVE_INFINITY,
				});
				for (const { deviceName, mentions } of requests.flatMap(({ devices }) => devices)) {
					const items = mentions.map(({ item }) => item);
					expect(items).toEqual([...new Set(items)].sort((a, b) => a - b));
					for (const { item, position } of mentions) {
						expect(asked[item]?.deviceNames.findIndex((name) => name === deviceName)).toBe(
							position,
						);
					}
				}
			}),
		);
	});

	it('given targets of one scope, when combined, then a name that two of them share is sent once', () => {
		const scope = { productKey: 'k1', firmwareId: '1', jobId: '' };
		const asked = [
			{ ...scope, item: 0, deviceNames: ['a', 'b'] },
			{ ...scope, item: 4, deviceNames: ['b', 'c'] },
		];
		const plan = planCancellation(asked, connectionTo('example.com'));
		expect(plan.requests.map(requestOf)).toEqual([{ ...scope, deviceNames: ['a', 'b', 'c'] }]);
		expect(plan.requests[0]?.devices[1]?.mentions).toEqual([
			{ item: 0, position: 1 },
			{ item: 4, position: 0 },
		]);
	});

	it('given 300 long names and no rules, when planned, then a POST carries 200 of them, and a GET what its URL takes', () => {
		const deviceNames = Array.from({ length: 300 }, (_, place) => `${'n'.repeat(60)}${place}`);
		const asked = [{ productKey: 'k1', firmwareId: '1', jobId: '9', item: 0, deviceNames }];
		const post = planCancellation(asked, connectionTo('example.com', { method: 'POST' }));
		expect(post.requests.map(({ devices }) => devices.length)).toEqual([200, 100]);

		const connection = connectionTo('example.com');
		const get = planCancellation(asked, connection);
		expect(get.requests.flatMap(({ devices }) => devices)).toHaveLength(300);
		for (const request of get.requests) {
			const own = { Action: 'CancelOTATaskByDevice', ...cancelParameters(requestOf(request)) };
			const { url } = signRequest('GET', own, connection, newStamp(0));
			expect(url.length).toBeLessThanOrEqual(7_500);
		}
	});
});
