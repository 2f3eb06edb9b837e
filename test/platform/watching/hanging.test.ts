import type { CountingRule } from '../../../platform/watching/judge';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { Rollout } from '../../emulator/fleet/rollout';
import type { RolloutPlan } from '../../emulator/fleet/rollout';
import { FleetPlatform } from '../../support/fleetPlatform';
import { RULE, Watcher, watchOf } from './watching';

const MINUTE = 60_000;
const START = Date.parse('2024-11-19T09:00:00Z');

/** Plays a roll-out to 1,000 devices, 100 a minute, polls each minute, and tells in which ones events came. */
async function eventsOf(plan: Partial<RolloutPlan>, rule: Partial<CountingRule>, minutes: number) {
	const fleet = buildFleet({ devices: 1000 });
	const rollout = new Rollout(fleet, {
		...{ jobId: DEMO.jobId, failingPercent: 0, startsAt: START },
		...plan,
	});
	const event = { kind: 'jobGoesWrong', rule: { ...RULE, ...rule } } as const;
	let time = START;
	const watcher = new Watcher(watchOf({ event }), new FleetPlatform(fleet), () => time);
	await watcher.poll();
	const told: Array<{ minute: number; failures: number; sample: number }> = [];
	for (let minute = 1; minute <= minutes; minute++) {
		time = START + minute * MINUTE;
		rollout.advance(time);
		for (const found of (await watcher.poll()).events) {
			if (found.event !== 'jobGoesWrong') continue;
			told.push({ minute, failures: found.failures, sample: found.sample });
		}
	}
	return told;
}

describe('given a roll-out to 1,000 devices of which 8 % hang and none fails', () => {
	it('when stuck tasks count after an hour, then it is told by the first poll after that of the fiftieth', async () => {
		// The fiftieth that hangs is the 625th device: it begins to install at 6:34 and changes no more.
		const told = await eventsOf({ hangingPercent: 8 }, { stuckAfter: 60 }, 90);
		expect(told[0]).toEqual({ minute: 67, failures: 53, sample: 973 });
		expect(told).toHaveLength(1);
	});

	it('when they do not count, then it is never told', async () => {
		expect(await eventsOf({ hangingPercent: 8 }, {}, 300)).toEqual([]);
	});
});

describe('given a roll-out to 1,000 devices of which 5 % succeed and go offline', () => {
	it('when offline devices count after half an hour, then it is told by the first poll after that of the last', async () => {
		// The last is the 1,000th device: it succeeds at 11:19.4, which ends the job, and is gone.
		const told = await eventsOf({ vanishingPercent: 5 }, { offlineAfter: 30 }, 90);
		expect(told).toEqual([{ minute: 42, failures: 50, sample: 1000 }]);
	});

	it('when they do not count, then it is never told', async () => {
		expect(await eventsOf({ vanishingPercent: 5 }, { stuckAfter: 60 }, 90)).toEqual([]);
	});
});
