import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { countTasks } from '../ota/counts';
import { sampleTasksOfJob } from '../ota/tasks';
import type { Task, TaskList } from '../ota/tasks';
import { ok } from '../result';
import type { Result } from '../result';
import { figuresOf, hangs, isProven } from './figures';
import type { Parts } from './figures';
import type { LookTools } from './finding';
import type { CountingRule, Figures } from './judge';
import { lookAtDevices, NO_LOOK } from './offline';
import type { OfflineLook } from './offline';

/** Pages of 100 tasks in progress that a glance reads at most. */
export const MOST_RUNNING_PAGES = 10;

/** Pages of 100 tasks that succeeded that a glance reads at most, for the devices to look at. */
export const MOST_SUCCEEDED_PAGES = 8;

/** Devices of hanging tasks looked at beside those at most: with them 1,000 devices in all. */
const MOST_HANGING = 200;

/** The figures of a job, as far as they matter. */
export interface Glance {
	readonly figures: Figures;
	readonly look: OfflineLook;
	readonly shortfall?: IncompleteFault;
	/** Why devices could not be looked at; the figures lack offline ones then. */
	readonly fault?: CallFault;
}

/** What a glance is for. */
interface Purpose {
	readonly rule: CountingRule;
	/** Whether devices are to be looked at, if the rule asks for it. */
	readonly looks: boolean;
	/**
	 * Whether reading lists can bring news.
	 * @param fewest the figures with no failure but those that are counted
	 * @param most the figures if all that may be a failure is one
	 */
	readonly matters: (fewest: Figures, most: Figures) => boolean;
}

/**
 * The figures that a rule asks for, with as few requests as that takes: 2 counts, with cancelled tasks counted
 * 3, with stuck or offline ones 1 more. Only if those could bring news, at most 10 for tasks in progress, and
 * for offline devices at most 28: 8 pages of tasks that succeeded, and the states of 1,000 devices.
 */
export async function glance(
	jobId: string,
	{ rule, looks, matters }: Purpose,
	{ call, platformNow }: LookTools,
): Promise<Result<Glance, CallFault>> {
	const seeksOffline = looks && rule.offlineAfter > 0;
	const hangingCounts = rule.stuckAfter > 0 || seeksOffline;
	const counted = await countParts(jobId, rule.countCanceled, hangingCounts, call);
	if (!counted.ok) return counted;
	const { succeeded, running } = counted.value;
	const figures = (parts: Parts, look: OfflineLook) => figuresOf(parts, rule, look, platformNow());
	const fewest = { ...figures(counted.value, NO_LOOK), proven: succeeded.count };
	const offline = seeksOffline ? succeeded.count : 0;
	const isOpen = running.count > 0 || offline > 0;
	if (!isOpen || !matters(fewest, { ...fewest, stuck: running.count, offline })) {
		return ok({ figures: fewest, look: NO_LOOK });
	}
	const inProgress = await known(jobId, 'IN_PROGRESS', running.count, call);
	if (!inProgress.ok) return inProgress;
	const done = await known(jobId, 'SUCCEEDED', offline, call);
	if (!done.ok) return done;
	const parts: Parts = {
		...counted.value,
		running: { tasks: inProgress.value.tasks, count: running.count },
		succeeded: { tasks: done.value.tasks, count: succeeded.count },
	};
	const shortfall = inProgress.value.shortfall ?? done.value.shortfall;
	const wanted = seeksOffline ? devicesToLookAt(parts, rule, platformNow()) : [];
	const look = await lookAtDevices(wanted, rule.offlineAfter, platformNow(), call);
	if (!look.ok) {
		return ok({ figures: figures(parts, NO_LOOK), look: NO_LOOK, shortfall, fault: look.fault });
	}
	const lacks = shortfall ?? look.value.shortfall;
	return ok({ figures: figures(parts, look.value), look: look.value, shortfall: lacks });
}

/** Counts the tasks of a job that a rule asks for; none of them is known by itself yet. */
async function countParts(
	jobId: string,
	countCanceled: boolean,
	hangingCounts: boolean,
	call: CallAction,
): Promise<Result<Parts, CallFault>> {
	const failed = await countTasks(jobId, 'FAILED', call);
	if (!failed.ok) return failed;
	const succeeded = await countTasks(jobId, 'SUCCEEDED', call);
	if (!succeeded.ok) return succeeded;
	const canceled = countCanceled ? await countTasks(jobId, 'CANCELED', call) : ok(0);
	if (!canceled.ok) return canceled;
	const running = hangingCounts ? await countTasks(jobId, 'IN_PROGRESS', call) : ok(0);
	if (!running.ok) return running;
	return ok({
		failed: failed.value,
		canceled: canceled.value,
		succeeded: { tasks: [], count: succeeded.value },
		running: { tasks: [], count: running.value },
	});
}

async function known(
	jobId: string,
	state: 'IN_PROGRESS' | 'SUCCEEDED',
	count: number,
	call: CallAction,
): Promise<Result<TaskList, CallFault>> {
	const pages = state === 'IN_PROGRESS' ? MOST_RUNNING_PAGES : MOST_SUCCEEDED_PAGES;
	return count === 0
		? ok({ tasks: [] })
		: await sampleTasksOfJob(jobId, state, { count, pages }, call);
}

function devicesToLookAt({ succeeded, running }: Parts, rule: CountingRule, now: number): Task[] {
	const proven = succeeded.tasks.filter((task) => isProven(task, rule, now));
	const hanging = running.tasks.filter((task) => hangs(task, rule, now));
	return [...proven, ...spread(hanging, MOST_HANGING)];
}

/** So many of a list at most, spread evenly over it. */
function spread(tasks: readonly Task[], most: number): Task[] {
	const before = (place: number) => Math.floor((place * most) / tasks.length);
	if (tasks.length <= most) return [...tasks];
	return tasks.filter((_, place) => before(place + 1) > before(place));
}
