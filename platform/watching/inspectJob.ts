import type { CallFault } from '../errors/faults';
import { countAllTasks, countTasks } from '../ota/counts';
import { isFinished } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { listTasksOfJob } from '../ota/tasks';
import { ok } from '../result';
import type { Result } from '../result';
import { jobFinished, taskFailed } from './events';
import type { Before, Finding, LookTools } from './finding';
import { lookForSuccess } from './lookForSuccess';
import { lookForTrouble } from './lookForTrouble';
import type { WatchedEvent } from './watch';

/**
 * Looks at one job. Requests: for a job that goes wrong or well those of `glance`, and once it is told 1 for
 * every 100 of all its tasks; for failed tasks 1 for every 100 of them, and 1 more when the job has finished;
 * for a finished job 7, once.
 */
export async function inspectJob(
	job: Job,
	event: WatchedEvent,
	before: Before,
	tools: LookTools,
): Promise<Result<Finding, CallFault>> {
	switch (event.kind) {
		case 'jobGoesWrong':
			return await lookForTrouble(job, event.rule, before, tools);
		case 'jobGoesWell':
			return await lookForSuccess(job, event.rule, before, tools);
		case 'taskFailed':
			return await lookForFailedTasks(job, before, tools);
		case 'jobFinished':
			return await lookForTheEnd(job, before, tools);
	}
}

async function lookForFailedTasks(
	job: Job,
	{ isKnownTask, quiet }: Before,
	{ call }: LookTools,
): Promise<Result<Finding, CallFault>> {
	// Counted before the failed ones are read, so that none can fail unseen in between.
	const running = isFinished(job) ? await countTasks(job.jobId, 'IN_PROGRESS', call) : ok(1);
	if (!running.ok) return running;
	const failed = await listTasksOfJob(job.jobId, { taskStatus: 'FAILED' }, call);
	if (!failed.ok) return failed;
	const { tasks, shortfall } = failed.value;
	const news = tasks.filter((task) => !isKnownTask(task));
	return ok({
		events: quiet ? [] : news.map((task) => taskFailed(job, task)),
		done: running.value === 0 && !shortfall,
		tasks,
		shortfall,
	});
}

async function lookForTheEnd(
	job: Job,
	{ quiet }: Before,
	{ call }: LookTools,
): Promise<Result<Finding, CallFault>> {
	const nothing: Finding = { events: [], done: isFinished(job), tasks: [] };
	if (quiet || !isFinished(job)) return ok(nothing);
	const counts = await countAllTasks(job.jobId, call);
	return counts.ok ? ok({ ...nothing, events: [jobFinished(job, counts.value)] }) : counts;
}
