import type { Fleet } from './fleet';
import { buildFleet, DEMO } from './fleets';
import type { TaskStatus } from './records';

/** The package that devices ran before the roll-out, and the job that brought it. */
export const EARLIER = { firmwareId: '167', version: '1.0.0', created: '2024-10-01T00:00:00.000Z' };

/**
 * A roll-out of the demo job in which so many devices, testDevice1 on, stand in these states, one state after the
 * other. All of them got the earlier package by a job of its own before.
 */
export function rolledOut(counts: Partial<Record<TaskStatus, number>>): Fleet {
	const states = Object.entries(counts).flatMap(([state, count]) =>
		new Array<string>(count).fill(state),
	) as TaskStatus[];
	const fleet = buildFleet({ devices: 0 });
	fleet.addPackage({
		...{
			firmwareId: EARLIER.firmwareId,
			productKey: DEMO.productKey,
			destVersion: EARLIER.version,
		},
	});
	const first = fleet.addJob({ firmwareId: EARLIER.firmwareId, utcCreate: EARLIER.created });
	for (const index of states.keys()) {
		const deviceName = `testDevice${index + 1}`;
		fleet.addTask({ jobId: first.jobId, deviceName, taskStatus: 'SUCCEEDED' });
	}
	return buildFleet({
		...{ devices: states.length, into: fleet },
		status: (index) => states[index] ?? 'QUEUED',
	});
}
