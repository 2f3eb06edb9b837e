import { networkFault } from '../errors/network';
import type { Sent } from './callAction';

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
 * Makes one attempt: sends a request and reads its answer. Both together end with the timeout, whatever the
 * server does meanwhile. Never throws.
 * @param send gets a signal that ends the request; what comes of it after that is not waited for
 */
export async function attempt(
	{ timeout, stop, origin }: AttemptBounds,
	send: (ending: AbortSignal) => Promise<Sent>,
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
		return await Promise.race([send(ending.signal), ended]);
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
