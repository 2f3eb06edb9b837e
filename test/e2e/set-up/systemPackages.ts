/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command';

const TIMEOUT = 15 * 60_000;

/** The programs that come from the system. */
export interface SystemPrograms {
	readonly alertmanager: string;
	readonly chromium: string;
	readonly redisServer: string;
	/** Folder of initdb and postgres. */
	readonly postgresFolder: string;
}

const WANTED = [
	{ debianPackage: 'prometheus-alertmanager', find: findAlertmanager },
	{ debianPackage: 'chromium', find: findChromium },
	{ debianPackage: 'redis-server', find: () => onPath('redis-server') },
	{ debianPackage: 'postgresql', find: findPostgresFolder },
];

/** Finds Alertmanager, Chromium, Redis and PostgreSQL; installs by apt-get what is missing if this user may. */
export async function systemPrograms(): Promise<SystemPrograms> {
	const missing = WANTED.filter(({ find }) => find() === undefined).map(
		({ debianPackage }) => debianPackage,
	);
	if (missing.length > 0) await aptInstall(missing);
	return {
		alertmanager: found(findAlertmanager(), 'prometheus-alertmanager'),
		chromium: found(findChromium(), 'chromium'),
		redisServer: found(onPath('redis-server'), 'redis-server'),
		postgresFolder: found(findPostgresFolder(), 'postgresql'),
	};
}

async function aptInstall(names: readonly string[]): Promise<void> {
	const list = names.join(' ');
	if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) {
		throw new Error(
			`These tests need ${names.join(', ')}. Install them and start again, on Debian with: sudo apt-get install ${list}`,
		);
	}
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await command('Reading the package lists', 'apt-get', ['update', '-q'], {
		env,
		timeout: TIMEOUT,
	});
	const args = ['install', '-y', '-q', '--no-install-recommends', ...names];
	await command(`Installing ${list} by apt-get`, 'apt-get', args, { env, timeout: TIMEOUT });
}

/** Debian calls it otherwise than Prometheus does. */
function findAlertmanager(): string | undefined {
	return onPath('prometheus-alertmanager') ?? onPath('alertmanager');
}

function findChromium(): string | undefined {
	return onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');
}

/** Debian keeps each version of PostgreSQL in a folder of its own, off the path. */
function findPostgresFolder(): string | undefined {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	const folders = versions
		.sort((left, right) => Number(right) - Number(left))
		.map((version) => join(debian, version, 'bin'));
	return [...folders, ...pathFolders()].find((folder) => existsSync(join(folder, 'initdb')));
}

function onPath(program: string): string | undefined {
	return pathFolders()
		.map((folder) => join(folder, program))
		.find((file) => existsSync(file));
}

function pathFolders(): string[] {
	return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function found(path: string | undefined, what: string): string {
	if (path === undefined) throw new Error(`${what} is installed but was not found.`);
	return path;
}
