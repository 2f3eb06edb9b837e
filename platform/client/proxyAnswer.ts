import type { RawAnswer } from './envelope';

/** What Squid writes where it had no connection to pass a request on, or did not want to. */
const NOT_PASSED_ON =
	/^ERR_(?:(?:CACHE_)?ACCESS_DENIED|CONNECT_FAIL|SECURE_CONNECT_FAIL|DNS_FAIL|CANNOT_FORWARD)\b/;

/**
 * Whether an answer is surely a proxy's own no, so that the request never got to the platform. A proxy that
 * refuses a tunnel (CONNECT) has its answer passed on as if it were the endpoint's.
 */
export function isProxysOwn({
	status,
	headers,
	isInTheClear,
}: Pick<RawAnswer, 'status' | 'headers' | 'isInTheClear'>): boolean {
	return (
		status === 407 ||
		isInTheClear === true ||
		headers['proxy-authenticate'] !== undefined ||
		NOT_PASSED_ON.test(headers['x-squid-error'] ?? '')
	);
}
