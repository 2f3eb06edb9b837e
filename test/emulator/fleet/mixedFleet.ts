import type { Fleet } from './fleet';
import { buildFleet, namesOf } from './fleets';
import { randomFrom } from '../random';
import { CANCELLABLE, type TaskStatus } from './records';

/** Where a device of a roll-out stands: its update is done, is being installed, or waits; or the platform does not know it. */
export type Standing = 'finished' | 'installing' | 'unknown' | 'waiting';

/** How much of a fleet stands where, each from 0 to 1; the rest waits. */
export type Mix = Readonly<Record<Exclude<Standing, 'waiting'>, number>>;

/** A roll-out that is stopped while a third of it is done. */
export const UNDER_WAY: Mix = { finished: 0.3, installing: 0.05, unknown: 0.01 };

/** A fleet in the middle of a roll-out. */
export interface MixedFleet {
	readonly fleet: Fleet;
	/** testDevice1 to testDeviceN, those among them that the platform does not know. */
	readonly names: readonly string[];
	/** Where each of the names stands, in their order. */
	readonly standings: readonly Standing[];
}

/** Makes a fleet of so many names, mixed as a mix says; the same one for the same seed. */
export function mixedFleet(devices: number, mix: Mix = UNDER_WAY, seed = 12): MixedFleet {
	const some = (standing: Exclude<Standing, 'waiting'>) =>
		new Array<Standing>(Math.round(devices * mix[standing])).fill(standing);
	const given = [...some('finished'), ...some('installing'), ...some('unknown')];
	const waiting = new Array<Standing>(devices - given.length).fill('waiting');
	return fleetOf(shuffled([...given, ...waiting], seed));
}

/** Makes testDevice1 to testDeviceN of the demo package stand as told, those that wait in each such state in turn. */
export function fleetOf(standings: readonly Standing[]): MixedFleet {
	const names = namesOf(standings.length);
	const known = standings.flatMap((standing, index) => {
		const name = names[index] ?? '';
		return standing === 'unknown' ? [] : [{ name, status: statusOf(standing, index) }];
	});
	const fleet = buildFleet({
		devices: known.length,
		name: (index) => known[index]?.name ?? '',
		status: (index) => known[index]?.status ?? 'QUEUED',
	});
	return { fleet, names, standings };
}

function statusOf(standing: Exclude<Standing, 'unknown'>, index: number): TaskStatus {
	if (standing === 'finished') return 'SUCCEEDED';
	if (standing === 'installing') return 'IN_PROGRESS';
	return CANCELLABLE[index % CANCELLABLE.length] ?? 'QUEUED';
}

/** Each entry gets a lot, and the lots decide. */
function shuffled<Entry>(entries: readonly Entry[], seed: number): Entry[] {
	const random = randomFrom(seed);
	return entries
		.map((entry) => ({ entry, lot: random() }))
		.sort((one, other) => one.lot - other.lot)
		.map(({ entry }) => entry);
}
