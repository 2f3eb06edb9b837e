/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: a script that waits */
import { setTimeout as wait } from 'node:timers/promises';
import { deviceNames } from './contestant';
import type { Outcome, Task } from './contestant';

/** The distance between two requests that this package's node keeps as well: 5 % more than the rate asks. */
const MARGIN = 1.05;

/** Hands out turns, so far apart that the platform does not throttle; each resolves when it has come. */
export function turnsOf({ requestsPerSecond }: Task): () => Promise<void> {
	const gap = requestsPerSecond === undefined ? 0 : (1000 / requestsPerSecond) * MARGIN;
	let earliest = 0;
	return async () => {
		const now = performance.now();
		if (earliest > now) await wait(earliest - now);
		earliest = Math.max(earliest, performance.now()) + gap;
	};
}

/**
 * What a script around a client does: one call after the other, each in its turn. A call that fails is left
 * at that; the emulator's report tells.
 */
export async function callOneByOne(
	task: Task,
	devicesPerRequest: number,
	call: (names: readonly string[]) => Promise<unknown>,
): Promise<Outcome> {
	const names = deviceNames(task.devices);
	const turn = turnsOf(task);
	let outputs = 0;
	for (let start = 0; start < names.length; start += devicesPerRequest) {
		await turn();
		const answered = await call(names.slice(start, start + devicesPerRequest)).then(
			() => true,
			() => false,
		);
		if (answered) outputs++;
	}
	return { outputs, paired: 0 };
}
