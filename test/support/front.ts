/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a front of several servers needs a server itself; none of it ships */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One name for several servers. */
export interface Front {
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	readonly stop: () => Promise<void>;
}

/**
 * Starts a name behind which several servers stand, as a load balancer has it.
 * @param choose the port of the server on this computer that the n-th request goes to, counted from 1
 */
export async function startFront(choose: (n: number) => number): Promise<Front> {
	const sockets = new Set<Socket>();
	let requests = 0;
	const server = createServer((incoming, response) => {
		forward(incoming, response, choose(++requests));
	});
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

function forward(incoming: IncomingMessage, response: ServerResponse, port: number): void {
	const { method, url: path, headers } = incoming;
	const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	onward.on('error', () => response.destroy());
	incoming.pipe(onward);
}
