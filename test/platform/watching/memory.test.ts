import fc from 'fast-check';
import {
	blankMemory,
	bounded,
	isForgotten,
	memoryFromJson,
	memoryToJson,
	MOST_JOBS,
	MOST_TASKS,
	nothingKnown,
} from '../../../platform/watching/memory';
import type { Memory } from '../../../platform/watching/memory';
import { poll } from '../../../platform/watching/poll';
import { keyOf } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleets';
import { FleetPlatform } from '../../support/fleetPlatform';
import { watchOf } from './watching';

const id = fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String);
const time = fc.nat(2_000_000_000_000);

describe('given a memory', () => {
	it('when it goes through JSON, then it comes back whole', () => {
		const aJob = fc.oneof(
			fc.record({
				at: time,
				told: fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }),
			}),
			fc.record({ at: time, done: fc.constant(true as const) }),
		);
		fc.assert(
			fc.property(
				fc.dictionary(id, aJob),
				fc.dictionary(id, time),
				time,
				(jobs, tasks, forgottenUpTo) => {
					const memory: Memory = {
						watch: 'this one',
						jobs: { entries: new Map(Object.entries(jobs)), forgottenUpTo },
						tasks: { entries: new Map(Object.entries(tasks)), forgottenUpTo: 0 },
					};
					const json: unknown = JSON.parse(JSON.stringify(memoryToJson(memory)));
					expect(memoryFromJson(json, 'this one')).toEqual(memory);
				},
			),
		);
	});

	it.each([
		['is of another watch', { ...memoryToJson(blankMemory('another')) }],
		['is not there', undefined],
		['is not an object', 'memory'],
	])('when what is kept %s, then there is none', (_, json) => {
		expect(memoryFromJson(json, 'this one')).toBeUndefined();
	});

	it('when entries are damaged, then they are left out', () => {
		const json = {
			watch: 'w',
			jobs: { 1: 'x', 2: { at: 5, told: 'x' } },
			tasks: { 3: null, 4: 9 },
		};
		const memory = memoryFromJson(json, 'w');
		expect([...(memory?.jobs.entries ?? [])]).toEqual([['2', { at: 5 }]]);
		expect([...(memory?.tasks.entries ?? [])]).toEqual([['4', 9]]);
	});
});

describe('given more than can be kept', () => {
	it('when the oldest are forgotten, then whatever is as old still counts as known', () => {
		fc.assert(
			fc.property(
				fc.dictionary(
					id,
					time.map((at) => at + 1),
				),
				fc.nat(20),
				(entries, most) => {
					const all = { entries: new Map(Object.entries(entries)), forgottenUpTo: 0 };
					const kept = bounded(all, most, (at) => at);
					expect(kept.entries.size).toBeLessThanOrEqual(most);
					for (const [known, at] of all.entries) {
						expect(kept.entries.has(known) || isForgotten(kept, at)).toBe(true);
					}
				},
			),
		);
	});

	it('when nothing was forgotten, then nothing unknown counts as known', () => {
		expect(isForgotten(nothingKnown(), 0)).toBe(false);
		expect(isForgotten(nothingKnown(), Number.NaN)).toBe(false);
	});

	it('when 9,000 tasks and 2,500 jobs are known, then 10,000 IDs are kept and none is told twice', async () => {
		let now = Date.parse('2024-11-19T09:00:00Z');
		const fleet = buildFleet({ devices: 9_000, status: 'QUEUED' });
		fleet.setClock(() => (now += 10));
		for (const { deviceName } of fleet.tasks) fleet.setStatus(deviceName, 'FAILED');
		// A device that still waits keeps the job running.
		buildFleet({ devices: 1, name: () => 'waiting', into: fleet });
		for (let n = 0; n < 2_500; n++) {
			const utcCreate = new Date(now + n * 1000).toISOString();
			fleet.addJob({ firmwareId: DEMO.firmwareId, jobStatus: 'COMPLETED', utcCreate });
		}
		const watch = watchOf({ event: { kind: 'taskFailed' }, tellExisting: true });
		const tools = {
			call: new FleetPlatform(fleet).call,
			platformNow: () => now,
			hasTime: () => true,
		};
		const first = await poll(watch, undefined, tools);
		expect(first.events).toHaveLength(9_000);
		expect(first.memory?.tasks.entries.size).toBe(MOST_TASKS);
		expect(first.memory?.jobs.entries.size).toBe(MOST_JOBS);
		expect(MOST_JOBS + MOST_TASKS).toBe(10_000);
		const json = JSON.stringify(first.memory && memoryToJson(first.memory));
		expect(json.length).toBeLessThan(500_000);

		const kept = memoryFromJson(JSON.parse(json), keyOf(watch));
		expect((await poll(watch, kept, tools)).events).toEqual([]);
	});
});
