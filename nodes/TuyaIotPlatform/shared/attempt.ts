import { networkFault } from '../../../platform';
import type { Sent } from '../../../platform';
import { readHttpResponse } from './httpResponse';
import { drop } from './incomingBody';

/** What bounds an attempt to send a request. */
export interface AttemptBounds {
	/** From its begin to the last byte of its answer, ms. */
	readonly timeout: number;
	/** Ends it before, e.g. because the user stops the workflow. */
	readonly stop?: AbortSignal;
	/** `Endpoint.origin` of where it goes. */
	readonly origin: string;
}

/**
 * Makes one attempt: asks for an answer and reads it. Both together end with the timeout, whatever the server
 * does meanwhile; n8n's own timeout only minds a server that is silent. Never throws.
 * @param ask gets a signal that ends the request; an answer that comes after that is dropped
 */
export async function attempt(
	{ timeout, stop, origin }: AttemptBounds,
	ask: (ending: AbortSignal) => Promise<unknown>,
): Promise<Sent> {
	if (stop?.aborted) return { kind: 'stopped' };
	const ending = new AbortController();
	const end = () => ending.abort();
	const deadline = AbortSignal.timeout(timeout);
	const ended = new Promise<never>((_, reject) => {
		ending.signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
	});
	deadline.addEventListener('abort', end);
	stop?.addEventListener('abort', end);
	try {
		return await Promise.race([answerTo(ask(ending.signal), ending.signal, origin), ended]);
	} catch (error) {
		// The error holds the signed URL: only the reason may leave this function.
		if (stop?.aborted) return { kind: 'stopped' };
		return deadline.aborted
			? { kind: 'network', reason: 'timeout', cause: 'ECONNABORTED' }
			: networkFault(error, origin);
	} finally {
		// A workflow's signal outlives thousands of attempts.
		deadline.removeEventListener('abort', end);
		stop?.removeEventListener('abort', end);
	}
}

async function answerTo(
	asked: Promise<unknown>,
	ending: AbortSignal,
	origin: string,
): Promise<Sent> {
	const response = await asked;
	const body = typeof response === 'object' && response && 'body' in response ? response.body : '';
	if (ending.aborted) drop(body);
	else ending.addEventListener('abort', () => drop(body), { once: true });
	return await readHttpResponse(response, origin);
}
