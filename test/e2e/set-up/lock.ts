/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say';

const LOOK_AGAIN = 1_000;

/**
 * Does something while no other process does anything under the same lock file. Waits for a process that
 * holds it, and takes it over from one that ended without giving it back.
 */
export async function underLock<T>(file: string, work: () => Promise<T>): Promise<T> {
	let told = false;
	while (!take(file)) {
		if (!told) say(`Waiting for process ${holderOf(file)}, which holds ${file} ...`);
		told = true;
		await pause(LOOK_AGAIN);
		dropIfAbandoned(file);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** Linking a file that is written already makes the lock appear whole, with its holder's number in it. */
function take(file: string): boolean {
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, String(process.pid));
	try {
		linkSync(mine, file);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

function holderOf(file: string): number | undefined {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

function dropIfAbandoned(file: string): void {
	const holder = holderOf(file);
	if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
