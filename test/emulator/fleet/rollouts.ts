import type { Fleet } from './fleet';
import { Rollout } from './rollout';
import type { RolloutPlan } from './rollout';

/** Plays the roll-out of each job of a fleet from when it is first seen, also of jobs made meanwhile. */
export class Rollouts {
	private readonly known = new Map<string, Rollout>();

	/** @param planOf how the job at a place goes, counted from 0 by age */
	constructor(
		private readonly fleet: Fleet,
		private readonly planOf: (place: number) => Omit<RolloutPlan, 'jobId' | 'startsAt'>,
	) {}

	/** Lets everything happen that is due by `now`, ms since 1970. */
	advance(now: number): void {
		for (const [place, { jobId }] of this.fleet.jobs.entries()) {
			if (this.known.has(jobId)) continue;
			const plan = { ...this.planOf(place), jobId, startsAt: now };
			this.known.set(jobId, new Rollout(this.fleet, plan));
		}
		for (const rollout of this.known.values()) rollout.advance(now);
	}
}
