import type { HttpMethod } from '../signing/signature';
import type { ActionCall, Sent } from './callAction';

/** A request as it is to leave. */
export interface WireRequest {
	readonly method: HttpMethod;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | FormData;
}

/** A request on its way out, for one attempt. */
export interface Outgoing {
	/** What is asked of the platform; absent where a form goes elsewhere. */
	readonly call?: ActionCall;
	/** Makes the request: a call is signed anew each time, a form is sent as it is. */
	readonly request: () => WireRequest;
	/** `Endpoint.origin` of where it goes. */
	readonly origin: string;
	/** After so many ms it is given up. */
	readonly timeout: number;
	/** Aborted once nobody waits for its answer any more. */
	readonly ending: AbortSignal;
}

/** All that the client needs of the world around it. */
export interface ClientPorts {
	/** Sends a request, once. What it throws is taken for a network fault, and not passed on. */
	readonly send: (outgoing: Outgoing) => Promise<Sent>;
	/** Waits for so many ms; may end early, in any way, once the signal is aborted. */
	readonly sleep: (ms: number, stopped?: AbortSignal) => Promise<unknown>;
	/** Aborted when everything is to end, e.g. because the user stops; absent = never. */
	readonly stopped?: AbortSignal;
	/** Takes a line on each attempt that is to be repeated; absent = nobody reads it. It holds no secret. */
	readonly log?: (line: string) => void;
}
