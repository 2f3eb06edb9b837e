/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a server that misbehaves needs sockets and timers; none of it ships */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { listening } from './localServer';
import type { LocalServer } from './localServer';

/** How a server answers that does not do so in order. */
export type Misbehaviour =
	/** a byte of the body every 300 ms, without end */
	| 'tricklingBody'
	/** a byte of a header every 300 ms, without end */
	| 'tricklingHeader'
	/** the beginning of a body, then nothing */
	| 'stalledBody'
	/** 1 GB of JSON */
	| 'hugeBody'
	/** about 1 MB that unfolds to 1 GB */
	| 'gzipBomb'
	/** a yes with a list of 5,000 levels */
	| 'deepBody';

/** A server that misbehaves. */
export interface BadServer extends LocalServer {
	/** Requests that came. */
	readonly requests: () => number;
}

const TICK = 300;
const PIECE = Buffer.alloc(1_000_000, ' ');
const GIGABYTE = 1000;

export async function startBadServer(misbehaviour: Misbehaviour): Promise<BadServer> {
	let requests = 0;
	const server = createServer((_, response) => {
		requests++;
		void answer(response, misbehaviour).catch(() => response.destroy());
	});
	return { ...(await listening(server)), requests: () => requests };
}

async function answer(response: ServerResponse, misbehaviour: Misbehaviour): Promise<void> {
	switch (misbehaviour) {
		case 'tricklingHeader':
			response.socket?.write('HTTP/1.1 200 OK\r\nX-Slow: ');
			return tick(response, () => response.socket?.write('x'));
		case 'tricklingBody':
			response.writeHead(200, { 'Content-Type': 'application/json' });
			return tick(response, () => response.write(' '));
		case 'stalledBody':
			response.writeHead(200, { 'Content-Type': 'application/json' });
			response.write('{"success":');
			return;
		case 'hugeBody':
			response.writeHead(200, { 'Content-Type': 'application/json' });
			return await pipeline(pieces, response);
		case 'gzipBomb':
			response.writeHead(200, { 'Content-Encoding': 'gzip' });
			return await pipeline(pieces, createGzip(), response);
		case 'deepBody':
			response.end(
				`{"success":true,"requestId":"r","data":${'['.repeat(5000)}${']'.repeat(5000)}}`,
			);
	}
}

function tick(response: ServerResponse, write: () => void): void {
	const timer = setInterval(write, TICK);
	response.on('close', () => clearInterval(timer));
}

function* pieces(): Iterable<Buffer> {
	for (let count = 0; count < GIGABYTE; count++) yield PIECE;
}
