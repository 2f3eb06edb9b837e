import type { WatchEvent } from '../../../platform/watching/events';
import { manualSampleOf } from '../../../platform/watching/manualSample';
import type { Watch, WatchedEvent, WatchScope } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import { setDeviceStatus } from '../../emulator/fleet/presence';
import type { TaskStatus } from '../../emulator/fleet/records';
import { FleetPlatform, RESET } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

const NOW = Date.parse('2024-11-19T12:00:00Z');
const BETWEEN_POLLS = 31 * 60_000;
const COUNTS_ALL = { countCanceled: true, stuckAfter: 60, offlineAfter: 30 };
const SUCCESS = {
	...{ threshold: 95, minimumSample: 50, finishedShare: 50 },
	...{ countCanceled: false, stuckAfter: 60, offlineAfter: 0 },
};

// Without a time for hanging ones a job's timeout is asked for once, which is left for later when it fails.
const GOES_WRONG: WatchedEvent = { kind: 'jobGoesWrong', rule: { ...RULE, stuckAfter: 60 } };
const GOES_WELL: WatchedEvent = { kind: 'jobGoesWell', rule: SUCCESS };
const HANGS: WatchedEvent = { kind: 'jobGoesWrong', rule: { ...RULE, ...COUNTS_ALL } };
const PROVES_WELL: WatchedEvent = { kind: 'jobGoesWell', rule: { ...SUCCESS, offlineAfter: 30 } };
const COUNTS_CANCELED: WatchedEvent = {
	kind: 'jobGoesWell',
	rule: { ...SUCCESS, countCanceled: true },
};

const PACKAGE: WatchScope = { kind: 'package', firmwareId: DEMO.firmwareId };
const PRODUCT: WatchScope = { kind: 'product', productKey: DEMO.productKey };
const JOB: WatchScope = { kind: 'job', jobId: DEMO.jobId };

/** What devices do between polls: the first 60 of 100 come to an end, then the others; in between time passes. */
const FIRST = { from: 1, to: 60 };
const OTHERS = { from: 61, to: 100 };
const MOVES = [undefined, FIRST, undefined, undefined, OTHERS, undefined, undefined];

interface History {
	readonly events: readonly WatchEvent[];
	/** How many polls told of a fault. */
	readonly faults: number;
	readonly calls: number;
}

/** All that a trigger tells while devices come to their end; the call of this number gets no answer. */
async function historyOf(watch: Watch, end: TaskStatus, failing?: number): Promise<History> {
	const fleet = buildFleet({ devices: 100, status: 'QUEUED' });
	const platform = new FleetPlatform(fleet);
	platform.setFaults((call) => (call === failing ? RESET : undefined));
	let time = NOW;
	const watcher = new Watcher(watch, platform, () => time);
	const events: WatchEvent[] = [];
	let faults = 0;
	for (const move of MOVES) {
		if (move) finish(fleet, move, end, time);
		const polled = await watcher.poll();
		events.push(...polled.events);
		if (polled.fault) faults++;
		time += BETWEEN_POLLS;
	}
	return { events, faults, calls: platform.calls.length };
}

function finish(
	fleet: Fleet,
	{ from, to }: { from: number; to: number },
	end: TaskStatus,
	at: number,
): void {
	fleet.setClock(() => at);
	for (let place = from; place <= to; place++) {
		fleet.setStatus(`testDevice${place}`, end);
		// One of fifty goes offline with it, which is no reason to tell or to keep silent.
		if (place % 50 === 0) {
			const device = { productKey: DEMO.productKey, deviceName: `testDevice${place}` };
			setDeviceStatus(fleet, device, 'OFFLINE', at);
		}
	}
}

/** Of what an event tells, whatever the figures were when it was seen. */
function subjectOf(event: WatchEvent): string {
	const deviceName = event.event === 'taskFailed' ? event.deviceName : '';
	return [event.event, event.jobId, deviceName].join(' ');
}

describe('given one call of a watch that gets no answer, whichever it is', () => {
	it.each<[string, WatchedEvent, WatchScope, TaskStatus]>([
		['a package for jobs that go wrong', GOES_WRONG, PACKAGE, 'FAILED'],
		['a product for jobs that go wrong', GOES_WRONG, PRODUCT, 'FAILED'],
		['a job that goes wrong', GOES_WRONG, JOB, 'FAILED'],
		['a package for jobs whose devices hang', HANGS, PACKAGE, 'IN_PROGRESS'],
		['a package for jobs that go well', GOES_WELL, PACKAGE, 'SUCCEEDED'],
		['a job whose cancelled devices count', COUNTS_CANCELED, JOB, 'SUCCEEDED'],
		['a job whose devices have to stay online', PROVES_WELL, JOB, 'SUCCEEDED'],
		['a package for failed tasks', { kind: 'taskFailed' }, PACKAGE, 'FAILED'],
		['a product for the end of jobs', { kind: 'jobFinished' }, PRODUCT, 'SUCCEEDED'],
	])(
		'when %s is watched, then the fault is told and every event still is, once',
		async (_, event, scope, end) => {
			const watch = watchOf({ event, scope, tellExisting: true });
			const { events, faults, calls } = await historyOf(watch, end);
			const subjects = events.map(subjectOf).toSorted();
			expect(subjects.length).toBeGreaterThan(0);
			expect(faults).toBe(0);
			for (let failing = 1; failing <= calls; failing++) {
				const disturbed = await historyOf(watch, end, failing);
				const told = disturbed.events.map(subjectOf).toSorted();
				expect([failing, disturbed.faults, told]).toEqual([failing, 1, subjects]);
			}
		},
	);

	it.each<[string, WatchedEvent]>([
		['a job that goes wrong', GOES_WRONG],
		['a job whose devices hang', HANGS],
		['a job that goes well', GOES_WELL],
		['a job whose devices have to stay online', PROVES_WELL],
		['failed tasks', { kind: 'taskFailed' }],
		['the end of a job', { kind: 'jobFinished' }],
	])('when %s is tried out, then the fault is told instead of a sample', async (_, event) => {
		const sampleOf = async (failing: number, status: TaskStatus) => {
			const platform = new FleetPlatform(buildFleet({ devices: 100, status }));
			platform.setFaults((call) => (call === failing ? RESET : undefined));
			const sample = await manualSampleOf(watchOf({ event, scope: PRODUCT }), {
				call: platform.call,
				platformNow: () => NOW,
			});
			return { sample, calls: platform.calls.length };
		};
		for (const status of ['FAILED', 'SUCCEEDED', 'IN_PROGRESS'] as const) {
			const { sample, calls } = await sampleOf(0, status);
			expect(sample.ok).toBe(true);
			for (let failing = 1; failing <= calls; failing++) {
				const disturbed = await sampleOf(failing, status);
				expect([failing, disturbed.sample]).toEqual([failing, { ok: false, fault: RESET }]);
			}
		}
	});
});
