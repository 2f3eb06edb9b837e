import { ACTIONS, isAction } from '../catalog';
import type { Effect } from '../catalog';
import { isTurnedAway } from '../errors/faults';
import type { CallFault, UnreadableFault } from '../errors/faults';

/** Whether and when another attempt is made. */
export type Repeat = 'never' | 'atOnce' | 'withOwnTime' | 'later';

/** Network faults that come back the same however often one asks. */
const LASTING = new Set(['certificate', 'notHttps', 'blocked']);

/**
 * Whether and how another attempt can help. `atOnce` is for a nonce that only this attempt had, and is tried
 * a single time; `withOwnTime` is for a time, which has to be learned first.
 */
export function howToRepeat(fault: CallFault): Repeat {
	switch (fault.kind) {
		case 'network':
			return LASTING.has(fault.reason) ? 'never' : 'later';
		case 'unreadable':
			return isLasting(fault) ? 'never' : 'later';
		case 'refused': {
			const { meaning } = fault;
			if (meaning?.kind === 'clock') return meaning.retry ? 'withOwnTime' : 'never';
			if (meaning?.kind === 'signature') return meaning.retry ? 'atOnce' : 'never';
			return meaning?.retry || fault.status === 429 || fault.status >= 500 ? 'later' : 'never';
		}
		case 'incomplete':
		case 'stopped':
			return 'never';
	}
}

/** Whether the platform asks for fewer requests. */
export function isThrottling(fault: CallFault): boolean {
	return (
		(fault.kind === 'refused' || fault.kind === 'unreadable') &&
		(fault.status === 429 || (fault.kind === 'refused' && fault.meaning?.kind === 'throttle'))
	);
}

const LASTING_BODIES: ReadonlySet<string> = new Set(['redirect', 'openApi', 'tooLarge', 'tooDeep']);

/** Whether it comes back however often one asks. */
function isLasting({ found, status }: UnreadableFault): boolean {
	return LASTING_BODIES.has(found) || (isTurnedAway(status) && status !== 429);
}

/** Answers of somebody who did not pass the request on to the action. */
const NEVER_DONE: ReadonlySet<string> = new Set(['redirect', 'openApi', 'proxy']);

/**
 * Whether a fault would come back for every other request too. A refused time has lasted by then: it was tried
 * with the platform's own.
 */
export function isFatal(fault: CallFault): boolean {
	if (fault.kind === 'stopped') return true;
	if (fault.kind !== 'refused') return false;
	const kind = fault.meaning?.kind;
	return kind === 'auth' || kind === 'signature' || kind === 'clock';
}

/** Whether the platform may have carried out an attempt that ended in this fault. */
export function mayHaveBeenDone(fault: CallFault): boolean {
	switch (fault.kind) {
		case 'network':
			return ['timeout', 'reset', 'other'].includes(fault.reason);
		case 'unreadable':
			return !NEVER_DONE.has(fault.found) && !isTurnedAway(fault.status);
		case 'refused': {
			const kind = fault.meaning?.kind;
			return kind !== 'throttle' && (fault.status >= 500 || kind === 'transient');
		}
		case 'incomplete':
		case 'stopped':
			return false;
	}
}

/** Whether doing it again, after such a fault, would make a second one of what may have been made, or have it done twice. */
export function makesTwo(action: string, fault: CallFault): boolean {
	return isAction(action) && doesAnew(ACTIONS[action].effect) && mayHaveBeenDone(fault);
}

/** Whether a call that ended in this fault may have been carried out, and may not be made again then. */
export function mustNotRepeat(
	{ action, once }: { readonly action: string; readonly once?: true },
	fault: CallFault,
): boolean {
	return makesTwo(action, fault) || (once === true && mayHaveBeenDone(fault));
}

function doesAnew(effect: Effect): boolean {
	return effect === 'create' || effect === 'invoke';
}
