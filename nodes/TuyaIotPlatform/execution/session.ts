import { callAction } from '../../../platform/client';
import type { CallAction } from '../../../platform/client';
import type { Connection } from '../../../platform/connection';
import type { ExplanationContext } from '../../../platform/explain';
import { hiderFor } from '../../../platform/secrecy';
import type { SendingContext } from './instance';
import { Meter } from './meter';
import { clientTools } from './tools';
import type { InstanceTools, SendingRules } from './tools';

/** How calls are made. */
export interface CallRules extends SendingRules {
	/** For each call, from 1. */
	readonly maxAttempts: number;
}

/** An open line to an instance: calls go out, and what comes of them can be told. */
export interface Session {
	readonly call: CallAction;
	readonly tools: InstanceTools;
	readonly meter: Meter;
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
	const tools = clientTools(context, connection, rules, stop);
	const meter = new Meter();
	return {
		call: meter.over(async (asked) => await callAction(asked, rules.maxAttempts, tools)),
		tools,
		meter,
		explanation: {
			host: connection.endpoint.host,
			hide: hiderFor(connection),
		},
	};
}
