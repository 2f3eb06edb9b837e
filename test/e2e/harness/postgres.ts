/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- end-to-end tests run on a developer's computer; none of it ships */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../set-up/command';
import { systemPrograms } from '../set-up/systemPackages';
import { freePorts } from './ports';
import { runFolder } from './runFolder';
import { startServer, type Started } from './started';

const READY_IN = 60_000;
const ANSWER_IN = 5_000;
/** The user that Debian's package makes. */
const SYSTEM_USER = 'postgres';

/** How n8n reaches the database. */
export const DATABASE = { user: 'n8n', database: 'postgres' } as const;

/** Starts a PostgreSQL with a new, empty cluster. It refuses to run as root, so then it runs as another. */
export async function startPostgres(): Promise<Started & { port: number }> {
	const { postgresFolder } = await systemPrograms();
	const [port = 0] = await freePorts(1);
	const folder = join(runFolder(), 'postgres');
	mkdirSync(folder);
	const isRoot = process.getuid?.() === 0;
	if (isRoot) {
		// The other user has to get through the folder of the run to its own.
		chmodSync(runFolder(), 0o711);
		await command('Giving PostgreSQL its folder', 'chown', [SYSTEM_USER, folder], {
			timeout: READY_IN,
		});
	}
	const as = (program: string, args: string[]): [string, string[]] => {
		const file = join(postgresFolder, program);
		return isRoot ? ['runuser', ['-u', SYSTEM_USER, '--', file, ...args]] : [file, args];
	};
	const initial = ['-D', folder, '-U', DATABASE.user, '--auth=trust', '-E', 'UTF8', '--no-sync'];
	await command('Making a database', ...as('initdb', [...initial, '--locale=C.UTF-8']), {
		timeout: READY_IN,
		cwd: folder,
	});
	const network = ['-p', String(port), '-h', '127.0.0.1', '-k', folder];
	const [program, args] = as('postgres', ['-D', folder, ...network, '-c', 'fsync=off']);
	const server = await startServer({
		name: 'postgres',
		program,
		args,
		cwd: folder,
		isReady: async () => isReady(join(postgresFolder, 'pg_isready'), port),
		timeout: READY_IN,
	});
	return { ...server, port };
}

function isReady(program: string, port: number): boolean {
	const args = ['-h', '127.0.0.1', '-p', String(port), '-U', DATABASE.user];
	return spawnSync(program, args, { timeout: ANSWER_IN }).status === 0;
}
