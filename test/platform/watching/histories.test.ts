import fc from 'fast-check';
import type { WatchEvent } from '../../../platform/watching/events';
import type { Watch } from '../../../platform/watching/watch';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Fleet } from '../../emulator/fleet/fleet';
import { FleetPlatform, refused, RESET } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

type Step =
	| { kind: 'progress'; job: number; devices: number; failEvery: number }
	| { kind: 'newJob'; devices: number }
	| { kind: 'finish' | 'hide' | 'show'; job: number }
	| { kind: 'poll'; faultAt: number | undefined; refuses: boolean }
	| { kind: 'restart' };

const job = fc.nat(3);
const aPoll: fc.Arbitrary<Step> = fc.record({
	kind: fc.constant('poll' as const),
	faultAt: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
	refuses: fc.boolean(),
});
const aStep: fc.Arbitrary<Step> = fc.oneof(
	{ arbitrary: aPoll, weight: 4 },
	{
		arbitrary: fc.record({
			kind: fc.constant('progress' as const),
			job,
			devices: fc.integer({ min: 1, max: 150 }),
			failEvery: fc.integer({ min: 1, max: 30 }),
		}),
		weight: 4,
	},
	fc.record({
		kind: fc.constant('newJob' as const),
		devices: fc.integer({ min: 1, max: 260 }),
	}),
	fc.record({ kind: fc.constantFrom('finish' as const, 'hide' as const, 'show' as const), job }),
	fc.constant<Step>({ kind: 'restart' }),
);
const aHistory = fc.array(aStep, { maxLength: 30 });

/** A package whose jobs live through a history while a trigger watches. */
class World {
	readonly fleet: Fleet = buildFleet({ devices: 260 });
	readonly platform = new FleetPlatform(this.fleet);
	readonly told: WatchEvent[] = [];
	/** What was there at the first poll that went through: failed tasks and finished jobs. */
	old: { tasks: Set<string>; jobs: Set<string> } | undefined;
	private time = Date.parse('2024-11-19T09:00:00Z');
	private readonly watcher: Watcher;

	constructor(watch: Watch) {
		this.fleet.setClock(() => this.time);
		this.watcher = new Watcher(watch, this.platform, () => this.time);
	}

	async live(history: readonly Step[]): Promise<void> {
		for (const step of history) {
			this.time += 1_000;
			await this.take(step);
		}
		this.platform.hidden.clear();
		await this.poll({ kind: 'poll', faultAt: undefined, refuses: false });
	}

	failedTasks(jobIds: readonly string[]): string[] {
		return jobIds.flatMap((jobId) =>
			this.fleet
				.tasksOfJob(jobId)
				.filter(({ taskStatus }) => taskStatus === 'FAILED')
				.map(({ taskId }) => taskId),
		);
	}

	private async take(step: Step): Promise<void> {
		switch (step.kind) {
			case 'progress':
				return this.progress(this.jobAt(step.job).jobId, step);
			case 'newJob': {
				const { jobId } = this.fleet.addJob({
					firmwareId: DEMO.firmwareId,
					utcCreate: new Date(this.time).toISOString(),
				});
				const name = (index: number) => `${jobId}-${index}`;
				buildFleet({ devices: step.devices, jobId, name, into: this.fleet });
				return;
			}
			case 'finish':
				return this.finish(this.jobAt(step.job).jobId);
			case 'hide':
				this.platform.hidden.add(this.jobAt(step.job).jobId);
				return;
			case 'show':
				this.platform.hidden.delete(this.jobAt(step.job).jobId);
				return;
			case 'poll':
				return await this.poll(step);
			case 'restart':
				return this.watcher.restart();
		}
	}

	private async poll({ faultAt, refuses }: Extract<Step, { kind: 'poll' }>): Promise<void> {
		const fault = refuses ? refused('iot.system.SystemException') : RESET;
		this.platform.setFaults((call) => (call === faultAt ? fault : undefined));
		const { events, memory } = await this.watcher.poll();
		for (const event of events) this.expectTrue(event);
		this.told.push(...events);
		if (memory && !this.old) this.old = this.present();
	}

	/** The figures of an event are those of the fleet at this moment. */
	private expectTrue(event: WatchEvent): void {
		if (event.event === 'taskFailed') return;
		const counts = { CONFIRM: 0, QUEUED: 0, NOTIFIED: 0, IN_PROGRESS: 0 };
		const ends = { SUCCEEDED: 0, FAILED: 0, CANCELED: 0 };
		const all: Record<string, number> = { ...counts, ...ends };
		for (const { taskStatus } of this.fleet.tasksOfJob(event.jobId)) {
			all[taskStatus] = (all[taskStatus] ?? 0) + 1;
		}
		expect(event.counts).toEqual(all);
	}

