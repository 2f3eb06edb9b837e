import fc from 'fast-check';
import {
	blankMemory,
	boundedJobs,
	isForgotten,
	memoryFromJson,
	memoryToJson,
	MOST_JOBS,
} from '../../../platform/watching/memory';
import type { JobMemory, Memory } from '../../../platform/watching/memory';
import type { ToldTasks } from '../../../platform/watching/toldTasks';

const id = fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String);
const time = fc.nat(2_000_000_000_000);
const aJob: fc.Arbitrary<JobMemory> = fc.oneof(
	fc.record({
		at: time,
		told: fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }),
	}),
	fc.record({ at: time, looked: time, ended: time, asked: fc.constant(true as const) }),
	fc.record({ at: time, done: fc.constant(true as const) }),
);
const someTasks: fc.Arbitrary<ToldTasks> = fc.oneof(
	fc.record({ ids: fc.uniqueArray(id).map((ids) => new Set(ids)), latest: time }),
	fc.record({
		ids: fc.constant(new Set<string>()),
		latest: time,
		byTime: fc.constant(true as const),
	}),
);

describe('given a memory', () => {
	it('when it goes through JSON, then it comes back whole', () => {
		fc.assert(
			fc.property(
				fc.dictionary(id, aJob),
				fc.dictionary(id, someTasks),
				time,
				(jobs, tasks, forgottenUpTo) => {
					const memory: Memory = {
						watch: 'this one',
						jobs: { entries: new Map(Object.entries(jobs)), forgottenUpTo },
						tasks: new Map(Object.entries(tasks)),
					};
					const json: unknown = JSON.parse(JSON.stringify(memoryToJson(memory)));
					expect(memoryFromJson(json, 'this one')).toEqual(memory);
				},
			),
		);
	});

	it('when 1.0.0 has left it, then its jobs and what they were told at are there', () => {
		const jobs = { 1: { at: 5, told: 8 }, 2: { at: 6, done: true } };
		const memory = memoryFromJson({ watch: 'w', jobs, jobsForgottenUpTo: 0, tasks: {} }, 'w');
		expect(Object.fromEntries(memory?.jobs.entries ?? [])).toEqual(jobs);
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
			jobs: { 1: 'x', 2: { at: 5, told: 'x', looked: '9', ended: null, asked: 1 } },
			toldTasks: { 3: null, 4: { latest: 'x' }, 5: { latest: 9, ids: ['a', 7] }, 6: { latest: 1 } },
		};
		const memory = memoryFromJson(json, 'w');
		expect([...(memory?.jobs.entries ?? [])]).toEqual([['2', { at: 5 }]]);
		expect([...(memory?.tasks ?? [])]).toEqual([
			['5', { latest: 9, ids: new Set(['a']) }],
			['6', { latest: 1, ids: new Set() }],
		]);
	});
});

describe('given more jobs than can be kept', () => {
	it('when the oldest are forgotten, then whatever is as old still counts as known', () => {
		const entry = time.map((at): JobMemory => ({ at: at + 1, done: true }));
		fc.assert(
			fc.property(fc.dictionary(id, entry), fc.nat(20), (entries, most) => {
				const all = { entries: new Map(Object.entries(entries)), forgottenUpTo: 0 };
				const kept = boundedJobs(all, most);
				expect(kept.entries.size).toBeLessThanOrEqual(most);
				for (const [known, { at }] of all.entries) {
					expect(kept.entries.has(known) || isForgotten(kept, at)).toBe(true);
				}
			}),
		);
		expect(MOST_JOBS).toBe(2_000);
	});

	it('when nothing was forgotten, then nothing unknown counts as known', () => {
		const { jobs } = blankMemory('w');
		expect(isForgotten(jobs, 0)).toBe(false);
		expect(isForgotten(jobs, Number.NaN)).toBe(false);
	});
});
