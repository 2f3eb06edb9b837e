import { ACTIONS } from '../catalog';
import { MOST_STATES_PER_REQUEST } from '../catalog/device';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { chunkNames } from '../lists/chunks';
import { recordsIn } from '../lists/records';
import type { Task } from '../ota/tasks';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { MINUTE } from './judge';

/** What a look at devices has shown, by the ID of the device. */
export interface OfflineLook {
	/** Devices that were asked for. One that the platform does not know counts as not offline. */
	readonly lookedAt: ReadonlySet<string>;
	/** Those among them that count as offline, and since when, ms since 1970. */
	readonly offline: ReadonlyMap<string, number>;
	/** Given where the platform told of none of the devices, which says nothing about them. */
	readonly shortfall?: IncompleteFault;
}

/** Where no device was looked at. */
export const NO_LOOK: OfflineLook = { lookedAt: new Set(), offline: new Map() };

/**
 * Looks which devices of tasks are offline for longer than so many minutes, with 1 request for every 50. A
 * device that is unknown, disabled or was never activated is not. Source: the platform's page BatchGetDeviceState.
 * @param now ms since 1970 by the platform's clock
 */
export async function lookAtDevices(
	tasks: readonly Task[],
	offlineAfter: number,
	now: number,
	call: CallAction,
): Promise<Result<OfflineLook, CallFault>> {
	const byDevice = new Map(tasks.map((task) => [task.iotId, task]));
	byDevice.delete('');
	const offline = new Map<string, number>();
	let answered = 0;
	for (const ids of chunkNames(
		byDevice.keys(),
		MOST_STATES_PER_REQUEST,
		Number.POSITIVE_INFINITY,
	)) {
		const outcome = await call({ action: 'BatchGetDeviceState', parameters: { IotId: ids } });
		if (!outcome.ok) return fail(outcome.fault);
		const { json } = outcome.answer;
		for (const state of recordsIn(json, ACTIONS.BatchGetDeviceState.list?.path ?? [])) {
			const id = readText(state, 'IotId');
			if (byDevice.has(id)) answered++;
			const since = offlineSince(state, byDevice.get(id));
			if (now - since > offlineAfter * MINUTE) offline.set(id, since);
		}
	}
	const look = { lookedAt: new Set(byDevice.keys()), offline };
	if (tasks.length === 0 || answered > 0) return ok(look);
	return ok({ ...look, shortfall: { kind: 'incomplete', read: 0, total: tasks.length } });
}

/**
 * Since when a device is offline, ms since 1970; NaN for one that is not, or where nothing tells. Its
 * Timestamp is when its state changed. LastOnlineTime is no help: it is when the device came online, in a
 * time zone that the page does not name (PROTOCOL section 8). A task that changed later was a sign of life.
 */
function offlineSince(state: JsonObject, task: Task | undefined): number {
	if (!task || readText(state, 'Status').toUpperCase() !== 'OFFLINE') return Number.NaN;
	const signs = [Number(readText(state, 'Timestamp')), task.modified].filter((time) => time > 0);
	return signs.length > 0 ? Math.max(...signs) : Number.NaN;
}
