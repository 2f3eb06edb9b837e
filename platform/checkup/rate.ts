import type { ActionName } from '../catalog';
import { openClient } from '../client/client';
import { isThrottling } from '../client/retry';
import { inParallel } from '../parallel';
import type { Asked, CheckupSetup } from './asking';

/** What was seen of the rate. */
export interface RateSeen {
	readonly action: ActionName;
	/** Requests that were let through. */
	readonly passed: number;
	/** Whether one was throttled. */
	readonly isThrottled: boolean;
	/** From the first request to the last answer, ms. */
	readonly took: number;
}

/** Requests that the measure sends at most, and how many of them at once. */
export const MOST_FOR_RATE = 60;
const AT_ONCE = 10;

/** Longer than the second in which the platform counts. Ms. */
const PAUSE = 1_100;

/** After so many ms the measure ends: what was sent before then no longer counts in the platform's second. */
const LONGEST = 1_000;

/** Repeats a read that was answered as fast as it goes until it is throttled, at most 60 times within a second. */
export async function measureRate(
	{ connection, portsFor, rules, now }: CheckupSetup,
	{ action, parameters, way }: Asked,
): Promise<RateSeen> {
	const there = { ...connection, ...way };
	const client = openClient({
		...portsFor(there),
		connection: there,
		// Without a pace of its own, or it would measure that.
		rules: { timeout: rules.timeout, maxAttempts: 1, patience: 0 },
	});
	await client.sleep(PAUSE);
	const began = now();
	let passed = 0;
	let isThrottled = false;
	for (let sent = 0; sent < MOST_FOR_RATE && now() - began < LONGEST; sent += AT_ONCE) {
		const places = Array.from({ length: AT_ONCE });
		const outcomes = await inParallel(
			places,
			AT_ONCE,
			async () => await client.call({ action, parameters }),
		);
		passed += outcomes.filter((outcome) => outcome?.ok).length;
		isThrottled = outcomes.some((outcome) => outcome && !outcome.ok && isThrottling(outcome.fault));
		if (isThrottled || client.stopped()) break;
	}
	return { action, passed, isThrottled, took: now() - began };
}
