import { isRecord } from '../../../platform';
import type { Sent } from '../../../platform';
import { certificateOf } from './certificate';
import { cameInTheClear, drop, readBody } from './incomingBody';

/** No answer of the platform comes near it: its longest pages have 200 records. Bytes, decompressed. */
const LARGEST_ANSWER = 20_000_000;

/**
 * Reads the full response that n8n's helpers give, of either request shape, with its body as it comes in.
 * Throws what the helper throws, or what breaks the body off.
 * @param ending once it is aborted, the body is dropped, also of a response that comes after that
 * @param origin where it was asked for
 * @param withCertificate whether to look at the certificate, which takes a while
 */
export async function readHttpResponse(
	asked: Promise<unknown>,
	ending: AbortSignal,
	origin: string,
	withCertificate = false,
): Promise<Sent> {
	const response = await asked;
	if (!isRecord(response)) return { kind: 'network', reason: 'other', cause: '' };
	const { statusCode, body, headers } = response;
	if (ending.aborted) drop(body);
	else ending.addEventListener('abort', () => drop(body), { once: true });
	const status = typeof statusCode === 'number' ? statusCode : 0;
	const isInTheClear = origin.startsWith('https:') ? cameInTheClear(body) : undefined;
	// While the body still comes: a connection that has ended shows nothing.
	const certificate = withCertificate ? certificateOf(body) : undefined;
	const text = await readBody(body, LARGEST_ANSWER);
	if (text === undefined) return { kind: 'unreadable', found: 'tooLarge', status };
	return {
		kind: 'answered',
		status,
		body: text,
		headers: Object.fromEntries(
			Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		isInTheClear,
		...(certificate ? { certificate } : {}),
	};
}
