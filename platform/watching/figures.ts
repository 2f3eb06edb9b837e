import { countStates } from '../ota/counts';
import type { Task } from '../ota/tasks';
import { isStuck, MINUTE } from './judge';
import type { CountingRule, Figures } from './judge';
import type { OfflineLook } from './offline';

/** Tasks that are known, and how many there are of their kind: fewer are known where a list is long. */
interface Part {
	readonly tasks: readonly Task[];
	readonly count: number;
}

/** The tasks of a job by what matters to its judgement. */
export interface Parts {
	readonly failed: number;
	readonly canceled: number;
	readonly succeeded: Part;
	/** In progress. */
	readonly running: Part;
}

/** The parts of a job all of whose tasks are known. */
export function partsOf(tasks: readonly Task[]): Parts {
	const counts = countStates(tasks.map(({ taskStatus }) => taskStatus));
	const whole = (state: string): Part => {
		const found = tasks.filter(({ taskStatus }) => taskStatus === state);
		return { tasks: found, count: found.length };
	};
	return {
		failed: counts.FAILED,
		canceled: counts.CANCELED,
		succeeded: whole('SUCCEEDED'),
		running: whole('IN_PROGRESS'),
	};
}

/**
 * The figures of a job. What was found among the tasks that are known, and among the devices that were
 * looked at, is taken to be found as often among the others.
 * @param now ms since 1970 by the platform's clock
 */
export function figuresOf(
	{ failed, canceled, succeeded, running }: Parts,
	rule: CountingRule,
	look: OfflineLook,
	now: number,
): Figures {
	const hasToBeProven = rule.offlineAfter > 0;
	const proven = hasToBeProven ? partOf(succeeded, (task) => isProven(task, rule, now)) : succeeded;
	const hanging = partOf(running, (task) => hangs(task, rule, now));
	return {
		...{ failed, canceled },
		succeeded: succeeded.count,
		proven: proven.count,
		offline: offlineIn(proven, look),
		stuck: partOf(running, ({ modified }) => isStuck(modified, rule, now)).count,
		silent: offlineIn(hanging, look),
	};
}

/** Whether a success is so long ago that its device, had it gone offline at once, would count as offline. */
export function isProven({ modified }: Task, { offlineAfter }: CountingRule, now: number): boolean {
	return now - modified > offlineAfter * MINUTE;
}

/** Whether a task in progress is without a change for so long that its device may be offline, and not stuck. */
export function hangs(task: Task, rule: CountingRule, now: number): boolean {
	return rule.offlineAfter > 0 && isProven(task, rule, now) && !isStuck(task.modified, rule, now);
}

/** Those of a part that are so, as many as that comes to for all of it. */
function partOf({ tasks, count }: Part, isSo: (task: Task) => boolean): Part {
	const found = tasks.filter(isSo);
	return { tasks: found, count: scaled(found.length, tasks.length, count) };
}

function offlineIn({ tasks, count }: Part, { lookedAt, offline }: OfflineLook): number {
	const seen = tasks.filter(({ iotId }) => lookedAt.has(iotId));
	const found = seen.filter(({ iotId }) => offline.has(iotId));
	return scaled(found.length, seen.length, count);
}

/** How many of so many that comes to, if so many were found among those that were seen. */
function scaled(found: number, seen: number, count: number): number {
	return found === 0 ? 0 : Math.round((found / seen) * count);
}
