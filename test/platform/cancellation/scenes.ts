import fc from 'fast-check';
import type { CancelTarget } from '../../../platform/cancellation/plan';
import type { TaskStatus } from '../../../platform/taskStatus';
import { anyMishaps, passingMishaps } from './mishaps';
import type { Mishaps } from './mishaps';

/** Everything that decides how a run goes. */
export interface Scene {
	readonly devices: Readonly<Record<string, readonly string[]>>;
	readonly tasks: ReadonlyArray<Task>;
	readonly targets: readonly CancelTarget[];
	readonly combine: boolean;
	readonly devicesPerRequest: number;
	readonly maxAttempts: number;
	readonly requestsPerSecond: number;
	readonly method: 'GET' | 'POST';
	/** ms; 0 = not */
	readonly verifyFor: number;
	/** How long a cancel takes to reach the tasks, ms. */
	readonly cancelDelay: number;
	/** Whether the platform cancels the good devices of a request that it refuses. */
	readonly partial: boolean;
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
];

const status: fc.Arbitrary<TaskStatus> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom<TaskStatus>('CONFIRM', 'QUEUED', 'NOTIFIED') },
	{
		weight: 1,
		arbitrary: fc.constantFrom<TaskStatus>('IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'CANCELED'),
	},
);

/** One task at most for each job and device. */
const fleet = fc
	.array(fc.tuple(fc.constantFrom(...JOBS), fc.constantFrom(...NAMES), status), {
		minLength: 5,
		maxLength: 70,
	})
	.map((drawn) => {
		const tasks = new Map<string, Task>();
		for (const [job, deviceName, taskStatus] of drawn) {
			tasks.set(JSON.stringify([job.jobId, deviceName]), {
				...job,
				deviceName,
				status: taskStatus,
			});
		}
		return [...tasks.values()];
	});

const target: fc.Arbitrary<CancelTarget> = fc
	.record({
		job: fc.constantFrom(...JOBS),
		everyJob: fc.boolean(),
		deviceNames: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 26 }),
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
				tasks: fleet,
				unknown: fc.subarray(NAMES, { maxLength: 3 }),
				targets: fc.array(target, { minLength: 1, maxLength: 6 }),
				combine: fc.boolean(),
				devicesPerRequest: fc.constantFrom(1, 2, 5, 26),
				requestsPerSecond: fc.constantFrom(1, 3, 10, 100),
				method: fc.constantFrom('GET' as const, 'POST' as const),
				verifyFor: fc.constantFrom(0, 0, 1_500, 30_000),
				cancelDelay: fc.constantFrom(0, 0, 100, 4_000),
				partial: fc.boolean(),
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
