import type { Fleet } from './fleet';
import { buildFleet, DEMO, DEMO_SIZE, demoFleet, demoProduct, namesOf } from './fleets';
import type { TaskStatus } from './records';

/** The package that devices ran before the roll-out, and the job that brought it. */
export const EARLIER = { firmwareId: '167', version: '1.0.0', created: '2024-10-01T00:00:00.000Z' };

/** The package that no device has yet, for the devices that took the one of the demo job. */
export const NEXT = { firmwareId: '169', from: '1.0.1', version: '1.0.2' };

/**
 * A roll-out of the demo job in which so many devices, testDevice1 on, stand in these states, one state after the
 * other. All of them got the earlier package by a job of its own before.
 */
export function rolledOut(counts: Partial<Record<TaskStatus, number>>): Fleet {
	const states = Object.entries(counts).flatMap(([state, count]) =>
		new Array<string>(count).fill(state),
	) as TaskStatus[];
	const fleet = buildFleet({ devices: 0 });
	addEarlier(fleet, namesOf(states.length));
	return buildFleet({
		...{ devices: states.length, into: fleet },
		status: (index) => states[index] ?? 'QUEUED',
	});
}

/**
 * The demo fleet, whose devices all got the earlier package before, and the next package, not verified yet: every
 * example finds in it what it needs.
 */
export function rehearsalFleet(): Fleet {
	const fleet = demoProduct();
	addEarlier(fleet, namesOf(DEMO_SIZE));
	demoFleet(fleet);
	const { firmwareId, from, version } = NEXT;
	const { productKey } = DEMO;
	fleet.addPackage({ firmwareId, productKey, srcVersion: from, destVersion: version, status: 0 });
	return fleet;
}

function addEarlier(fleet: Fleet, deviceNames: readonly string[]): void {
	const { firmwareId, version, created } = EARLIER;
	fleet.addPackage({ firmwareId, productKey: DEMO.productKey, destVersion: version });
	const { jobId } = fleet.addJob({ firmwareId, utcCreate: created });
	for (const deviceName of deviceNames) {
		fleet.addTask({ jobId, deviceName, taskStatus: 'SUCCEEDED' });
	}
}
