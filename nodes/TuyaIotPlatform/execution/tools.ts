import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { ActionCall, ClientTools, Sent } from '../../../platform/client';
import { platformClocks } from '../../../platform/clock';
import type { Connection } from '../../../platform/connection';
import { explain } from '../../../platform/explain';
import { networkFault } from '../../../platform/network';
import { toWire } from '../../../platform/request';
import { answerOf } from './answer';
import { CREDENTIAL } from './instance';

/**
 * What the platform's client needs, made of n8n's helpers: the only place through which requests leave.
 * @param timeout for each attempt, ms
 */
export function clientTools(
	context: IExecuteFunctions,
	connection: Connection,
	timeout: number,
): ClientTools {
	const signal = context.getExecutionCancelSignal();
	const stopped = () => signal?.aborted ?? false;
	return {
		stopped,
		send: async (call) => await send(context, request(call, connection, timeout), stopped),
		sleep: async (ms) => await pause(ms, signal),
		learnTime: (dateHeader) => platformClocks.learn(connection.endpoint.origin, dateHeader),
		random: Math.random,
		now: Date.now,
		onRetry: ({ action, attempt, pause: ms, fault }) => {
			const { message } = explain(fault, { host: connection.endpoint.host, hide: () => '' });
			context.logger.info(
				`Tuya IoT Platform: ${action}, attempt ${attempt}: ${message}. Next attempt in ${ms} ms.`,
			);
		},
	};
}

function request(call: ActionCall, connection: Connection, timeout: number): IHttpRequestOptions {
	const parameters = { Action: call.action, ...toWire(call.parameters) };
	return {
		method: connection.method,
		url: `${connection.endpoint.origin}/`,
		...(connection.method === 'GET' ? { qs: parameters } : { body: parameters }),
		timeout,
		// The answer is judged by the platform's own rules, so n8n must neither parse nor refuse it.
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

async function send(
	context: IExecuteFunctions,
	options: IHttpRequestOptions,
	stopped: () => boolean,
): Promise<Sent> {
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			options,
		);
		return answerOf(response);
	} catch (error) {
		// The error holds the signed URL: only the reason may leave this function.
		return stopped() ? { kind: 'stopped' } : networkFault(error);
	}
}

/** Waits for so many ms, or until the user stops the workflow. Never throws. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal?.aborted) return;
	const stopped = new Promise<void>((resolve) => {
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});
	await Promise.race([sleep(ms, signal).catch(() => {}), stopped]);
}
