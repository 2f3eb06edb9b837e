import { memoryFromJson, memoryToJson } from '../../../platform/watching/memory';
import type { Memory } from '../../../platform/watching/memory';
import { poll } from '../../../platform/watching/poll';
import type { Polled } from '../../../platform/watching/poll';
import type { FailureRule } from '../../../platform/watching/judge';
import { watchKey } from '../../../platform/watching/watch';
import type { Watch } from '../../../platform/watching/watch';
import { DEMO } from '../../emulator/fleet/fleets';
import type { FleetPlatform } from '../../support/fleetPlatform';

export const RULE: FailureRule = {
	threshold: 5,
	failureCount: 0,
	minimumSample: 50,
	rise: 5,
	countCanceled: false,
	stuckAfter: 0,
	offlineAfter: 0,
};

/** Watches the demo package for jobs that go wrong, unless told otherwise. */
export function watchOf(changes: Partial<Watch> = {}): Watch {
	return {
		scope: { kind: 'package', firmwareId: DEMO.firmwareId },
		event: { kind: 'jobGoesWrong', rule: RULE },
		tellExisting: false,
		...changes,
	};
}

/** A trigger that polls: its memory goes through JSON from one poll to the next, as n8n keeps it. */
export class Watcher {
	private kept: string | undefined;
	private saved: string | undefined;

	constructor(
		private readonly watch: Watch,
		private readonly platform: Pick<FleetPlatform, 'call'>,
		private readonly now: () => number = Date.now,
		private readonly hasTime: () => boolean = () => true,
	) {}

	get memory(): Memory | undefined {
		return this.kept === undefined
			? undefined
			: memoryFromJson(JSON.parse(this.kept), watchKey(this.watch));
	}

	async poll(): Promise<Polled> {
		const isFirst = this.kept === undefined;
		const polled = await poll(this.watch, this.memory, {
			call: this.platform.call,
			platformNow: this.now,
			hasTime: this.hasTime,
		});
		this.kept = polled.memory && JSON.stringify(memoryToJson(polled.memory));
		// n8n saves static data when a workflow is activated and when a poll has items.
		if (isFirst || polled.events.length > 0) this.saved = this.kept;
		return polled;
	}

	/** What a crash leaves: the memory that n8n saved last. */
	restart(): void {
		this.kept = this.saved;
	}
}
