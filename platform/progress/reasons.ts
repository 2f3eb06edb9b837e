import type { Task } from '../ota/tasks';
import { oneLine } from './words';

/** Why tasks failed, as far as they were looked at. */
export interface Reasons {
	/** The most frequent first. */
	readonly top: readonly Reason[];
	/** Failed tasks that were looked at. */
	readonly lookedAt: number;
	/** Failed tasks in all. */
	readonly of: number;
}

export interface Reason {
	/** The platform's words in one line; empty where it gave none. */
	readonly reason: string;
	/** How many of the tasks that were looked at. */
	readonly devices: number;
}

/** Reasons told at most, and characters of each. */
const MOST_REASONS = 5;
const LONGEST_REASON = 200;

/** The most frequent reasons of failed tasks; of equally frequent ones the first comes first. */
export function topReasons(failed: readonly Task[]): readonly Reason[] {
	const numbers = new Map<string, number>();
	for (const { reason } of failed) {
		const line = oneLine(reason, LONGEST_REASON);
		numbers.set(line, (numbers.get(line) ?? 0) + 1);
	}
	return Array.from(numbers, ([reason, devices]) => ({ reason, devices }))
		.sort((a, b) => b.devices - a.devices)
		.slice(0, MOST_REASONS);
}