	private present() {
		const visible = this.fleet.jobs.filter(({ jobId }) => !this.platform.hidden.has(jobId));
		const finished = visible.filter(({ jobStatus }) => jobStatus !== 'IN_PROGRESS');
		return {
			tasks: new Set(this.failedTasks(visible.map(({ jobId }) => jobId))),
			jobs: new Set(finished.map(({ jobId }) => jobId)),
		};
	}

	private progress(jobId: string, { devices, failEvery }: Extract<Step, { kind: 'progress' }>) {
		const waiting = this.fleet
			.tasksOfJob(jobId)
			.filter(({ taskStatus }) => taskStatus === 'QUEUED')
			.slice(0, devices);
		for (const [index, { deviceName }] of waiting.entries()) {
			const state = index % failEvery === 0 ? 'FAILED' : 'SUCCEEDED';
			this.fleet.setStatus(deviceName, state, { jobId });
		}
	}

	/** Cancels what waits, which brings a job to its end. */
	private finish(jobId: string): void {
		for (const { taskStatus, deviceName } of this.fleet.tasksOfJob(jobId)) {
			if (taskStatus === 'QUEUED') this.fleet.setStatus(deviceName, 'CANCELED', { jobId });
		}
	}

	private jobAt(place: number) {
		const { jobs } = this.fleet;
		const found = jobs[place % jobs.length];
		if (!found) throw new Error('The world has no job');
		return found;
	}
}

async function worldAfter(watch: Watch, history: readonly Step[]): Promise<World> {
	const world = new World(watch);
	await world.live(history);
	return world;
}

describe('given any history of jobs, faults and restarts', () => {
	it('when failed tasks are watched, then each is told once and none is lost', async () => {
		await fc.assert(
			fc.asyncProperty(aHistory, async (history) => {
				const world = await worldAfter(watchOf({ event: { kind: 'taskFailed' } }), history);
				const told = world.told.map((event) => (event.event === 'taskFailed' ? event.taskId : ''));
				const failed = world.failedTasks(world.fleet.jobs.map(({ jobId }) => jobId));
				const news = failed.filter((taskId) => !world.old?.tasks.has(taskId));
				expect([...told].sort()).toEqual(news.sort());
			}),
			{ numRuns: 150 },
		);
	});

	it('when the end of jobs is watched, then each is told once and none is lost', async () => {
		await fc.assert(
			fc.asyncProperty(aHistory, async (history) => {
				const world = await worldAfter(watchOf({ event: { kind: 'jobFinished' } }), history);
				const finished = world.fleet.jobs.filter(({ jobStatus }) => jobStatus !== 'IN_PROGRESS');
				const news = finished.map(({ jobId }) => jobId).filter((id) => !world.old?.jobs.has(id));
				expect(world.told.map(({ jobId }) => jobId).sort()).toEqual(news.sort());
			}),
			{ numRuns: 150 },
		);
	});

	it('when jobs that go wrong are watched, then each is told once for each rise and none is lost', async () => {
		await fc.assert(
			fc.asyncProperty(aHistory, async (history) => {
				const world = await worldAfter(watchOf({ tellExisting: true }), history);
				for (const { jobId } of world.fleet.jobs) {
					const rates = world.told.flatMap((event) =>
						event.event === 'jobGoesWrong' && event.jobId === jobId
							? [(100 * event.failures) / event.sample]
							: [],
					);
					for (const [place, rate] of rates.entries()) {
						const before = rates[place - 1];
						expect(rate).toBeGreaterThanOrEqual(RULE.threshold);
						if (before !== undefined) expect(rate).toBeGreaterThan(before + RULE.rise - 1e-6);
					}
					const tasks = world.fleet.tasksOfJob(jobId);
					const failed = tasks.filter(({ taskStatus }) => taskStatus === 'FAILED').length;
					const succeeded = tasks.filter(({ taskStatus }) => taskStatus === 'SUCCEEDED').length;
					const ended = failed + succeeded;
					const isWrong = ended >= RULE.minimumSample && 100 * failed >= RULE.threshold * ended;
					if (!isWrong || world.old?.jobs.has(jobId)) continue;
					const last = rates.at(-1);
					expect(last).toBeDefined();
					expect((100 * failed) / ended).toBeLessThan((last ?? 0) + RULE.rise);
				}
			}),
			{ numRuns: 150 },
		);
	});
});
