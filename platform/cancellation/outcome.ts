import { meaningOf } from '../errors/codes';
import { CANCELLABLE, FINISHED } from '../taskStatus';
import type { FoundDevice, FoundTask } from './lookUp';
import type { RequestResult } from './run';

/** What became of one device. */
export type Outcome =
	/** The platform took the cancel. Nobody has looked whether it is done. */
	| 'accepted'
	/** A look-up after the cancel shows no task left that could still run. */
	| 'cancelled'
	/** The task is in a state that cannot be cancelled: the device is installing. */
	| 'notCancellable'
	/** There is no unfinished task. */
	| 'nothingToCancel'
	/** The platform does not know the device. */
	| 'notFound'
	/** The platform refused, or the request surely did not arrive. */
	| 'failed'
	/** An attempt got no answer and may have been carried out, so nobody knows. */
	| 'unknown'
	/** Not sent. */
	| 'skipped';

/** The outcome of each device of a request, from the platform's answer alone. */
export function outcomeOf(result: RequestResult): Outcome {
	if (result.kind === 'accepted') return 'accepted';
	const { fault, request } = result;
	// A code that speaks of one device says nothing about each of several.
	const isAlone = result.kind === 'failed' && request.deviceNames.length === 1;
	const meaning = fault.kind === 'refused' && isAlone ? meaningOf(fault.code) : undefined;
	const isNotFound = meaning?.kind === 'notFound' && meaning.devices && !meaning.nothingToCancel;
	if (isNotFound) return 'notFound';
	// Whatever came last, an earlier attempt may have been carried out.
	if (result.doubt === 'unanswered') return 'unknown';
	if (result.kind === 'skipped') return 'skipped';
	if (!meaning?.nothingToCancel) return 'failed';
	return meaning.kind === 'state' && meaning.devices ? 'notCancellable' : 'nothingToCancel';
}

/** Whether a refusal is worth a look-up, because the task may be finished or cancelled already. */
export function isWorthALook(result: RequestResult): boolean {
	return (
		result.kind === 'failed' &&
		result.fault.kind === 'refused' &&
		meaningOf(result.fault.code)?.nothingToCancel === true
	);
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
	if (found.kind === 'refused') return outcomeOf(result);
	const states = new Set(found.tasks.map(({ taskStatus }) => taskStatus));
	const some = (words: readonly string[]) => words.some((word) => states.has(word));
	const accepted = result.kind === 'accepted';

	if (states.has('IN_PROGRESS')) return 'notCancellable';
	if (some(CANCELLABLE)) {
		if (accepted) return 'accepted';
		// A cancel takes a moment to reach the tasks, also one that got no answer.
		return result.doubt === 'unanswered' ? 'unknown' : 'failed';
	}
	if ([...states].some((state) => !FINISHED.includes(state))) return outcomeOf(result);
	if (accepted) return some(['CANCELED']) || states.size === 0 ? 'cancelled' : 'nothingToCancel';
	return wasCancelledByThisRun(result, found.tasks, since) ? 'cancelled' : 'nothingToCancel';
}

/** Clocks that are set by NTP differ by less. Ms. */
const CLOCK_TOLERANCE = 2_000;

/** Whether a refused device was cancelled all the same by an attempt of this run: the task itself tells. */
function wasCancelledByThisRun(
	{ doubt }: RequestResult,
	tasks: readonly FoundTask[],
	since: number,
): boolean {
	const cancelled = tasks.filter(({ taskStatus }) => taskStatus === 'CANCELED');
	if (doubt === 'unanswered') return cancelled.length > 0;
	return (
		doubt === 'halved' && cancelled.some(({ modified }) => modified >= since - CLOCK_TOLERANCE)
	);
}

/** What a cancel would do to a device, from what a look-up found. */
export function outcomeOfPreview(found: FoundDevice): Outcome {
	if (found.kind === 'refused') {
		return meaningOf(found.fault.code)?.kind === 'notFound' ? 'notFound' : 'failed';
	}
	const unfinished = found.tasks
		.map(({ taskStatus }) => taskStatus)
		.filter((state) => !FINISHED.includes(state));
	if (unfinished.length === 0) return 'nothingToCancel';
	return unfinished.every((state) => CANCELLABLE.includes(state)) ? 'cancelled' : 'notCancellable';
}

/** Whether a device ended as the user wished. */
export function isSuccess(outcome: Outcome, nothingToCancelIsSuccess: boolean): boolean {
	return (
		outcome === 'accepted' ||
		outcome === 'cancelled' ||
		(outcome === 'nothingToCancel' && nothingToCancelIsSuccess)
	);
}
