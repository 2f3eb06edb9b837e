/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a front of several servers needs a server itself; none of it ships */
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listening } from './localServer';
import type { LocalServer } from './localServer';

/**
 * Starts a name behind which several servers stand, as a load balancer has it.
 * @param choose the port of the server on this computer that the n-th request goes to, counted from 1
 */
export async function startFront(choose: (n: number) => number): Promise<LocalServer> {
	let requests = 0;
	const server = createServer((incoming, response) => {
		forward(incoming, response, choose(++requests));
	});
	return await listening(server);
}

/** Starts a proxy before a server on this computer that changes the path and query of each request. */
export async function startMeddler(
	port: number,
	change: (path: string) => string,
): Promise<LocalServer> {
	const server = createServer((incoming, response) => {
		forward(incoming, response, port, change(incoming.url ?? ''));
	});
	return await listening(server);
}

function forward(
	incoming: IncomingMessage,
	response: ServerResponse,
	port: number,
	path = incoming.url,
): void {
	const { method, headers } = incoming;
	const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
	});
	onward.on('error', () => response.destroy());
	incoming.pipe(onward);
}
