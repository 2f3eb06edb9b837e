/* eslint-disable @n8n/community-nodes/no-restricted-imports -- an emulator needs a server and its tests a bare client; none of it ships */
import {
	createServer as createHttpServer,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from './certificate';

/** Long URLs have to reach the gate, which refuses them as web servers do. */
const WIRE = { maxHeaderSize: 1024 * 1024, keepAliveTimeout: 60_000 };

/** The listening side: HTTP, or HTTPS with a certificate, and every socket that it holds open. */
export class Wire {
	private readonly server;
	private readonly sockets = new Set<Socket>();

	constructor(certificate: Certificate | undefined) {
		this.server = certificate
			? createHttpsServer({ ...WIRE, ...certificate })
			: createHttpServer(WIRE);
		// Sockets in a TLS handshake too, which closeAllConnections would leave open.
		this.server.on('connection', (socket: Socket) => {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	/** Resolves to the port. */
	async listen(port: number, host: string): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, host, () => {
				this.server.off('error', reject);
				resolve();
			});
		});
		const address = this.server.address();
		return typeof address === 'object' && address !== null ? address.port : port;
	}

	serve(handler: (request: IncomingMessage, response: ServerResponse) => void): void {
		this.server.on('request', handler);
	}

	async close(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.server.close(() => resolve());
			for (const socket of this.sockets) socket.destroy();
		});
	}
}
