import { TASKS_PER_PAGE } from '../catalog/otaTask';
import type { CallAction } from '../client/callAction';
import { badInput } from '../errors/faults';
import type { CallFault, Fault } from '../errors/faults';
import { chunkNames } from '../lists/chunks';
import { countTasks } from '../ota/counts';
import { isPlanned, listJobsOfPackage } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { listTasksOfJob } from '../ota/tasks';
import type { Task } from '../ota/tasks';
import { inParallel } from '../parallel';
import { fail, ok } from '../result';
import type { Result } from '../result';
import type { Ends } from './source';
import type { ReissueTools } from './tools';

/** What the jobs of a package tell that were created since the old job was. */
export interface LaterJobs {
	/** The tasks of the devices asked for, those of one device in the order of the jobs. */
	readonly tasks: readonly Task[];
	/** A job that does not show all of its tasks yet, so that any device may be in it; absent when there is none. */
	readonly unsettled?: Job;
}

/**
 * A job that is older shows all of its tasks. Nobody states how long that takes: five minutes, and the fifteen
 * by which the clock of this computer may differ (PROTOCOL section 3). Ms.
 */
const FRESH_FOR = 20 * 60_000;

/** Between the looks at a fresh job, whose tasks are all there once two looks count as many. Ms. */
const PAUSES = [2_000, 4_000, 8_000];

const READS_AT_ONCE = 5;

/** Bytes of URL for the names of one list; leaves 1.5 KB of the 7.5 KB for all else. */
const BYTES_FOR_NAMES = 6_000;

/**
 * Looks for devices in the jobs of a package that were created when the old job was or later, other than that
 * one. Requests: 1 for every 200 jobs of the package, and for each of the later jobs 1, with 1 more for every
 * 100 of its tasks or every 100 devices, whichever are fewer. A job of the last twenty minutes is counted until
 * two looks agree, for up to 14 seconds. Source: the platform's pages ListOTAJobByFirmware and ListOTATaskByJob.
 * @param own jobs that this run has created itself, and thus knows
 */
export async function findInLaterJobs(
	{ source, target }: Ends,
	deviceNames: readonly string[],
	own: ReadonlySet<string>,
	tools: ReissueTools,
): Promise<Result<LaterJobs, Fault>> {
	const listed = await listLaterJobs({ source, target }, tools.call);
	if (!listed.ok) return listed;
	const jobs = listed.value;
	const now = tools.platformNow();
	const fresh = jobs.filter(({ jobId, created }) => !own.has(jobId) && now - created < FRESH_FOR);
	const unsettled = await findUnsettled(fresh, tools);
	if (!unsettled.ok) return unsettled;
	const lists = await inParallel(
		jobs,
		READS_AT_ONCE,
		async ({ jobId }) => await tasksOf(jobId, deviceNames, tools.call),
	);
	const tasks: Array<readonly Task[]> = [];
	for (const list of lists) {
		if (!list.ok) return list;
		tasks.push(list.value);
	}
	return ok({ tasks: tasks.flat(), unsettled: jobs.find(isPlanned) ?? unsettled.value });
}

async function listLaterJobs(
	{ source, target }: Ends,
	call: CallAction,
): Promise<Result<Job[], Fault>> {
	const list = await listJobsOfPackage(target.firmwareId, call);
	if (!list.ok) return list;
	const { shortfall, jobs: all } = list.value;
	if (shortfall) return fail(shortfall);
	const jobs = all.filter(
		({ jobId, productKey }) =>
			jobId !== source.jobId && [source.productKey, ''].includes(productKey),
	);
	if (jobs.some(({ jobId, created }) => jobId === '' || Number.isNaN(created))) {
		return fail(
			badInput(
				'OTA Job',
				'cannot be put right, since the platform lists a job of the package without its ID or time',
				'Without them nobody can tell which devices are in a new job already, so nothing was created. Use Create Static for the devices instead.',
			),
		);
	}
	return ok(jobs.filter(({ created }) => created >= source.created));
}

/** The first of some fresh jobs whose tasks do not stand still at a number above none. */
async function findUnsettled(
	fresh: readonly Job[],
	{ call, sleep, stopped }: ReissueTools,
): Promise<Result<Job | undefined, CallFault>> {
	const counts = new Map<Job, number>();
	let open = fresh;
	for (const pause of [0, ...PAUSES]) {
		if (open.length === 0 || stopped()) break;
		if (pause > 0) await sleep(pause);
		const moving: Job[] = [];
		for (const job of open) {
			const count = await countTasks(job.jobId, undefined, call);
			if (!count.ok) return count;
			if (count.value === 0 || counts.get(job) !== count.value) moving.push(job);
			counts.set(job, count.value);
		}
		open = moving;
	}
	return ok(open[0]);
}

/** The tasks of devices in a job: of all its devices where that takes fewer requests than to name them. */
async function tasksOf(
	jobId: string,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<Task[], CallFault>> {
	const count = await countTasks(jobId, undefined, call);
	if (!count.ok) return count;
	const portions = chunkNames(deviceNames, TASKS_PER_PAGE, BYTES_FOR_NAMES);
	const isShort = count.value <= portions.length * TASKS_PER_PAGE;
	const lists: Array<readonly Task[]> = [];
	for (const names of isShort ? [undefined] : portions) {
		const list = await listTasksOfJob(jobId, { deviceNames: names }, call);
		if (!list.ok) return list;
		if (list.value.shortfall) return fail(list.value.shortfall);
		lists.push(list.value.tasks);
	}
	const wanted = new Set(deviceNames);
	return ok(lists.flat().filter(({ deviceName }) => wanted.has(deviceName)));
}
