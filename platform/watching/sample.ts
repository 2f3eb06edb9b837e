import type { CallFault } from '../faults';
import { done } from '../result';
import type { Result } from '../result';
import { jobFinished, jobGoesWrong, taskFailed } from './events';
import type { WatchEvent } from './events';
import { findJobs, isFinished, isPlanned } from './jobs';
import type { WatchedJob } from './jobs';
import type { LookTools } from './look';
import { countAllTasks, readTasks } from './tasks';
import type { Watch } from './watch';

/** Failed tasks shown at most, and jobs searched for them. */
const MOST_TASKS = 10;
const MOST_JOBS = 5;

/**
 * Shows what an event of a watch looks like, with what is there now, whether or not it is news or bad enough
 * to be told: of the youngest job that fits best. Empty when the scope has no job, or no failed task.
 */
export async function sampleOf(
	watch: Watch,
	tools: LookTools,
): Promise<Result<WatchEvent[], CallFault>> {
	const jobs = await findJobs(watch.scope, tools.call);
	if (!jobs.ok) return jobs;
	const { event } = watch;
	const wantsFinished = event.kind === 'jobFinished';
	const fits = (job: WatchedJob) => !isPlanned(job) && isFinished(job) === wantsFinished;
	const byAge = [...jobs.value].sort((a, b) => (b.created || 0) - (a.created || 0));
	const best = [...byAge.filter(fits), ...byAge.filter((job) => !fits(job))];
	const [job] = best;
	if (!job) return done([]);

	if (event.kind === 'taskFailed') return await failedTasks(best.slice(0, MOST_JOBS), tools);
	if (event.kind === 'jobFinished') {
		const counts = await countAllTasks(job.jobId, tools.call);
		return counts.ok ? done([jobFinished(job, counts.value)]) : counts;
	}
	const tasks = await readTasks(job.jobId, undefined, tools.call);
	if (!tasks.ok) return tasks;
	return done([jobGoesWrong(job, tasks.value, event.rule, tools.platformNow()).event]);
}

async function failedTasks(
	jobs: readonly WatchedJob[],
	{ call }: LookTools,
): Promise<Result<WatchEvent[], CallFault>> {
	const found: WatchEvent[] = [];
	for (const job of jobs) {
		const tasks = await readTasks(job.jobId, 'FAILED', call, MOST_TASKS - found.length);
		if (!tasks.ok) return tasks;
		found.push(...tasks.value.map((task) => taskFailed(job, task)));
		if (found.length >= MOST_TASKS) break;
	}
	return done(found);
}
