import { callAction, hiderFor } from '../../../platform';
import type { CallAction, Connection, ExplanationContext } from '../../../platform';
import type { SendingContext } from './instance';
import { CallCounter } from './callCounter';
import { clientTools, stopSignalOf } from './tools';
import type { InstanceTools, SendingRules } from './tools';

/** How calls are made. */
export interface CallRules extends SendingRules {
	/** For each call, from 1. */
	readonly maxAttempts: number;
}

/** An open line to an instance: calls go out, and what comes of them can be told. */
export interface Session {
	readonly call: CallAction;
	/** The same, ended after so many ms from now, whatever a call waits for: its turn, a pause or its answer. */
	readonly callWithin: (ms: number) => CallAction;
	readonly tools: InstanceTools;
	readonly meter: CallCounter;
	readonly explanation: ExplanationContext;
}

/**
 * Opens the line that a credential describes. Sends nothing yet.
 * @param stop ends all calls; absent = when the user stops the workflow
 */
export function openSession(
	context: SendingContext,
	connection: Connection,
	rules: CallRules,
	stop?: AbortSignal,
): Session {
	const ends = stop ?? stopSignalOf(context);
	const tools = clientTools(context, connection, rules, ends);
	const meter = new CallCounter();
	const callWith = (used: InstanceTools) =>
		meter.over(async (asked) => await callAction(asked, rules.maxAttempts, used));
	return {
		call: callWith(tools),
		callWithin: (ms) => {
			const over = AbortSignal.any([AbortSignal.timeout(ms), ...(ends ? [ends] : [])]);
			return callWith(clientTools(context, connection, rules, over));
		},
		tools,
		meter,
		explanation: {
			host: connection.endpoint.host,
			hide: hiderFor(connection),
		},
	};
}
