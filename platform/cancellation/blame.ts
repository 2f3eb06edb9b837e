import type { CallFault, RefusedFault } from '../errors/faults';

/** What the cause of a refusal can be. */
type Blame =
	/** The state or absence of devices in it. */
	| 'states'
	/** Devices in it, for another reason. */
	| 'devices'
	/** Devices in it or the request as a whole: the code does not tell. */
	| 'unclear'
	/** The request as a whole, or the way to the platform: no smaller request passes. */
	| 'request';

/** Tells what a fault of a cancel may come from. */
export function blameOf(fault: CallFault): Blame {
	if (fault.kind !== 'refused') return 'request';
	const { meaning } = fault;
	if (!meaning) return isOfServer(fault) ? 'request' : 'unclear';
	if (meaning.nothingToCancel || (meaning.devices && meaning.kind === 'notFound')) return 'states';
	if (meaning.devices) return 'devices';
	return meaning.perhapsDevices ? 'unclear' : 'request';
}

/** Whether two refusals say the same. */
export function isAlike(left: CallFault, right: CallFault): boolean {
	return (
		left.kind === 'refused' &&
		right.kind === 'refused' &&
		left.code.toLowerCase() === right.code.toLowerCase()
	);
}

function isOfServer({ status }: RefusedFault): boolean {
	return status === 429 || status >= 500;
}
