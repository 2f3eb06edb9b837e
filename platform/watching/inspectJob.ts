import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { ok } from '../result';
import type { Result } from '../result';
import { byFigures, jobFinished, jobGoesWrong, taskFailed } from './events';
import type { WatchEvent } from './events';
import { isFinished } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { isNews, isStuck, judge } from './judge';
import type { FailureRule, Figures } from './judge';
import type { JobMemory } from './memory';
import { listTasksOfJob } from '../ota/tasks';
import type { Task, TaskList } from '../ota/tasks';
import { countAllTasks, countTasks } from '../ota/counts';
import type { WatchedEvent } from './watch';

/** What looking at a job takes. */
export interface LookTools {
	readonly call: CallAction;
	/** Ms since 1970 by the platform's clock. */
	readonly platformNow: () => number;
}

/** What is known before a look at a job. */
interface Before {
	readonly job: JobMemory | undefined;
	readonly isKnownTask: (task: Task) => boolean;
	/** Whether what is found is only taken note of, not told. */
	readonly quiet: boolean;
}

/** What a look at a job has found. */
export interface Finding {
	readonly events: readonly WatchEvent[];
	/** The share of failures that the job is told at, percent; absent = not told now. */
	readonly told?: number;
	/** Whether the job need never be looked at again. */
	readonly done: boolean;
	/** Failed tasks, known before, told now or taken note of. */
	readonly tasks: readonly Task[];
	/** What a list of tasks did not give. */
	readonly shortfall?: IncompleteFault;
}

/**
 * Looks at one job. Requests: for a job that goes wrong 2, with cancelled tasks counted 3, with stuck ones 1
 * more for every 100 tasks in progress, and once it is told 1 for every 100 of all its tasks; for
 * failed tasks 1 for every 100 of them, and 1 more when the job has finished; for a finished job 7, once.
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
		case 'taskFailed':
			return await lookForFailedTasks(job, before, tools);
		case 'jobFinished':
			return await lookForTheEnd(job, before, tools);
	}
}

async function lookForTrouble(
	job: Job,
	rule: FailureRule,
	before: Before,
	tools: LookTools,
): Promise<Result<Finding, CallFault>> {
	const told = before.job?.told;
	const glanced = await glance(job, rule, tools);
	if (!glanced.ok) return glanced;
	const { figures, shortfall } = glanced.value;
	const nothing: Finding = { events: [], done: isFinished(job), tasks: [], shortfall };
	const first = judge(figures, rule);
	if (!isNews(first, rule, told)) return ok(nothing);
	if (before.quiet) return ok({ ...nothing, told: first.failureRate });

	// The figures were read one after the other and tasks moved on meanwhile, so the list has the last word.
	const read = await listTasksOfJob(job.jobId, {}, tools.call);
	if (!read.ok) return read;
	const { verdict, event } = jobGoesWrong(job, read.value, rule, tools.platformNow());
	const seen = { ...nothing, shortfall: shortfall ?? read.value.shortfall };
	if (isNews(verdict, rule, told)) {
		return ok({ ...seen, events: [event], told: verdict.failureRate });
	}
	// A list that lacks tasks proves nothing against the figures, and a bad job must not go untold for it.
	if (!read.value.shortfall) return ok(seen);
	const counted = byFigures(event, first, read.value.shortfall);
	return ok({ ...seen, events: [counted], told: first.failureRate });
}

interface Glance {
	readonly figures: Figures;
	readonly shortfall?: IncompleteFault;
}

/** The figures that a rule asks for, with as few requests as that takes. */
async function glance(
	{ jobId }: Job,
	rule: FailureRule,
	{ call, platformNow }: LookTools,
): Promise<Result<Glance, CallFault>> {
	const failed = await countTasks(jobId, 'FAILED', call);
	if (!failed.ok) return failed;
	const succeeded = await countTasks(jobId, 'SUCCEEDED', call);
	if (!succeeded.ok) return succeeded;
	const canceled = rule.countCanceled ? await countTasks(jobId, 'CANCELED', call) : ok(0);
	if (!canceled.ok) return canceled;
	const running =
		rule.stuckAfter > 0
			? await listTasksOfJob(jobId, { taskStatus: 'IN_PROGRESS' }, call)
			: ok({ tasks: [] });
	if (!running.ok) return running;
	const now = platformNow();
	const { tasks, shortfall }: TaskList = running.value;
	const figures = {
		failed: failed.value,
		succeeded: succeeded.value,
		canceled: canceled.value,
		stuck: tasks.filter(({ modified }) => isStuck(modified, rule, now)).length,
	};
	return ok({ figures, shortfall });
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
