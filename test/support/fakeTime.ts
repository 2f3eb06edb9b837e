/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: lets everything that waits for nothing run first */
import type { Waiting } from '../../platform/client/pacing';

interface Sleeper {
	readonly until: number;
	wake(): void;
}

/**
 * Time that stands still while anyone works, and jumps to the next moment at which someone wakes. Hours
 * pass in an instant, and many can wait at once.
 */
export class FakeTime implements Waiting {
	private readonly sleepers: Sleeper[] = [];
	private time = 0;

	/** @param stopAt when the user stops the workflow, ms */
	constructor(private readonly stopAt = Number.POSITIVE_INFINITY) {}

	readonly now = (): number => this.time;
	readonly stopped = (): boolean => this.time >= this.stopAt;

	/** Waits for so many ms, or until the workflow is stopped. */
	readonly sleep = async (ms: number): Promise<void> => {
		if (!this.stopped()) await this.until(Math.min(this.time + Math.max(ms, 0), this.stopAt));
	};

	/** Waits for so many ms, whatever the user does. */
	readonly travel = async (ms: number): Promise<void> => await this.until(this.time + ms);

	/** Does some work to its end. Throws if it waits for something that will not come. */
	async run<Value>(work: Promise<Value>): Promise<Value> {
		let pending = true;
		const settle = () => (pending = false);
		work.then(settle, settle);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (!pending) return await work;
			const next = this.sleepers.shift();
			if (!next) throw new Error('Everyone waits, and nobody will wake');
			this.time = next.until;
			next.wake();
		}
	}

	private async until(until: number): Promise<void> {
		await new Promise<void>((wake) => {
			const later = this.sleepers.findIndex((other) => other.until > until);
			this.sleepers.splice(later < 0 ? this.sleepers.length : later, 0, { until, wake });
		});
	}
}
