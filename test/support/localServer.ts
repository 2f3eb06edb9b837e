/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: a server for tests */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server that runs on this computer. */
export interface LocalServer {
	readonly port: number;
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	/** Connections that are open. */
	readonly open: () => number;
	/** Ends the server and what is connected to it. */
	readonly stop: () => Promise<void>;
}

/** Lets a server listen on any free port. */
export async function listening(server: Server): Promise<LocalServer> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		url: `http://127.0.0.1:${port}`,
		open: () => sockets.size,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
