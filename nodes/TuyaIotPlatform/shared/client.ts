import { sleep } from 'n8n-workflow';
import { openClient } from '../../../platform';
import type { CallRules, Client, ClientPorts, Connection } from '../../../platform';
import type { SendingContext } from './connection';
import { sendingOf } from './sending';

/**
 * Opens a client that sends with n8n's helpers and logs to n8n's log.
 * @param stop ends all calls; absent = when the user stops the workflow
 */
export function openNodeClient(
	context: SendingContext,
	connection: Connection,
	rules: CallRules,
	stop?: AbortSignal,
): Client {
	return openClient({ connection, rules, ...portsOf(context, connection, { stop }) });
}

/** What n8n gives a client: its way out, its log, and the user's stop. */
export function portsOf(
	context: SendingContext,
	connection: Connection,
	{ stop, withCertificate }: { stop?: AbortSignal; withCertificate?: boolean } = {},
): ClientPorts {
	return {
		send: sendingOf(context, connection, withCertificate),
		sleep,
		stopped: stop ?? stopSignalOf(context),
		log: (line) => context.logger.info(`Tuya IoT Platform: ${line}`),
	};
}

/** What tells that the user stops the workflow; undefined where there is none to be stopped. */
function stopSignalOf(context: SendingContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
