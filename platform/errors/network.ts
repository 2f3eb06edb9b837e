import type { NetworkFault, NetworkReason } from './faults';
import { isBrokenTunnel, isElsewhere, placeOf } from './proxyPlace';

const REASONS: ReadonlyMap<string, NetworkReason> = new Map(
	Object.entries<NetworkReason>({
		ENOTFOUND: 'unknownHost',
		EAI_AGAIN: 'unknownHost',
		ECONNREFUSED: 'refusedConnection',
		EHOSTUNREACH: 'unreachable',
		ENETUNREACH: 'unreachable',
		ENETDOWN: 'unreachable',
		EADDRNOTAVAIL: 'unreachable',
		ETIMEDOUT: 'timeout',
		ECONNABORTED: 'timeout',
		ESOCKETTIMEDOUT: 'timeout',
		ECONNRESET: 'reset',
		EPIPE: 'reset',
		ERR_STREAM_PREMATURE_CLOSE: 'reset',
		ERR_BAD_RESPONSE: 'reset',
		DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
		SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
		UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
		UNABLE_TO_GET_ISSUER_CERT: 'certificate',
		UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
		CERT_HAS_EXPIRED: 'certificate',
		CERT_NOT_YET_VALID: 'certificate',
		CERT_UNTRUSTED: 'certificate',
		ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
		EPROTO: 'notHttps',
		ERR_SSL_WRONG_VERSION_NUMBER: 'notHttps',
		ERR_SSL_PACKET_LENGTH_TOO_LONG: 'notHttps',
	}),
);

/** Class names of n8n's own protection against requests into private networks. */
const BLOCKED = /ssrf/i;

/** Where an error keeps the error it stands for: n8n and axios each wrap the one of Node.js. */
const INNER = ['cause', 'errorResponse', 'error', 'reason'];

/**
 * Tells why a request got no answer, from the error that the sender threw. Looks through the wrappers of
 * n8n and axios for the code that Node.js gave. Never keeps the error: it holds the signed URL.
 * @param origin where the request was to go; an error about another place is a proxy's
 */
export function networkFault(thrown: unknown, origin?: string): NetworkFault {
	const errors = chain(thrown);
	const fault = faultOf(errors);
	const place = errors.map(placeOf).find((found) => found !== undefined);
	if (place && origin !== undefined && isElsewhere(place, origin)) {
		const proxy = place.port === undefined ? place.host : `${place.host}:${place.port}`;
		return { kind: 'network', reason: 'proxy', cause: fault.cause, proxy };
	}
	return fault;
}

function faultOf(errors: readonly object[]): NetworkFault {
	for (const error of errors) {
		const cause = 'code' in error && typeof error.code === 'string' ? error.code : '';
		const reason = REASONS.get(cause);
		if (reason) return { kind: 'network', reason, cause };
		if (error instanceof Error && BLOCKED.test(error.constructor.name))
			return { kind: 'network', reason: 'blocked', cause };
		if (isBrokenTunnel(error)) return { kind: 'network', reason: 'proxy', cause: '' };
	}
	return { kind: 'network', reason: 'other', cause: '' };
}

/** The error and those inside it, outermost first; at most ten, so that a loop ends. */
function chain(thrown: unknown): object[] {
	const found: object[] = [];
	const waiting: unknown[] = [thrown];
	while (waiting.length > 0 && found.length < 10) {
		const error = waiting.shift();
		if (typeof error !== 'object' || error === null || found.includes(error)) continue;
		found.push(error);
		const inner: Array<[string, unknown]> = Object.entries(error);
		waiting.push(...INNER.map((name) => inner.find(([key]) => key === name)?.[1]));
		if (error instanceof Error) waiting.push(error.cause);
		// One for each address that a name stands for.
		if (error instanceof AggregateError) waiting.push(...error.errors);
	}
	return found;
}
