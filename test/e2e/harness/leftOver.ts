/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RUN_VARIABLE } from './runFolder';

const GRACE = 15_000;
const LOOK_AGAIN = 200;

/** A process of a run that is still there. */
export interface LeftOver {
	readonly pid: number;
	readonly command: string;
}

/**
 * The processes of a run, other than this one: whatever has its folder in its environment or on its
 * command line. Children of children count as well, also when they have left their group. None can be seen
 * on systems other than Linux.
 */
export function leftOver(folder: string): LeftOver[] {
	if (!existsSync('/proc')) return [];
	const mark = `${RUN_VARIABLE}=${folder}`;
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
		.map((name) => ({
			pid: Number(name),
			environment: read(name, 'environ'),
			line: read(name, 'cmdline'),
		}))
		.filter(
			({ environment, line }) => environment.split('\0').includes(mark) || line.includes(folder),
		)
		.map(({ pid, line }) => ({ pid, command: line.replaceAll('\0', ' ').trim() }));
}

/** Ends every process of a run: asks first, and after a while does not ask. */
export async function endAll(folder: string): Promise<void> {
	signalAll(folder, 'SIGTERM');
	const deadline = Date.now() + GRACE;
	while (leftOver(folder).length > 0) {
		if (Date.now() > deadline) signalAll(folder, 'SIGKILL');
		if (Date.now() > deadline + GRACE) return;
		await pause(LOOK_AGAIN);
	}
}

function signalAll(folder: string, signal: NodeJS.Signals): void {
	for (const { pid } of leftOver(folder)) {
		try {
			process.kill(pid, signal);
		} catch {
			// It ended in between.
		}
	}
}

/** A zombie has neither, and a process may end while it is read. */
function read(pid: string, file: string): string {
	try {
		return readFileSync(join('/proc', pid, file), 'utf8');
	} catch {
		return '';
	}
}
