import { sleep } from 'n8n-workflow';
import { openClient } from '../../../platform';
import type { CallRules, Client, Connection } from '../../../platform';
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
	return openClient({
		connection,
		rules,
		send: sendingOf(context, connection),
		sleep,
		stopped: stop ?? stopSignalOf(context),
		log: (line) => context.logger.info(`Tuya IoT Platform: ${line}`),
	});
}

/** What tells that the user stops the workflow; undefined where there is none to be stopped. */
function stopSignalOf(context: SendingContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
