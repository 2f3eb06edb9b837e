import type { CallFault, Fault } from '../errors/faults';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { jobFinished, jobGoesWell, jobGoesWrong, taskFailed } from './events';
import type { WatchEvent } from './events';
import { isFinished, isPlanned } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { listTasksOfJob } from '../ota/tasks';
import { findWatchedJobs, strayJob } from './jobs';
import type { LookTools } from './finding';
import type { FailureRule, SuccessRule } from './judge';
import { inspectJob } from './inspectJob';
import { NO_LOOK } from './offline';
import { countAllTasks } from '../ota/counts';
import type { Watch, WatchedEvent } from './watch';

/** Failed tasks shown at most, and jobs searched for something to show. */
const MOST_TASKS_SHOWN = 10;
const MOST_JOBS_SEARCHED = 5;

const SAMPLE =
	'A sample of a job that does not go wrong, or has finished: it names no device, so that nothing is cancelled.';

const ALREADY =
	'This job goes wrong already: once the workflow is active, it starts it only after a further rise, unless Start With under Options is Existing Too.';

const SAMPLE_WELL =
	'A sample of a job that does not go well, or not yet: it would not start an active workflow.';

const ALREADY_WELL =
	'This job goes well already: once the workflow is active, it starts it only if Start With under Options is Existing Too.';

type Sample = Result<WatchEvent[], Fault>;

/**
 * Shows what an event of a watch looks like, with what is there now: of the youngest jobs that fit best.
 * Empty when the scope has no job, or no failed task. Someone who tries out a workflow may have wired a
 * cancel to it, so of a job that does not go wrong no devices are named, and a finished one is preferred.
 */
export async function manualSampleOf(watch: Watch, tools: LookTools): Promise<Sample> {
	const jobs = await findWatchedJobs(watch.scope, tools.call);
	if (!jobs.ok) return jobs;
	const stray = strayJob(watch.scope, jobs.value);
	if (stray) return fail(stray);
	const byAge = jobs.value.jobs
		.filter((job) => !isPlanned(job))
		.sort((a, b) => (b.created || 0) - (a.created || 0));
	const finished = byAge.filter(isFinished);
	const running = byAge.filter((job) => !isFinished(job));
	switch (watch.event.kind) {
		case 'jobGoesWrong':
			return await badJob({ running, finished }, watch.event.rule, watch.tellExisting, tools);
		case 'jobGoesWell':
			return await goodJob([...running, ...finished], watch.event.rule, watch.tellExisting, tools);
		case 'taskFailed':
			return await failedTasks([...running, ...finished], tools);
		case 'jobFinished':
			return await anEnd([...finished, ...running], tools);
	}
}

async function badJob(
	{ running, finished }: Readonly<Record<'running' | 'finished', readonly Job[]>>,
	rule: FailureRule,
	tellExisting: boolean,
	tools: LookTools,
): Promise<Sample> {
	const found = await firstTold(running, { kind: 'jobGoesWrong', rule }, tools);
	if (!found.ok) return found;
	if (found.value.length > 0) {
		return ok(found.value.map((event) => (tellExisting ? event : warned(event))));
	}
	const [job] = [...finished, ...running];
	if (!job) return ok([]);
	const tasks = await listTasksOfJob(job.jobId, {}, tools.call);
	if (!tasks.ok) return tasks;
	const judging = { rule, look: NO_LOOK, now: tools.platformNow() };
	const { event } = jobGoesWrong(job, tasks.value, judging);
	return ok([{ ...event, deviceNames: [], message: SAMPLE }]);
}

async function goodJob(
	jobs: readonly Job[],
	rule: SuccessRule,
	tellExisting: boolean,
	tools: LookTools,
): Promise<Sample> {
	const found = await firstTold(jobs, { kind: 'jobGoesWell', rule }, tools);
	if (!found.ok) return found;
	if (found.value.length > 0) {
		return ok(found.value.map((event) => (tellExisting ? event : warned(event))));
	}
	const [job] = jobs;
	if (!job) return ok([]);
	const tasks = await listTasksOfJob(job.jobId, {}, tools.call);
	if (!tasks.ok) return tasks;
	const judging = { rule, look: NO_LOOK, now: tools.platformNow() };
	const { event } = jobGoesWell(job, tasks.value.tasks, judging);
	return ok([{ ...event, message: SAMPLE_WELL }]);
}

/** What an active workflow would be told of the first of these jobs of which it would be told. */
async function firstTold(
	jobs: readonly Job[],
	event: WatchedEvent,
	tools: LookTools,
): Promise<Result<readonly WatchEvent[], CallFault>> {
	const isKnownTask = () => false;
	const before = { job: undefined, isKnownTask, quiet: false, looks: true, settled: true };
	for (const job of jobs.slice(0, MOST_JOBS_SEARCHED)) {
		const found = await inspectJob(job, event, before, tools);
		if (!found.ok) return found;
		if (found.value.events.length > 0) return ok(found.value.events);
	}
	return ok([]);
}

/** The same event, which tells that an active workflow would not be started by it. */
function warned(event: WatchEvent): WatchEvent {
	if (event.event === 'jobGoesWrong') return { ...event, message: `${event.message} ${ALREADY}` };
	if (event.event !== 'jobGoesWell') return event;
	return { ...event, message: `${event.message} ${ALREADY_WELL}` };
}

async function failedTasks(jobs: readonly Job[], { call }: LookTools): Promise<Sample> {
	const found: WatchEvent[] = [];
	for (const job of jobs.slice(0, MOST_JOBS_SEARCHED)) {
		const wanted = { taskStatus: 'FAILED', limit: MOST_TASKS_SHOWN - found.length } as const;
		const tasks = await listTasksOfJob(job.jobId, wanted, call);
		if (!tasks.ok) return tasks;
		found.push(...tasks.value.tasks.map((task) => taskFailed(job, task)));
		if (found.length >= MOST_TASKS_SHOWN) break;
	}
	return ok(found);
}

async function anEnd([job]: readonly Job[], { call }: LookTools): Promise<Sample> {
	if (!job) return ok([]);
	const counts = await countAllTasks(job.jobId, call);
	return counts.ok ? ok([jobFinished(job, counts.value)]) : counts;
}
