import fc from 'fast-check';
import { memoryFromJson, memoryToJson } from '../../../platform/watching/memory';
import { poll } from '../../../platform/watching/poll';
import { bounded, MOST_TASKS, wasTold, withTasks } from '../../../platform/watching/toldTasks';
import type { ToldTasks } from '../../../platform/watching/toldTasks';
import type { Task } from '../../../platform/ota/tasks';
import { watchKey } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { FleetPlatform } from '../../support/fleetPlatform';
import { Watcher, watchOf } from './watching';

const WATCH = watchOf({ event: { kind: 'taskFailed' }, tellExisting: true });
const NOON = Date.parse('2024-11-19T12:00:00Z');

const taskOf = (taskId: string, modified = Number.NaN): Task => ({
	...{
		taskId,
		jobId: '',
		firmwareId: '',
		deviceName: '',
		iotId: '',
		taskStatus: 'FAILED',
		reason: '',
		progress: '',
	},
	...{ srcVersion: '', destVersion: '', utcModified: '', modified },
});

/** One job that runs on, and a trigger that watches its failed tasks; all fail at the same moment. */
function sameSecond() {
	const fleet = buildFleet({ devices: 1, name: () => 'waiting' });
	fleet.setClock(() => NOON);
	const fail = (from: number, to: number) => {
		const name = (index: number) => `device${from + index}`;
		buildFleet({ devices: to - from, name, into: fleet });
		for (let index = from; index < to; index++) fleet.setStatus(`device${index}`, 'FAILED');
	};
	return { fleet, fail, watcher: new Watcher(WATCH, new FleetPlatform(fleet), () => NOON) };
}

describe('given more failed tasks than 1.0.0 could remember', () => {
	it('when 200 more fail in the same second as 10,000 before, then each is told, once', async () => {
		const { fail, watcher } = sameSecond();
		fail(0, 10_000);
		expect((await watcher.poll()).events).toHaveLength(10_000);
		expect((await watcher.poll()).events).toEqual([]);
		fail(10_000, 10_200);
		expect((await watcher.poll()).events).toHaveLength(200);
		expect((await watcher.poll()).events).toEqual([]);
	});

	it('when more fail of which no list tells the time, then each is told, once', async () => {
		const { fleet, fail, watcher } = sameSecond();
		fail(0, 9_000);
		await watcher.poll();
		fail(9_000, 9_010);
		for (const task of fleet.tasks.slice(-10)) task.utcModified = '';
		expect((await watcher.poll()).events).toHaveLength(10);
		expect((await watcher.poll()).events).toEqual([]);
	});

	it('when they are more than can be remembered, then that is said, nothing is told twice, and what fails later is told', async () => {
		let now = NOON;
		const { fleet, fail } = sameSecond();
		fleet.setClock(() => now);
		const watcher = new Watcher(WATCH, new FleetPlatform(fleet), () => now);
		fail(0, MOST_TASKS + 1);
		const first = await watcher.poll();
		expect(first.events).toHaveLength(MOST_TASKS + 1);
		expect(first.notes).toEqual([
			expect.stringContaining(`Job ${DEMO.jobId} has more failed tasks`),
		]);
		expect(await watcher.poll()).toMatchObject({ events: [], notes: [] });
		now += 1_000;
		fail(MOST_TASKS + 1, MOST_TASKS + 6);
		expect((await watcher.poll()).events).toHaveLength(5);
		expect((await watcher.poll()).events).toEqual([]);
	}, 60_000);

	it('when as many as can be are remembered, then that takes less than 500 KB', async () => {
		const ids = Array.from({ length: MOST_TASKS }, (_, n) => String(10n ** 18n + BigInt(n)));
		const tasks = new Map([['1836340779212660001', { ids: new Set(ids), latest: NOON }]]);
		const memory = { watch: 'w', jobs: { entries: new Map(), forgottenUpTo: 0 }, tasks };
		expect(JSON.stringify(memoryToJson(memory)).length).toBeLessThan(500_000);
	});
});

describe('given a job whose failed tasks were told', () => {
	it('when it has come to its end, then they are forgotten and not told again', async () => {
		const { fleet, fail, watcher } = sameSecond();
		fail(0, 20);
		await watcher.poll();
		expect(watcher.memory?.tasks.get(DEMO.jobId)?.ids.size).toBe(20);
		fleet.setStatus('waiting', 'SUCCEEDED');
		expect((await watcher.poll()).events).toEqual([]);
		expect(watcher.memory?.tasks.size).toBe(0);
		expect((await watcher.poll()).events).toEqual([]);
	});
});

