import { CANCELLABLE, FINISHED } from '../catalog/taskStatus';
import type { Task } from '../ota/tasks';
import type { FoundDevice } from './found';
import { isWaiting } from './found';
import type { Doubt, RequestResult } from './requestResult';

/** What became of one device. */
export type Outcome =
	/** The platform took the cancel. Nobody has looked whether it is done. */
	| 'accepted'
	/** A look-up shows that its task was cancelled since the run began, and that none is left that could run. */
	| 'cancelled'
	/** The task is in a state that cannot be cancelled: the device is installing. */
	| 'notCancellable'
	/** There is no unfinished task. */
	| 'nothingToCancel'
	/** The platform does not know the device. */
	| 'notFound'
	/** The platform refused it alone or the request as a whole, or the request surely did not arrive. */
	| 'failed'
	/** An attempt got no answer and may have been carried out, so nobody knows. */
	| 'unknown'
	/** Not sent, or not tried again after a refusal, because the run ended before. */
	| 'skipped';

/** The outcome of a device from the platform's answer alone. */
export function outcomeOf(result: RequestResult): Outcome {
	if (result.kind === 'accepted') return 'accepted';
	if (result.kind === 'spared') return 'nothingToCancel';
	const { fault, request } = result;
	// A code that speaks of one device says nothing about each of several.
	const isAlone = result.kind === 'failed' && request.deviceNames.length === 1;
	const meaning = fault.kind === 'refused' && isAlone ? fault.meaning : undefined;
	const isNotFound = meaning?.kind === 'notFound' && meaning.devices && !meaning.nothingToCancel;
	if (isNotFound) return 'notFound';
	// Whatever came last, an earlier attempt may have been carried out.
	if (result.doubt === 'unanswered') return 'unknown';
	if (result.kind === 'skipped') return 'skipped';
	if (!meaning?.nothingToCancel) return 'failed';
	return meaning.kind === 'state' && meaning.devices ? 'notCancellable' : 'nothingToCancel';
}

/**
 * The outcome of a device, from the platform's answer and what a look-up found after it.
 * @param since when the run began, ms since 1970 by the platform's clock
 */
export function outcomeAfterLookUp(
	result: RequestResult,
	found: FoundDevice,
	since: number,
): Outcome {
	if (found.kind === 'absent') return result.kind === 'accepted' ? 'accepted' : 'notFound';
	if (found.sees === 'part') return outcomeOf(result);
	const states = new Set(found.tasks.map(({ taskStatus }) => taskStatus));
	if (result.kind === 'skipped' && isWaiting(found)) return outcomeOf(result);
	if (states.has('IN_PROGRESS')) return 'notCancellable';
	if (isWaiting(found)) return outcomeWhileWaiting(result);
	if ([...states].some((state) => !FINISHED.includes(state))) return outcomeOf(result);
	if (result.kind === 'accepted') return outcomeOfAccepted(found.tasks, since);
	return outcomeInDoubt(result.doubt, found, since);
}

/** A cancel takes a moment to reach the tasks and the lists, also one that was refused in part or not answered. */
function outcomeWhileWaiting(result: RequestResult): Outcome {
	if (result.kind === 'accepted') return 'accepted';
	return result.doubt === 'none' ? 'failed' : 'unknown';
}

/**
 * The platform refuses a request whose time is further off than this, so the clock of a computer that it
 * accepts is not (PROTOCOL section 3). Ms.
 */
const LARGEST_SKEW = 15 * 60_000;

/** What became of a device whose cancel was accepted, none of whose tasks can run any more. */
function outcomeOfAccepted(tasks: readonly Task[], since: number): Outcome {
	const cancelled = tasks.filter(({ taskStatus }) => taskStatus === 'CANCELED');
	if (cancelled.some(({ modified }) => modified >= since - LARGEST_SKEW)) return 'cancelled';
	// A list may not show a task yet, or not tell when it changed: then nobody has seen the cancel.
	return tasks.length === 0 || cancelled.length > 0 ? 'accepted' : 'nothingToCancel';
}

/** Clocks that are set by NTP differ by less. Ms. */
const CLOCK_TOLERANCE = 2_000;

/** What became of a device that the platform did not accept, none of whose tasks can run any more. */
function outcomeInDoubt(
	doubt: Doubt,
	{ tasks, sees }: Extract<FoundDevice, { kind: 'found' }>,
	since: number,
): Outcome {
	if (doubt === 'none') return 'nothingToCancel';
	const cancelled = tasks.filter(({ taskStatus }) => taskStatus === 'CANCELED');
	if (cancelled.some(({ modified }) => modified >= since - CLOCK_TOLERANCE)) return 'cancelled';
	if (cancelled.some(({ modified }) => Number.isNaN(modified))) return 'unknown';
	// The task that an unanswered attempt may have cancelled is not among those that were seen.
	return doubt === 'unanswered' && sees === 'unfinished' ? 'unknown' : 'nothingToCancel';
}

/** What a cancel would do to a device, from what a look-up found. */
export function outcomeOfPreview(found: FoundDevice): Outcome {
	if (found.kind === 'absent') return 'notFound';
	const unfinished = found.tasks
		.map(({ taskStatus }) => taskStatus)
		.filter((state) => !FINISHED.includes(state));
	if (unfinished.length === 0) return found.sees === 'part' ? 'unknown' : 'nothingToCancel';
	return unfinished.every((state) => CANCELLABLE.includes(state)) ? 'cancelled' : 'notCancellable';
}
