/* eslint-disable @n8n/community-nodes/require-node-api-error -- end-to-end tests run on a developer's computer; none of it ships */
import { startN8n, startWorker, type OwnN8n } from '../harness/n8n';
import { DATABASE, startPostgres } from '../harness/postgres';
import { startRedis } from '../harness/redis';
import type { Started } from '../harness/started';
import { NEWEST } from '../set-up/versions';

/** n8n as large installations run it: one main, workers, Redis between them, PostgreSQL behind them. */
export interface Cluster {
	readonly main: OwnN8n;
	readonly workers: readonly Started[];
	/** Starts one more worker. */
	addWorker(): Promise<Started>;
	stop(): Promise<void>;
}

/** A worker that died is noticed in seconds rather than in a minute. */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
} as const;

/** Starts all of it with two workers. */
export async function startCluster(): Promise<Cluster> {
	const started: Started[] = [];
	const stop = async () => {
		for (const server of started.reverse()) await server.stop();
	};
	const keep = <T extends Started>(server: T): T => {
		started.push(server);
		return server;
	};
	try {
		const postgres = keep(await startPostgres());
		const redis = keep(await startRedis());
		const env = queueEnvironment(redis.port, postgres.port);
		const main = keep(await startN8n(NEWEST, { name: 'main', env }));
		let number = 0;
		const addWorker = async () =>
			keep(await startWorker(NEWEST, { name: `worker-${++number}`, env }));
		const workers = await Promise.all([addWorker(), addWorker()]);
		return { main, workers, addWorker, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function queueEnvironment(redisPort: number, postgresPort: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		// The one way that n8n 3 has.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_DATABASE: DATABASE.database,
		DB_POSTGRESDB_USER: DATABASE.user,
		...IMPATIENT,
	};
}
