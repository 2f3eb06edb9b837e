import fc from 'fast-check';
import type { CancelTarget } from '../../../platform/cancellation/plan';
import type { TaskStatus } from '../../../platform/catalog/taskStatus';
import type { Habits } from './modelPlatform';
import { anyMishaps, passingMishaps } from './mishaps';
import type { Mishaps } from './mishaps';

/** Everything that decides how a run goes. */
export interface Scene {
	readonly devices: Readonly<Record<string, readonly string[]>>;
	readonly tasks: ReadonlyArray<Task>;
	/** What each item asks to cancel, in their order. */
	readonly targets: ReadonlyArray<Omit<CancelTarget, 'item'>>;
	readonly combine: boolean;
	readonly devicesPerRequest: number;
	readonly maxAttempts: number;
	readonly requestsPerSecond: number;
	readonly method: 'GET' | 'POST';
	/** ms; 0 = not */
	readonly verifyFor: number;
	/** What the platform makes of what its pages leave open. */
	readonly habits: Habits;
	/** What befalls the calls, in turn. */
	readonly mishaps: readonly Mishaps[];
	/** Ms that requests and answers travel, in turn. */
	readonly travel: readonly number[];
	/** When the user stops the workflow, ms; infinite for never. */
	readonly stopAt: number;
}

interface Task {
	readonly productKey: string;
	readonly firmwareId: string;
	readonly jobId: string;
	readonly deviceName: string;
	readonly status: TaskStatus;
	/** When it goes on to install, unless it was cancelled before, ms from the start; absent = never. */
	readonly installsAt?: number;
}

const PRODUCTS = ['k1', 'k2'];
const NAMES = Array.from({ length: 24 }, (_, index) => `device${index}`).concat(
	'Lämpchen 24',
	"l'é*",
);

/** Each job belongs to one package, each package to one product. */
const JOBS = [
	{ productKey: 'k1', firmwareId: '1', jobId: '11' },
	{ productKey: 'k1', firmwareId: '1', jobId: '12' },
	{ productKey: 'k1', firmwareId: '2', jobId: '21' },
	{ productKey: 'k2', firmwareId: '3', jobId: '31' },
] as const;

const status: fc.Arbitrary<TaskStatus> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom<TaskStatus>('CONFIRM', 'QUEUED', 'NOTIFIED') },
	{
		weight: 1,
		arbitrary: fc.constantFrom<TaskStatus>('IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'CANCELED'),
	},
);

/** Mostly never. */
const installsAt = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(undefined) },
	{ weight: 1, arbitrary: fc.integer({ min: 0, max: 15_000 }) },
);

const habits: fc.Arbitrary<Habits> = fc.record({
	cancelDelay: fc.constantFrom(0, 0, 100, 4_000),
	partial: fc.boolean(),
	refusals: fc.constantFrom('documented', 'documented', 'reversed', 'vague', 'undocumented'),
	odd: fc.subarray(NAMES, { maxLength: 3 }),
	lag: fc.constantFrom(0, 0, 2_000, 6_000),
	tellsTimes: fc.constantFrom(true, true, false),
	shows: fc.constantFrom(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 3),
	batchReads: fc.boolean(),
});

/** How a platform behaves that does just what its pages say. */
export const PLAIN: Habits = {
	cancelDelay: 0,
	partial: false,
	refusals: 'documented',
	odd: [],
	lag: 0,
	tellsTimes: true,
	shows: Number.POSITIVE_INFINITY,
	batchReads: true,
};

/** One task at most for each job and device. */
const fleet = fc
	.array(fc.tuple(fc.constantFrom(...JOBS), fc.constantFrom(...NAMES), status, installsAt), {
		minLength: 5,
		maxLength: 70,
	})
	.map((drawn) => {
		const tasks = new Map<string, Task>();
		for (const [job, deviceName, taskStatus, moves] of drawn) {
			tasks.set(JSON.stringify([job.jobId, deviceName]), {
				...job,
				deviceName,
				status: taskStatus,
				...(moves === undefined ? {} : { installsAt: moves }),
			});
		}
		return [...tasks.values()];
	});

/** Every device in one job, most of them waiting. */
const crowd = fc
	.array(fc.tuple(status, installsAt), { minLength: NAMES.length, maxLength: NAMES.length })
	.map((drawn) =>
		NAMES.map((deviceName, place): Task => {
			const [taskStatus = 'QUEUED', moves] = drawn[place] ?? [];
			const move = moves === undefined ? {} : { installsAt: moves };
			return { ...JOBS[0], deviceName, status: taskStatus, ...move };
		}),
	);

const target: fc.Arbitrary<Omit<CancelTarget, 'item'>> = fc
	.record({
		job: fc.constantFrom(...JOBS),
		everyJob: fc.boolean(),
		deviceNames: fc.oneof(
			fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 26 }),
			fc.constant(NAMES),
		),
	})
	.map(({ job, everyJob, deviceNames }) => ({
		...job,
		jobId: everyJob ? '' : job.jobId,
		deviceNames,
	}));

/** @param schedule what may befall a call, by the attempts that it has */
const sceneOf = (
	schedule: (maxAttempts: number) => fc.Arbitrary<Mishaps>,
	stopAt: fc.Arbitrary<number>,
): fc.Arbitrary<Scene> =>
	fc.integer({ min: 1, max: 5 }).chain((maxAttempts) =>
		fc
			.record({
				tasks: fc.oneof(fleet, crowd),
				unknown: fc.subarray(NAMES, { maxLength: 3 }),
				targets: fc.array(target, { minLength: 1, maxLength: 6 }),
				combine: fc.boolean(),
				devicesPerRequest: fc.constantFrom(1, 2, 5, 26),
				requestsPerSecond: fc.constantFrom(1, 3, 10, 100),
				method: fc.constantFrom('GET' as const, 'POST' as const),
				verifyFor: fc.constantFrom(0, 0, 1_500, 30_000),
				habits,
				mishaps: fc.array(schedule(maxAttempts), { minLength: 1, maxLength: 12 }),
				travel: fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 1, maxLength: 8 }),
				stopAt,
			})
			.map(({ unknown, tasks, ...rest }) => {
				const known = NAMES.filter((name) => !unknown.includes(name));
				return {
					...rest,
					maxAttempts,
					tasks: tasks.filter(({ deviceName }) => known.includes(deviceName)),
					devices: Object.fromEntries(PRODUCTS.map((product) => [product, known])),
				};
			}),
	);

const NEVER = Number.POSITIVE_INFINITY;

/** Any mishap, and often a user who stops the workflow. */
export const anyScene = sceneOf(
	() => anyMishaps,
	fc.oneof(fc.constant(NEVER), fc.integer({ min: 0, max: 20_000 })),
);

/** Each call passes within its attempts, and nobody stops the workflow. */
export const passingScene = sceneOf(passingMishaps, fc.constant(NEVER));

/** Each call passes within its attempts, until the user stops the workflow. */
export const stoppedScene = sceneOf(passingMishaps, fc.integer({ min: 0, max: 20_000 }));
