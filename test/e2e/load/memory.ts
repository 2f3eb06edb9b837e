/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { readFileSync, writeFileSync } from 'node:fs';

/** Lets the kernel start anew with the peak of a process. */
export function resetPeak(pid: number): void {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** MB that a process holds now, and the most that it has held since the reset. */
export function memoryOf(pid: number): { now: number; peak: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const mb = (name: string) => {
		const kb = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
		return Math.round(Number(kb) / 1024);
	};
	return { now: mb('VmRSS'), peak: mb('VmHWM') };
}
