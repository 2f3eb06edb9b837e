import type { Connection } from '../connection';
import { newStamp, signRequest } from '../request';
import { cancelParameters } from './plan';
import type { CancelScope } from './plan';

/** Servers often stop near 8 KB of URL (PROTOCOL section 4); this leaves room for proxies. Bytes. */
export const LONGEST_URL = 7_500;

/** Base64 of HMAC-SHA1 has 28 characters, and each can take three bytes when encoded. */
const LONGEST_SIGNATURE = 28 * 3;

/**
 * Bytes that the device names of a scope may add to a request. A GET is measured by signing one without
 * names; a POST carries them in its body, where there is no such limit.
 */
export function bytesForNames(connection: Connection): (scope: CancelScope) => number {
	return (scope) => {
		if (connection.method === 'POST') return Number.POSITIVE_INFINITY;
		const parameters = {
			Action: 'CancelOTATaskByDevice',
			...cancelParameters({ ...scope, deviceNames: [] }),
		};
		const { url } = signRequest('GET', parameters, connection, newStamp(0));
		return LONGEST_URL - url.length - LONGEST_SIGNATURE;
	};
}
