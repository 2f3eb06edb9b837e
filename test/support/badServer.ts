/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a server that misbehaves needs sockets and timers; none of it ships */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

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
export interface BadServer {
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	/** Connections that are open. */
	readonly open: () => number;
	/** Requests that came. */
	readonly requests: () => number;
	readonly stop: () => Promise<void>;
}

const TICK = 300;
const PIECE = Buffer.alloc(1_000_000, ' ');
const GIGABYTE = 1000;

export async function startBadServer(misbehaviour: Misbehaviour): Promise<BadServer> {
	const sockets = new Set<Socket>();
	let requests = 0;
	const server = createServer((_, response) => {
		requests++;
		void answer(response, misbehaviour).catch(() => response.destroy());
	});
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		open: () => sockets.size,
		requests: () => requests,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
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
