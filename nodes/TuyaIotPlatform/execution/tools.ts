import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { ActionCall, ClientTools, Sent } from '../../../platform/client';
import { platformClocks } from '../../../platform/clock';
import type { Connection } from '../../../platform/connection';
import { explain } from '../../../platform/explain';
import { networkFault } from '../../../platform/network';
import { platformLanes } from '../../../platform/pacing';
import type { Waiting } from '../../../platform/pacing';
import { toWire } from '../../../platform/request';
import { answerOf } from './answer';
import { CREDENTIAL } from './instance';
import type { SendingContext } from './instance';

/** How requests are to leave. */
export interface SendingRules {
	/** For each attempt, ms. */
	readonly timeout: number;
	readonly requestsPerSecond: number;
}

/** Everything that speaking to an instance needs. */
export interface InstanceTools extends ClientTools, Waiting {
	/** Ms since 1970 by the clock of the instance. */
	readonly platformNow: () => number;
}

/** What the platform's client needs, made of n8n's helpers: the only place through which requests leave. */
export function clientTools(
	context: SendingContext,
	connection: Connection,
	rules: SendingRules,
): InstanceTools {
	const { origin } = connection.endpoint;
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const stopped = () => signal?.aborted ?? false;
	const waiting: Waiting = {
		stopped,
		sleep: async (ms) => await pause(ms, signal),
		now: Date.now,
	};
	const lane = (action: string) => platformLanes.of(origin, connection.accessKeyId, action);
	return {
		...waiting,
		platformNow: () => platformClocks.now(origin),
		send: async (call) => await send(context, request(call, connection, rules.timeout), stopped),
		turn: async (action) => await lane(action).turn(rules.requestsPerSecond, waiting),
		pace: (action, throttledFor) =>
			throttledFor === undefined
				? lane(action).answered()
				: lane(action).throttled(throttledFor, waiting.now()),
		learnTime: (dateHeader) => platformClocks.learn(origin, dateHeader),
		random: Math.random,
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
	context: SendingContext,
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
