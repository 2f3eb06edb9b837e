import type { ActionCall } from '../client/callAction';
import type { Connection } from '../signing/connection';
import { newStamp, signRequest } from '../signing/request';
import { percentEncode } from '../signing/signature';

/** Servers often stop near 8 KB of URL (PROTOCOL section 4); this leaves room for proxies. Bytes. */
const LONGEST_URL = 7_500;

/** Base64 of HMAC-SHA1 has 28 characters, and each can take three bytes when encoded. */
const LONGEST_SIGNATURE = 28 * 3;

/**
 * Bytes that a list may add to a call that is given without it. A GET is measured by signing it; a POST
 * carries its parameters in the body, where there is no such limit.
 */
export function bytesForList({ action, parameters }: ActionCall, connection: Connection): number {
	if (connection.method === 'POST') return Number.POSITIVE_INFINITY;
	const { url } = signRequest('GET', { Action: action, ...parameters }, connection, newStamp(0));
	return LONGEST_URL - url.length - LONGEST_SIGNATURE;
}

/** The longest parameter that most lists of names travel in. */
const USUAL_PARAMETER = 'DeviceNames';

/** Cuts names into chunks of at most so many names and bytes, see `chunkByName`. */
export function chunkNames(
	names: Iterable<string>,
	most: number,
	bytes: number,
	parameter = USUAL_PARAMETER,
): string[][] {
	return chunkByName(names, (name) => name, most, bytes, parameter);
}

/**
 * Cuts what has a name into chunks of at most so many names and bytes, in their order.
 * @param bytes for the names of one chunk as URL parameters, see `bytesForList`
 * @param parameter that the names travel in
 */
export function chunkByName<Named>(
	all: Iterable<Named>,
	nameOf: (named: Named) => string,
	most: number,
	bytes: number,
	parameter = USUAL_PARAMETER,
): Named[][] {
	const chunks: Named[][] = [];
	let chunk: Named[] = [];
	let left = bytes;
	for (const named of all) {
		const size = bytesOfName(nameOf(named), parameter);
		if (chunk.length > 0 && (chunk.length >= most || size > left)) {
			chunks.push(chunk);
			chunk = [];
			left = bytes;
		}
		chunk.push(named);
		left -= size;
	}
	return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

/** Bytes that one name adds to a URL: `&DeviceNames.200=` at most, and the encoded name. */
export function bytesOfName(name: string, parameter = USUAL_PARAMETER): number {
	return `&${parameter}.200=`.length + percentEncode(name).length;
}
