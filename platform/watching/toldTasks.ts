import { isRecord } from '../json';
import type { JsonObject } from '../json';
import type { Task } from '../ota/tasks';

/** The failed tasks of a job that were told. */
export interface ToldTasks {
	readonly ids: ReadonlySet<string>;
	/** When the youngest of them failed, ms since 1970; 0 = nothing tells. */
	readonly latest: number;
	/** Their IDs were forgotten, since they were too many: those not younger than `latest` count as told. */
	readonly byTime?: true;
}

/** What was told, by the ID of the job. */
export type ToldByJob = ReadonlyMap<string, ToldTasks>;

/**
 * IDs kept at most, of all jobs that still run: about 450 KB of JSON. Up to here each failed task is told
 * once, whenever it failed and whether or not the platform says when.
 */
export const MOST_TASKS = 20_000;

/** Jobs with told tasks kept at most. */
const MOST_ENTRIES = 2_000;

/** Stands for the job of what 1.0.0 remembered: it kept no jobs. */
export const ANY_JOB = '';

/** Whether a failed task of a job was told. */
export function wasTold(told: ToldByJob, jobId: string, task: Task): boolean {
	return [told.get(jobId), told.get(ANY_JOB)].some(
		(known) =>
			known !== undefined &&
			(known.ids.has(task.taskId) || (known.byTime === true && !(task.modified > known.latest))),
	);
}

/** What is known of a job after these failed tasks of it were told or taken note of. */
export function withTasks(
	known: ToldTasks | undefined,
	tasks: readonly Task[],
): ToldTasks | undefined {
	if (tasks.length === 0) return known;
	const times = tasks.map(({ modified }) => modified || 0);
	const latest = times.reduce((a, b) => Math.max(a, b), known?.latest ?? 0);
	if (known?.byTime) return { ...known, latest };
	return { ids: new Set([...(known?.ids ?? []), ...tasks.map(({ taskId }) => taskId)]), latest };
}

/**
 * Forgets the IDs of whole jobs until the others are not too many: first of what 1.0.0 left, then of jobs
 * that are not listed any more, then of the job with the most. Of such a job a task is told from then on
 * only if it failed later than all that were told.
 * @returns with `crowded`, the listed jobs whose IDs were forgotten now
 */
export function bounded(
	told: ToldByJob,
	listed: ReadonlySet<string>,
): { readonly tasks: ToldByJob; readonly crowded: readonly string[] } {
	const tasks = new Map(told);
	const crowded: string[] = [];
	let kept = [...told.values()].reduce((sum, { ids }) => sum + ids.size, 0);
	const order = [...told].sort(([a, known], [b, other]) => {
		const rank = (id: string) => (id === ANY_JOB ? 0 : listed.has(id) ? 2 : 1);
		return rank(a) - rank(b) || other.ids.size - known.ids.size;
	});
	for (const [jobId, { ids, latest }] of order) {
		if (kept <= MOST_TASKS) break;
		kept -= ids.size;
		tasks.set(jobId, { ids: new Set(), latest, byTime: true });
		if (listed.has(jobId)) crowded.push(jobId);
	}
	for (const [jobId] of order) {
		if (tasks.size <= MOST_ENTRIES || listed.has(jobId)) break;
		tasks.delete(jobId);
	}
	return { tasks, crowded };
}

/** As JSON, for n8n's static data. */
export function toldTasksToJson(told: ToldByJob): JsonObject {
	return Object.fromEntries(
		[...told].map(([jobId, { ids, latest, byTime }]) => [
			jobId,
			{ latest, ...(byTime ? { byTime } : { ids: [...ids] }) },
		]),
	);
}

/** Reads it back out of a memory, also out of one of 1.0.0, which kept the time of each task by its ID. */
export function readToldTasks(memory: Readonly<Record<string, unknown>>): ToldByJob {
	const { toldTasks, tasks, tasksForgottenUpTo } = memory;
	const told = Object.entries(isRecord(toldTasks) ? toldTasks : {}).flatMap(
		([jobId, value]): Array<[string, ToldTasks]> => {
			const known = readTold(value);
			return known ? [[jobId, known]] : [];
		},
	);
	const old = Object.entries(isRecord(tasks) ? tasks : {}).filter(
		([, at]) => typeof at === 'number',
	);
	const forgotten = typeof tasksForgottenUpTo === 'number' ? tasksForgottenUpTo : 0;
	if (old.length === 0 && forgotten === 0) return new Map(told);
	const left: ToldTasks = {
		ids: new Set(old.map(([taskId]) => taskId)),
		latest: forgotten,
		...(forgotten > 0 ? { byTime: true } : {}),
	};
	return new Map([...told, [ANY_JOB, left]]);
}

function readTold(value: unknown): ToldTasks | undefined {
	if (!isRecord(value) || typeof value.latest !== 'number') return undefined;
	const { ids, latest, byTime } = value;
	const known: unknown[] = Array.isArray(ids) ? ids : [];
	return {
		ids: new Set(known.filter((id) => typeof id === 'string')),
		latest,
		...(byTime === true ? { byTime } : {}),
	};
}
