import type { CallFault, Fault, IncompleteFault } from '../errors/faults';
import type { WatchEvent } from './events';
import { isFinished, isPlanned } from '../ota/jobs';
import type { Job, JobList } from '../ota/jobs';
import { findWatchedJobs, isGone, strayJob } from './jobs';
import type { Finding, LookTools } from './finding';
import { inspectJob } from './inspectJob';
import { blankMemory, boundedJobs, isForgotten, MOST_JOBS } from './memory';
import type { JobMemory, Memory } from './memory';
import { ANY_JOB, bounded, wasTold, withTasks } from './toldTasks';
import type { ToldTasks } from './toldTasks';
import { hasTimeout } from './timeout';
import { isSettled, turnsOf } from './turns';
import { ruleOf, watchKey } from './watch';
import type { Watch } from './watch';
import { alreadySo, crowdedJob, neverEnds } from './words';

/** What polling needs of the world around it. */
export interface PollTools extends LookTools {
	/** Whether there is time to look at another job. What is left waits for the next poll. */
	readonly hasTime: () => boolean;
}

/** What came of a poll. */
export interface Polled {
	/** What is to be told, oldest job of the list first. */
	readonly events: readonly WatchEvent[];
	/** What is known from now on; undefined when the first poll did not go through. */
	readonly memory: Memory | undefined;
	/** What kept the poll from seeing everything. What was not seen is not lost: the next poll sees it. */
	readonly fault: Fault | undefined;
	/** What the user should know beside the events: sentences without a full stop. */
	readonly notes: readonly string[];
}

/**
 * Looks once at every job of a watch. Each event is told once, however often polls fail, the process
 * restarts, or jobs vanish and come back: a job is remembered in one step with what was told of it, and what
 * was not read to its end leaves no trace.
 *
 * Requests: those of `findWatchedJobs`, and for every job that runs those of `inspectJob`; a job that has finished is
 * looked at once more and then never again. So 20 jobs of one package with 10,000 devices each take 41
 * requests in a poll that tells nothing (1 list, 2 counts a job), and 100 more, once, for each job that is
 * found to go wrong or well. With all that can count as failed they take 421 at most while lists hold still:
 * 1 list, 4 counts and 10 pages of tasks in progress a job, and 28 for the devices of each of 5 jobs, which
 * take turns. With failed tasks watched it is 1 for every 100 failed tasks of a job. Where stuck tasks do not
 * count, each job is asked for its timeout, once.
 *
 * @param memory what the poll before has left; undefined for the first one. The first poll takes note of
 * what is there, tells nothing of it unless `tellExisting` is set, and counts only when it sees everything.
 */
export async function poll(
	watch: Watch,
	memory: Memory | undefined,
	tools: PollTools,
): Promise<Polled> {
	const jobs = await findWatchedJobs(watch.scope, tools.call);
	if (!jobs.ok) {
		// What was there and is gone has no events any more; what never was there is a slip of the user.
		const fault = memory && isGone(jobs.fault) ? undefined : jobs.fault;
		return { events: [], memory, fault, notes: [] };
	}
	// What is watched already goes on being watched.
	const stray = memory ? undefined : strayJob(watch.scope, jobs.value);
	if (stray) return { events: [], memory, fault: stray, notes: [] };
	const round = new Round(watch, memory, jobs.value.jobs, tools);
	for (const job of jobs.value.jobs) await round.visit(job);
	return round.result(jobs.value);
}

/** One round through the jobs, and the memory as it grows on the way. */
class Round {
	private readonly before: Memory;
	private readonly jobs: Map<string, JobMemory>;
	private readonly tasks: Map<string, ToldTasks>;
	private readonly events: WatchEvent[] = [];
	private readonly notes: string[] = [];
	private fault: CallFault | undefined;
	private shortfall: IncompleteFault | undefined;
	private hasLeftJobs = false;
	private readonly quiet: boolean;
	/** The jobs whose devices are looked at. */
	private readonly turns: ReadonlySet<string>;

	constructor(
		private readonly watch: Watch,
		private readonly memory: Memory | undefined,
		listed: readonly Job[],
		private readonly tools: PollTools,
	) {
		this.before = memory ?? blankMemory(watchKey(watch));
		this.jobs = new Map(this.before.jobs.entries);
		this.tasks = new Map(this.before.tasks);
		this.quiet = memory === undefined && !watch.tellExisting;
		this.turns = turnsOf(listed, watch.event, this.before);
	}

