import type { JsonObject } from '../json';
import type { CodeMeaning } from './codes';

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
	/** What the code says, looked up once, where the answer is judged; undefined for one that nobody documented. */
	readonly meaning: CodeMeaning | undefined;
	/** The platform's own text. May quote what was signed: show it only through `explain`. */
	readonly platformMessage: string;
	readonly requestId: string;
	readonly status: number;
	/** The answer as received. */
	readonly json: JsonObject;
	/** Of a refused signature, where the platform tells what it signed. */
	readonly signed?: SignedText;
}

/** How the text that the platform signed compares with the one that was signed here. Holds no value of a parameter. */
export type SignedText =
	| { readonly kind: 'same' | 'otherMethod' | 'otherPath' }
	| {
			/** Another order alone, where nothing changed, is missing or was added. */
			readonly kind: 'otherParameters';
			/** Names of parameters that arrived with another value or spelling. */
			readonly changed: readonly string[];
			/** Names of parameters that did not arrive. */
			readonly missing: readonly string[];
			/** How many arrived that were not sent. Their names may be a part of a value, so they are not kept. */
			readonly added: number;
	  };

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
	/** A proxy on the way could not be reached, or broke off before it had a connection to the endpoint. */
	| 'proxy'
	| 'other';

/** No answer came. */
export interface NetworkFault {
	readonly kind: 'network';
	readonly reason: NetworkReason;
	/** The code that Node.js gave, e.g. `ECONNREFUSED`; empty when there was none. */
	readonly cause: string;
	/** Host and port of the proxy that the reason speaks of, where the error names it. */
	readonly proxy?: string;
}

/** What came instead of an answer of this API. */
export type UnreadableBody =
	| 'html'
	| 'xml'
	| 'empty'
	| 'cut'
	| 'redirect'
	/** An envelope that says neither yes nor no, or both. */
	| 'noVerdict'
	/** An answer of the Tuya OpenAPI, which is another platform. */
	| 'openApi'
	/** The answer of a proxy that did not let the request pass. */
	| 'proxy'
	/** More bytes than any answer of this API has; not read to its end. */
	| 'tooLarge'
	/** Nested deeper than any answer of this API is. */
	| 'tooDeep'
	/** A yes in which the list that was to be read cannot be told. */
	| 'noList'
	| 'other';

/** Something answered, but not as this API does. */
export interface UnreadableFault {
	readonly kind: 'unreadable';
	readonly found: UnreadableBody;
	readonly status: number;
	/** The outline of what was said, where that helps. May quote what was signed: show it only through `explain`. */
	readonly seen?: string;
}

/** Statuses with which a gateway or proxy turns a request away that it has not passed on. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 404, 405, 407, 413, 414, 429, 431]);

/** Whether whoever answered with this status surely did not carry the request out. */
export function isTurnedAway(status: number): boolean {
	return TURNED_AWAY.has(status);
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
	/** Set where no more were asked for, since only their number was wanted. */
	readonly uncounted?: true;
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
