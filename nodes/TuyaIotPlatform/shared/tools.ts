import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { explain, platformClocks, platformLanes, rateOf, toWire } from '../../../platform';
import type { ActionCall, ClientTools, Connection, Sent, Waiting } from '../../../platform';
import { attempt } from './attempt';
import type { AttemptBounds } from './attempt';
import { CREDENTIAL } from './instance';
import type { SendingContext } from './instance';

/** How requests are to leave. */
export interface SendingRules {
	/** For each attempt, to the last byte of its answer, ms. */
	readonly timeout: number;
	/** Of one action; fewer where the platform allows fewer. */
	readonly requestsPerSecond: number;
	/** Ms that a call may wait in all because of throttling; five minutes unless given. */
	readonly patience?: number;
}

/** Everything that speaking to an instance needs. */
export interface InstanceTools extends ClientTools, Waiting {
	/**
	 * Ms since 1970, to compare with times of the instance. By this computer's clock: what a refused time stamp
	 * teaches serves the signature only, since one server's `Date` header may be wrong.
	 */
	readonly platformNow: () => number;
}

/**
 * What the platform's client needs, made of n8n's helpers: the only place through which requests leave.
 * @param signal ends everything
 */
export function clientTools(
	context: SendingContext,
	connection: Connection,
	rules: SendingRules,
	signal?: AbortSignal,
): InstanceTools {
	const { origin } = connection.endpoint;
	const stopped = () => signal?.aborted ?? false;
	const waiting: Waiting = {
		stopped,
		sleep: async (ms) => await pause(ms, signal),
		now: Date.now,
	};
	const lane = (action: string) => platformLanes.of(origin, connection.accessKeyId, action);
	return {
		...waiting,
		platformNow: Date.now,
		patience: rules.patience,
		send: async (call) =>
			await send(context, call, connection, { timeout: rules.timeout, stop: signal, origin }),
		turn: async (action) =>
			await lane(action).turn(rateOf(action, rules.requestsPerSecond), waiting),
		pace: (action, throttledFor, turn) =>
			throttledFor === undefined
				? lane(action).answered(waiting.now(), turn)
				: lane(action).throttled(throttledFor, waiting.now(), turn),
		learnTime: (dateHeader, signedAt) => platformClocks.learn(origin, dateHeader, signedAt),
		random: Math.random,
		onRetry: ({ action, attempt, pause: ms, fault }) => {
			const { message } = explain(fault, { host: connection.endpoint.host, hide: () => '' });
			context.logger.info(
				`Tuya IoT Platform: ${action}, attempt ${attempt}: ${message}. Next attempt ${ms > 0 ? `in ${ms} ms` : 'when its turn comes'}.`,
			);
		},
	};
}

/** What tells that the user stops the workflow; undefined where there is none to be stopped. */
export function stopSignalOf(context: SendingContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** A request with the signal of its attempt, which the credential hands on to whoever sends. */
type AttemptRequest = IHttpRequestOptions & { readonly ending: AbortSignal };

function request(
	call: ActionCall,
	connection: Connection,
	timeout: number,
	ending: AbortSignal,
): AttemptRequest {
	const parameters = { Action: call.action, ...toWire(call.parameters) };
	return {
		method: connection.method,
		url: `${connection.endpoint.origin}/`,
		...(connection.method === 'GET' ? { qs: parameters } : { body: parameters }),
		timeout,
		// In an execution n8n puts a signal of its own in place of this one.
		abortSignal: ending,
		ending,
		// The answer is counted while it comes and judged by the platform's own rules, so n8n must neither
		// read nor parse nor refuse it.
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

async function send(
	context: SendingContext,
	call: ActionCall,
	connection: Connection,
	bounds: AttemptBounds,
): Promise<Sent> {
	return await attempt(
		bounds,
		async (ending): Promise<unknown> =>
			await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				request(call, connection, bounds.timeout, ending),
			),
	);
}

/** Waits for so many ms, or until the signal ends everything. Never throws. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal?.aborted) return;
	let wake = () => {};
	const stopped = new Promise<void>((resolve) => {
		wake = resolve;
	});
	signal?.addEventListener('abort', wake);
	await Promise.race([sleep(ms, signal).catch(() => {}), stopped]);
	// A signal that outlives hundreds of pauses would keep them all.
	signal?.removeEventListener('abort', wake);
}
