import fc from 'fast-check';
import { EarlierTries } from '../../../platform/cancellation/earlierTries';
import type { Outcome } from '../../../platform/cancellation/outcome';
import { requestOf } from '../../../platform/cancellation/plan';
import type { PlannedDevice, PlannedRequest } from '../../../platform/cancellation/plan';
import type { DeviceReport } from '../../../platform/cancellation/report';
import type { Doubt, RequestResult } from '../../../platform/cancellation/requestResult';
import { refusedFault } from '../../support/refusedFault';

const REFUSED = refusedFault('x', { status: 400 });
const ANSWER = { requestId: 'r', json: { success: true } } as const;

function report(
	request: PlannedRequest,
	deviceName: string,
	outcome: Outcome,
	doubt: Doubt = 'none',
): DeviceReport {
	const part = { request: requestOf(request), place: 0, doubt };
	const result: RequestResult =
		outcome === 'accepted'
			? { ...part, kind: 'accepted', answer: ANSWER }
			: { ...part, kind: 'failed', fault: REFUSED };
	return { ...deviceOf(deviceName), outcome, result, taskStatus: '' };
}

const deviceOf = (deviceName: string, item = 0): PlannedDevice => {
	return { deviceName, mentions: [{ item, position: 0 }] };
};

const planned = (deviceNames: readonly string[], jobId = '1'): PlannedRequest => {
	return {
		productKey: 'k',
		firmwareId: 'f',
		jobId,
		devices: deviceNames.map((name) => deviceOf(name)),
	};
};

const OUTCOMES = [
	...(['accepted', 'cancelled', 'notCancellable', 'nothingToCancel'] as const),
	...(['notFound', 'failed', 'unknown', 'skipped'] as const),
];
const NAMES = ['a', 'b', 'c', 'd', 'e'];

const requests = fc.array(
	fc
		.record({
			names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
			jobId: fc.constantFrom('', '1'),
		})
		.map(({ names, jobId }) => planned(names, jobId)),
	{ maxLength: 4 },
);
const reports = fc.array(
	fc
		.record({
			name: fc.constantFrom(...NAMES),
			jobId: fc.constantFrom('', '1'),
			outcome: fc.constantFrom(...OUTCOMES),
			doubt: fc.constantFrom<Doubt>('none', 'refused', 'unanswered'),
		})
		.map(({ name, jobId, outcome, doubt }) => report(planned([name], jobId), name, outcome, doubt)),
);

describe('What earlier tries leave of a plan', () => {
	it('given any reports, when a plan is tried again, then each name is sent once or told as done, and only the accepted and cancelled are done', () => {
		fc.assert(
			fc.property(requests, reports, (plan, told) => {
				const tries = new EarlierTries();
				tries.keep(told);
				const { parts, done } = tries.remaining(plan);
				for (const [place, { devices, jobId }] of plan.entries()) {
					const deviceNames = devices.map(({ deviceName }) => deviceName);
					const sent = parts.filter((part) => part.place === place);
					const spared = done.filter(({ result }) => result.place === place);
					const all = [
						...sent.flatMap(({ request }) => request.deviceNames),
						...spared.map(({ deviceName }) => deviceName),
					];
					expect([...all].sort()).toEqual([...deviceNames].sort());
					const accepted = told.filter(
						({ outcome, result }) =>
							['accepted', 'cancelled'].includes(outcome) && result.request.jobId === jobId,
					);
					const names = new Set(accepted.map(({ deviceName }) => deviceName));
					expect(spared.map(({ deviceName }) => deviceName).sort()).toEqual(
						deviceNames.filter((name) => names.has(name)).sort(),
					);
				}
			}),
		);
	});

	it('given no try before, when a plan is laid out, then all of it is sent, without doubt', () => {
		const plan = [planned(['a', 'b']), planned(['c'], '')];
		expect(new EarlierTries().remaining(plan)).toEqual({
			parts: plan.map((request, place) => ({ request: requestOf(request), place, doubt: 'none' })),
			done: [],
		});
	});

	it('given devices of one request in different doubt, when it is tried again, then each goes with its own', () => {
		const tries = new EarlierTries();
		tries.keep([
			report(planned(['a']), 'a', 'unknown', 'unanswered'),
			report(planned(['b']), 'b', 'failed'),
			report(planned(['c', 'x']), 'c', 'failed'),
		]);
		const { parts } = tries.remaining([planned(['a', 'b', 'c', 'd'])]);
		expect(parts.map(({ request, doubt }) => [doubt, ...request.deviceNames])).toEqual([
			['unanswered', 'a'],
			['none', 'b', 'd'],
			['refused', 'c'],
		]);
	});

	it('given devices of one answer, when they are done, then they share it still', () => {
		const request = planned(['a', 'b']);
		const a = report(request, 'a', 'accepted');
		const tries = new EarlierTries();
		tries.keep([a, { ...a, deviceName: 'b' }]);
		const { done } = tries.remaining([planned(['z']), request]);
		expect(done.map(({ result }) => result.place)).toEqual([1, 1]);
		expect(done[0]?.result).toBe(done[1]?.result);
	});

	it('given a device that another item names by now, when it is done, then it is told to that item', () => {
		const tries = new EarlierTries();
		tries.keep([report(planned(['a']), 'a', 'accepted')]);
		const { done } = tries.remaining([{ ...planned([]), devices: [deviceOf('a', 7)] }]);
		expect(done.map(({ mentions }) => mentions)).toEqual([[{ item: 7, position: 0 }]]);
	});

	it('given several tries, when the last one begins, then it counts from the first', () => {
		const tries = new EarlierTries();
		expect([tries.begin(5), tries.begin(9)]).toEqual([5, 5]);
	});
});
