import type { JsonObject } from './json';

/** Something the user entered cannot be used. Found before anything is sent. */
export interface InputFault {
	readonly kind: 'input';
	/** The field as the user sees it, e.g. `Device Names`. */
	readonly field: string;
	/** What is wrong with it, to be read after the field's name: `is empty`. */
	readonly what: string;
	/** What to do, as a sentence. */
	readonly fix: string;
}

/** The platform answered and said no. */
export interface RefusedFault {
	readonly kind: 'refused';
	/** As the platform spelled it; empty when it gave none. */
	readonly code: string;
	/** The platform's own text. May quote what was signed: show it only through `explain`. */
	readonly platformMessage: string;
	readonly requestId: string;
	readonly status: number;
	/** The answer as received. */
	readonly json: JsonObject;
}

/** Why no answer came. */
export type NetworkReason =
	| 'unknownHost'
	| 'refusedConnection'
	| 'unreachable'
	| 'timeout'
	| 'reset'
	| 'certificate'
	| 'notHttps'
	| 'blocked'
	| 'other';

/** No answer came. */
export interface NetworkFault {
	readonly kind: 'network';
	readonly reason: NetworkReason;
	/** The code that Node.js gave, e.g. `ECONNREFUSED`; empty when there was none. */
	readonly cause: string;
}

/** What came instead of an answer of this API. */
export type UnreadableBody = 'html' | 'xml' | 'empty' | 'cut' | 'redirect' | 'other';

/** Something answered, but not as this API does. */
export interface UnreadableFault {
	readonly kind: 'unreadable';
	readonly found: UnreadableBody;
	readonly status: number;
}

/** The user stopped the workflow before an answer came. */
export interface StoppedFault {
	readonly kind: 'stopped';
}

/** A list did not come whole, though each of its pages was answered. */
export interface IncompleteFault {
	readonly kind: 'incomplete';
	/** Records that came. */
	readonly read: number;
	/** Records that the platform counts; infinite where it does not say. */
	readonly total: number;
}

/** Everything that can come of a call, or of the calls that read a list, besides an answer. */
export type CallFault =
	| RefusedFault
	| NetworkFault
	| UnreadableFault
	| StoppedFault
	| IncompleteFault;

/** Everything that can go wrong in this package. */
export type Fault = InputFault | CallFault;

export function badInput(field: string, what: string, fix: string): InputFault {
	return { kind: 'input', field, what, fix };
}
