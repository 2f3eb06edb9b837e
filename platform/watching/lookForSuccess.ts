import type { CallFault } from '../errors/faults';
import { countTasks } from '../ota/counts';
import { isFinished } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { listTasksOfJob } from '../ota/tasks';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { jobGoesWell } from './events';
import type { Before, Finding, LookTools } from './finding';
import { glance } from './glance';
import { isCovered, judgeSuccess, tasksThatCount } from './judge';
import type { Figures, SuccessRule } from './judge';

/**
 * Looks whether a job goes well, which is told once and opens the way to the next stage: so what is not known
 * whole is not told. Requests: those of `glance`, 2 more while the share is good but too little of the job has
 * finished, and once it is told 1 for every 100 of its tasks, then none.
 */
export async function lookForSuccess(
	job: Job,
	rule: SuccessRule,
	{ job: known, quiet, looks, settled }: Before,
	tools: LookTools,
): Promise<Result<Finding, CallFault>> {
	const nothing: Finding = { events: [], done: isFinished(job) && settled, tasks: [] };
	const isOver = isFinished(job) && (quiet || known?.told !== undefined);
	// A job that was stopped is no ground for a next stage.
	if (isOver || job.jobStatus === 'CANCELED') return ok({ ...nothing, done: true });
	if (known?.told !== undefined) return ok(nothing);
	if (rule.offlineAfter > 0 && !looks) return ok({ ...nothing, done: false });

	const matters = (fewest: Figures) => judgeSuccess(fewest, rule).goesWell;
	const glanced = await glance(job.jobId, { rule, looks, matters }, tools);
	if (!glanced.ok) return glanced;
	const { figures, look, shortfall, fault } = glanced.value;
	if (fault) return fail(fault);
	if (shortfall) return ok({ ...nothing, done: false, shortfall });
	const first = judgeSuccess(figures, rule);
	if (!first.goesWell) return ok(nothing);
	const size = await sizeOf(job, rule, tools);
	if (!size.ok) return size;
	if (!isCovered(first, size.value, rule)) return ok(nothing);
	if (quiet) return ok({ ...nothing, told: first.successRate });

	const read = await listTasksOfJob(job.jobId, {}, tools.call);
	if (!read.ok) return read;
	if (read.value.shortfall) {
		return ok({ ...nothing, done: false, shortfall: read.value.shortfall });
	}
	const { tasks } = read.value;
	const { judgement, event } = jobGoesWell(job, tasks, { rule, look, now: tools.platformNow() });
	if (!judgement.goesWell) return ok(nothing);
	return ok({ ...nothing, events: [event], told: judgement.successRate, done: isFinished(job) });
}

/** How many tasks of a job there are to judge. */
async function sizeOf(
	{ jobId }: Job,
	rule: SuccessRule,
	{ call }: LookTools,
): Promise<Result<number, CallFault>> {
	const all = await countTasks(jobId, undefined, call);
	if (!all.ok || rule.countCanceled) return all;
	const canceled = await countTasks(jobId, 'CANCELED', call);
	return canceled.ok ? ok(tasksThatCount(all.value, canceled.value, rule)) : canceled;
}
