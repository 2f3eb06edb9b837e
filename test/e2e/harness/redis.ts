/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { connect } from 'node:net';
import { systemPrograms } from '../set-up/systemPackages';
import { freePorts } from './ports';
import { startServer, type Started } from './started';

const READY_IN = 20_000;
const ANSWER_IN = 2_000;

/** Starts a Redis that keeps nothing on disk. */
export async function startRedis(): Promise<Started & { port: number }> {
	const { redisServer } = await systemPrograms();
	const [port = 0] = await freePorts(1);
	const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no' };
	const server = await startServer({
		name: 'redis',
		program: redisServer,
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
		isReady: async () => await pong(port),
		timeout: READY_IN,
	});
	return { ...server, port };
}

async function pong(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		const end = (isReady: boolean) => {
			socket.destroy();
			resolve(isReady);
		};
		socket.setTimeout(ANSWER_IN, () => end(false));
		socket.once('error', () => end(false));
		socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
	});
}