	async visit(job: Job): Promise<void> {
		const known = this.before.jobs.entries.get(job.jobId);
		if (isPlanned(job) || known?.done || this.wasForgotten(job, known)) return;
		if (this.isHistory(job)) {
			this.remember(job, known, { events: [], done: true, tasks: [] });
			return;
		}
		if (this.mustLeave()) {
			this.hasLeftJobs = true;
			return;
		}
		const { event } = this.watch;
		const looks = this.turns.has(job.jobId);
		const found = await inspectJob(
			job,
			event,
			{
				...{ job: known, quiet: this.quiet, looks },
				settled: isSettled(known, event, looks, this.tools.platformNow()),
				isKnownTask: (task) => wasTold(this.before.tasks, job.jobId, task),
			},
			this.tools,
		);
		if (found.ok) {
			this.remember(job, known, found.value);
			await this.warnOfHanging(job);
		} else if (!isGone(found.fault)) this.fault ??= found.fault;
	}

	result({ jobs: listed, shortfall = this.shortfall }: JobList): Polled {
		const { before, events, notes } = this;
		if (this.fault && !this.memory) {
			return { events: [], memory: undefined, fault: this.fault, notes: [] };
		}
		// What 1.0.0 remembered is by now known by job.
		if (!this.fault && !this.hasLeftJobs) this.tasks.delete(ANY_JOB);
		const told = bounded(this.tasks, new Set(listed.map(({ jobId }) => jobId)));
		const jobs = boundedJobs({ ...before.jobs, entries: this.jobs }, MOST_JOBS);
		return {
			events,
			memory: { watch: before.watch, jobs, tasks: told.tasks },
			fault: this.fault ?? shortfall,
			notes: [...notes, ...told.crowded.map(crowdedJob)],
		};
	}

	private wasForgotten(job: Job, known: JobMemory | undefined): boolean {
		return !known && isFinished(job) && isForgotten(this.before.jobs, job.created);
	}

	/** A job that had finished before the watch began: nothing of it can be stopped any more. */
	private isHistory(job: Job): boolean {
		const { kind } = this.watch.event;
		const isForStopping = kind === 'jobGoesWrong' || kind === 'taskFailed';
		return !this.memory && isFinished(job) && isForStopping;
	}

	/** Names a job once in which nothing ends a task that hangs, nor counts it as failed. */
	private async warnOfHanging({ jobId }: Job): Promise<void> {
		const entry = this.jobs.get(jobId);
		const rule = ruleOf(this.watch.event);
		if (rule?.stuckAfter !== 0 || !entry || entry.done || entry.asked) return;
		const isBounded = await hasTimeout(jobId, this.tools.call);
		if (isBounded === undefined) return;
		this.jobs.set(jobId, { ...entry, asked: true });
		if (!isBounded) this.notes.push(neverEnds(jobId));
	}

	/**
	 * A no of the platform may concern one job; anything else would meet the next one too. The first poll has
	 * to see everything, unless what it does not see is to be told later anyhow.
	 */
	private mustLeave(): boolean {
		if (this.fault && this.fault.kind !== 'refused') return true;
		return !this.quiet && !this.tools.hasTime();
	}

	private remember(job: Job, known: JobMemory | undefined, found: Finding): void {
		const { jobId, created } = job;
		const now = this.tools.platformNow();
		const { events, told, shortfall } = found;
		for (const event of events) this.events.push(event);
		this.shortfall ??= shortfall;
		if (found.done) {
			this.jobs.set(jobId, { at: Number.isNaN(created) ? now : created, done: true });
			this.tasks.delete(jobId);
			return;
		}
		this.jobs.set(jobId, {
			...known,
			at: now,
			...(told === undefined ? {} : { told }),
			...(this.turns.has(jobId) ? { looked: now } : {}),
			...(isFinished(job) ? { ended: known?.ended ?? now } : {}),
		});
		const tasks = withTasks(this.tasks.get(jobId), found.tasks);
		if (tasks) this.tasks.set(jobId, tasks);
		const { kind } = this.watch.event;
		if (this.quiet && told !== undefined) this.notes.push(alreadySo(kind, jobId, told));
	}
}