describe('given the memory that 1.0.0 left', () => {
	it('when it is read, then nothing is told twice and what is new is told', async () => {
		const { fleet, fail } = sameSecond();
		fail(0, 30);
		const taskIds = fleet
			.tasksOfJob(DEMO.jobId)
			.flatMap(({ taskId, taskStatus }) =>
				taskStatus === 'FAILED' ? [[taskId, NOON] as const] : [],
			);
		const json = {
			watch: watchKey(WATCH),
			jobs: {},
			jobsForgottenUpTo: 0,
			tasks: Object.fromEntries(taskIds),
			tasksForgottenUpTo: 0,
		};
		const tools = {
			call: new FleetPlatform(fleet).call,
			platformNow: () => NOON,
			hasTime: () => true,
		};
		const first = await poll(WATCH, memoryFromJson(json, watchKey(WATCH)), tools);
		expect(first.events).toEqual([]);
		fail(30, 33);
		const second = await poll(WATCH, first.memory, tools);
		expect(second.events).toHaveLength(3);
		expect([...(second.memory?.tasks.keys() ?? [])]).toEqual([DEMO.jobId]);
	});
});

describe('given any failed tasks of any jobs', () => {
	const someTasks = fc.array(fc.record({ id: fc.nat(60), at: fc.option(fc.nat(5)) }));
	const polls = fc.array(fc.record({ job: fc.nat(2), tasks: someTasks }), { maxLength: 20 });

	it('when they are looked at again and again, then each is told once and none is lost', () => {
		fc.assert(
			fc.property(polls, (looks) => {
				let told = new Map<string, ToldTasks>();
				const counts = new Map<string, number>();
				const there = new Set<string>();
				for (const { job, tasks } of looks) {
					const jobId = `job${job}`;
					const listed = new Map(
						tasks.map(({ id, at }) => [id, taskOf(`${jobId}-${id}`, at ?? NaN)]),
					);
					for (const task of listed.values()) {
						there.add(task.taskId);
						if (wasTold(told, jobId, task)) continue;
						counts.set(task.taskId, (counts.get(task.taskId) ?? 0) + 1);
					}
					const known = withTasks(told.get(jobId), [...listed.values()]);
					if (known) told.set(jobId, known);
					told = new Map(bounded(told, new Set([jobId])).tasks);
				}
				expect([...counts.keys()].sort()).toEqual([...there].sort());
				expect([...counts.values()].every((times) => times === 1)).toBe(true);
			}),
		);
	});

	it('when they are too many, then whole jobs are forgotten, those not listed first, and none is told twice', () => {
		const sizes = fc.array(fc.record({ size: fc.nat(9_000), isListed: fc.boolean() }), {
			maxLength: 8,
		});
		fc.assert(
			fc.property(sizes, (jobs) => {
				const told = new Map<string, ToldTasks>();
				for (const [job, { size }] of jobs.entries()) {
					const ids = Array.from({ length: size }, (_, n) => `${job}-${n}`);
					told.set(String(job), { ids: new Set(ids), latest: 7 });
				}
				const listed = new Set([...jobs.keys()].filter((job) => jobs[job]?.isListed).map(String));
				const { tasks, crowded } = bounded(told, listed);
				const kept = [...tasks.values()].reduce((sum, { ids }) => sum + ids.size, 0);
				expect(kept).toBeLessThanOrEqual(MOST_TASKS);
				for (const [job, { ids }] of told) {
					for (const id of [...ids].slice(0, 5)) {
						expect(wasTold(tasks, job, taskOf(id, 7))).toBe(true);
					}
					// Later ones are told, even where nothing else can be remembered.
					expect(wasTold(tasks, job, taskOf('new', 8))).toBe(false);
				}
				const isForgotten = (job: string) => tasks.get(job)?.byTime === true;
				expect(crowded).toEqual(
					expect.arrayContaining([...listed].filter((job) => isForgotten(job))),
				);
				if (crowded.length === 0) return;
				for (const job of told.keys()) if (!listed.has(job)) expect(isForgotten(job)).toBe(true);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('given more finished jobs than can be remembered', () => {
	it('when an older job that was seen running comes to its end, then it is told', async () => {
		const fleet = buildFleet({ devices: 1 });
		for (let n = 0; n < 2_100; n++) {
			const utcCreate = new Date(NOON + n * 1000).toISOString();
			fleet.addJob({ firmwareId: DEMO.firmwareId, jobStatus: 'COMPLETED', utcCreate });
		}
		const watch = watchOf({ event: { kind: 'jobFinished' } });
		const watcher = new Watcher(watch, new FleetPlatform(fleet), () => NOON + 3_000_000);
		expect((await watcher.poll()).events).toEqual([]);
		fleet.setStatus('testDevice1', 'SUCCEEDED');
		expect((await watcher.poll()).events).toMatchObject([{ jobId: DEMO.jobId }]);
		expect((await watcher.poll()).events).toEqual([]);
	});
});
