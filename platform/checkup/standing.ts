import type { CallFault, RefusedFault } from '../errors/faults';
import { isTurnedAway } from '../errors/faults';
import { isDocumented } from '../errors/codes';
import type { Asked } from './asking';

/** How far a read got. */
export type Standing =
	/** The action answered, be it with its own no: the key may call it. */
	| 'allowed'
	/** The key may not call the action. */
	| 'denied'
	/** The instance does not have the action. */
	| 'absent'
	/** The gateway did not take the request as it was sent. */
	| 'notTaken'
	/** Anything else: nothing can be said. */
	| 'unclear';

/** How far a read got, by its answer. */
export function standingOf({ outcome, raw }: Pick<Asked, 'outcome' | 'raw'>): Standing {
	if (outcome.ok) return 'allowed';
	const { fault } = outcome;
	if (fault.kind === 'refused') return standingByCode(fault);
	if (fault.kind !== 'unreadable') return 'unclear';
	if (fault.found === 'xml') return standingOfXml(raw?.body ?? '');
	return isTurnedAway(fault.status) ? 'notTaken' : 'unclear';
}

const ABSENT = /^(?:InvalidAction|InvalidApi|UnsupportedOperation$|iot\.common\.APINotSupported)/i;
const OF_ACTION = /^iot\./i;

/** Kinds of codes that say nothing of the action nor of how the request was written. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
	...['auth', 'clock', 'signature', 'throttle', 'transient'],
]);

function standingByCode({ code, meaning, signed }: RefusedFault): Standing {
	// Changed on its way: another method may get through.
	if (signed && signed.kind !== 'same') return 'notTaken';
	if (meaning?.kind === 'permission') return 'denied';
	if (ABSENT.test(code)) return 'absent';
	if (meaning && BESIDE_THE_POINT.has(meaning.kind)) return 'unclear';
	if (OF_ACTION.test(code)) return 'allowed';
	return meaning ? 'notTaken' : 'unclear';
}

const XML_YES = /<Success>\s*true\s*<\/Success>/i;
const XML_CODE = /<Code>\s*([^<]*?)\s*<\/Code>/i;

function standingOfXml(body: string): Standing {
	if (XML_YES.test(body)) return 'allowed';
	const code = codeInXml(body);
	return OF_ACTION.test(code) ? 'allowed' : code === '' ? 'unclear' : 'notTaken';
}

function codeInXml(body: string): string {
	return XML_CODE.exec(body.slice(0, 10_000))?.[1] ?? '';
}

/** What ended a read in a word or two, such as its code; empty for a yes. Holds no text of the platform. */
export function reasonFor({ outcome, raw }: Asked): string {
	return outcome.ok ? '' : wordsFor(outcome.fault, raw?.body ?? '');
}

function wordsFor(fault: CallFault, body: string): string {
	switch (fault.kind) {
		case 'refused':
			return tellable(fault.code);
		case 'network':
			return fault.cause || 'no answer';
		case 'unreadable':
			return (fault.found === 'xml' && tellable(codeInXml(body))) || `HTTP status ${fault.status}`;
		case 'incomplete':
		case 'stopped':
			return 'not asked';
	}
}

/** A code as it may be shown: one that nobody documented may hold anything, so it is not told. */
function tellable(code: string): string {
	if (code === '') return '';
	return isDocumented(code) || /^Missing[A-Z][a-z]+(?:[A-Z][a-z]+){0,3}$/.test(code)
		? code
		: 'an undocumented code';
}
