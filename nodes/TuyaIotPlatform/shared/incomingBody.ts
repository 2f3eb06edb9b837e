import { isRecord } from '../../../platform';

/** A body as it comes in, piece by piece, decompressed. */
interface Incoming extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

function isIncoming(body: unknown): body is Incoming {
	return (
		typeof body === 'object' &&
		body !== null &&
		Symbol.asyncIterator in body &&
		'destroy' in body &&
		typeof body.destroy === 'function'
	);
}

/** Ends a body that nobody will read. */
export function drop(body: unknown): void {
	if (isIncoming(body)) body.destroy();
}

/**
 * Reads a body as text while it comes. Gives undefined, and takes no more of it, once there are more bytes than
 * so many. Throws what breaks it off.
 */
export async function readBody(body: unknown, mostBytes: number): Promise<string | undefined> {
	// n8n gives an empty body, and one that it has read by itself, as it is.
	if (!isIncoming(body)) return typeof body === 'string' ? body : '';
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of body) {
		bytes += piece.byteLength;
		if (bytes > mostBytes) return undefined;
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString('utf8');
}

/** Whether a body came over a connection in the clear; undefined where its connection does not show. */
export function cameInTheClear(body: unknown): boolean | undefined {
	if (typeof body !== 'object' || body === null || !('socket' in body)) return undefined;
	const { socket } = body;
	return isRecord(socket) ? socket.encrypted !== true : undefined;
}
