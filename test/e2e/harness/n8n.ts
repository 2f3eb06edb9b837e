/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- end-to-end tests run on a developer's computer; none of it ships */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { n8nPrograms } from '../set-up';
import type { N8nVersion } from '../set-up/versions';
import { folderOfPackage, installPackage } from './packed';
import { freePorts } from './ports';
import { answers } from './ready';
import { RestClient } from './rest';
import { runFolder } from './runFolder';
import { startServer, type Started } from './started';

const READY_IN = 180_000;
const ENCRYPTION_KEY = 'only for end-to-end tests';

/** A running n8n with the package in it, and a client that is logged in. */
export interface N8n {
	readonly version: string;
	/** e.g. http://127.0.0.1:12345 */
	readonly url: string;
	readonly rest: RestClient;
}

/** One that these tests have started. */
export interface OwnN8n extends N8n, Started {
	/** Where the package is unpacked. */
	readonly packageFolder: string;
}

export interface N8nOptions {
	/** Names log and folder. */
	readonly name?: string;
	readonly port?: number;
	readonly env?: Readonly<Record<string, string>>;
	/** How the package gets into n8n's user folder; unpacked there if absent. */
	readonly install?: (userFolder: string) => Promise<void>;
}

/** Starts n8n with a user folder, ports and an owner of its own. */
export async function startN8n(version: N8nVersion, options: N8nOptions = {}): Promise<OwnN8n> {
	const name = options.name ?? `n8n-${version}`;
	const [free = 0] = await freePorts(1);
	const port = options.port ?? free;
	const url = `http://127.0.0.1:${port}`;
	const server = await startProcess(version, {
		name,
		command: 'start',
		env: { N8N_PORT: String(port), ...options.env },
		install: options.install,
		// The first says yes before the paths of the second are there.
		isReady: async () =>
			(await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)),
	});
	const rest = new RestClient(url);
	try {
		await rest.setUpOwner();
	} catch (error) {
		await server.stop();
		throw error;
	}
	return { ...server, version, url, rest, packageFolder: folderOfPackage(server.userFolder) };
}

/** Starts a worker of queue mode. */
export async function startWorker(
	version: N8nVersion,
	{ name, env }: { name: string; env: Readonly<Record<string, string>> },
): Promise<Started> {
	const [health = 0] = await freePorts(1);
	return await startProcess(version, {
		name,
		command: 'worker',
		env: {
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(health),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			...env,
		},
		isReady: async () => await answers(`http://127.0.0.1:${health}/healthz/readiness`),
	});
}

interface ProcessPlan {
	readonly name: string;
	readonly command: 'start' | 'worker';
	readonly env: Readonly<Record<string, string>>;
	readonly isReady: () => Promise<boolean>;
	readonly install?: N8nOptions['install'];
}

async function startProcess(
	version: N8nVersion,
	plan: ProcessPlan,
): Promise<Started & { readonly userFolder: string }> {
	const { node, nodeFolder, n8n } = await n8nPrograms(version);
	const userFolder = join(runFolder(), `${plan.name}-${randomBytes(3).toString('hex')}`);
	mkdirSync(userFolder);
	await (plan.install ?? installPackage)(userFolder);
	const [broker = 0, launcher = 0] = await freePorts(2);
	const server = await startServer({
		name: plan.name,
		program: node,
		args: [n8n, plan.command],
		cwd: userFolder,
		env: {
			...SETTINGS,
			PATH: [nodeFolder, process.env.PATH].join(delimiter),
			N8N_USER_FOLDER: userFolder,
			N8N_RUNNERS_BROKER_PORT: String(broker),
			N8N_RUNNERS_LAUNCHER_HEALTH_CHECK_PORT: String(launcher),
			...plan.env,
		},
		isReady: plan.isReady,
		timeout: READY_IN,
	});
	return { ...server, userFolder };
}

/** Nothing here may ask a server of n8n, nor listen to other computers. */
const SETTINGS = {
	NODE_ENV: 'production',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_PROXY_HOPS: '0',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	GENERIC_TIMEZONE: 'UTC',
	// What n8n 2 has by itself. With one connection, as n8n 1 has, two saves at a time end each other's
	// transactions: "SQLITE_ERROR: no such savepoint".
	DB_SQLITE_POOL_SIZE: '3',
} as const;
