import type { CallAction } from '../client';
import type { Waiting } from '../pacing';
import { lookUpAgain } from './report';
import type { DeviceReport } from './report';

/** A cancel takes a moment to reach the tasks; a look at once would mostly be in vain. Ms. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 8_000;

/**
 * Looks up the devices whose cancel was accepted, or got no answer, until each one's tasks show what
 * became of it or the time is over. Only then is a device called cancelled. A device may all the same go
 * on to install what it had downloaded before.
 * @param timeout ms
 * @param since when the run began, ms since 1970 by the platform's clock
 */
export async function verifyDevices(
	reports: readonly DeviceReport[],
	timeout: number,
	since: number,
	call: CallAction,
	waiting: Waiting,
): Promise<DeviceReport[]> {
	const end = waiting.now() + timeout;
	let current = [...reports];
	for (let wait = FIRST_WAIT; current.some(isOpen); wait = Math.min(wait * 2, LONGEST_WAIT)) {
		const left = end - waiting.now();
		if (left <= 0 || waiting.stopped()) break;
		await waiting.sleep(Math.min(wait, left));
		if (waiting.stopped()) break;
		current = await lookUpAgain(current, isOpen, since, call);
	}
	return current;
}

function isOpen({ outcome }: DeviceReport): boolean {
	return outcome === 'accepted' || outcome === 'unknown';
}
