/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: starts processes */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EmulatorProcess } from '../emulator/process';

/** What a run in a process of its own used. */
export interface Usage {
	/** Ms of CPU, from the first item to the last answer. */
	readonly cpu: number;
	/** The part of it that the node's execute used; undefined where there is no node. */
	readonly executeCpu?: number;
	/** Most memory that the process held (resident), MB. */
	readonly peakMemory: number;
	/** What it held before, loaded and warmed up, MB. */
	readonly memoryBefore: number;
	readonly outputs: number;
	readonly requests: number;
	readonly cancelled: number;
}

/** What the process measures. */
export type Measured = Omit<Usage, 'requests' | 'cancelled'>;

/**
 * Lets a contestant cancel so many devices in a fresh process, without limit and latency, after a warm-up
 * of a tenth as many. Throws if the process fails.
 */
export async function runAlone(
	contestant: string,
	devices: number,
	emulator: EmulatorProcess,
): Promise<Usage> {
	const unlimited = { latency: 0, requestsPerSecond: undefined };
	const child = fork(join(__dirname, 'aloneMain.ts'));
	const failed = once(child, 'exit').then(([code]): never => {
		throw new Error(`${contestant} ended with code ${String(code)}`);
	});
	const next = async () => await Promise.race([once(child, 'message'), failed]);
	const warmUp = Math.ceil(devices / 10);
	const first = await emulator.start({ devices: warmUp, ...unlimited });
	child.send({ contestant, task: { ...first, devices: warmUp } });
	await next();
	const second = await emulator.start({ devices, ...unlimited });
	child.send({ contestant, task: { ...second, devices } });
	const [measured]: Measured[] = await next();
	failed.catch(() => {});
	child.kill();
	if (!measured) throw new Error(`${contestant} measured nothing`);
	const { requests, cancelled } = await emulator.report();
	return { ...measured, requests, cancelled };
}
