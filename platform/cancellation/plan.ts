import { chunkNames } from '../lists/chunks';
import type { ActionParameters } from '../catalog/actionParameters';

/** What is to be cancelled. Without a job, the tasks of every job of the package are meant. */
export interface CancelScope {
	readonly productKey: string;
	readonly firmwareId: string;
	/** Empty for every job. */
	readonly jobId: string;
}

/** What one item of a workflow asks to cancel. */
export interface CancelTarget extends CancelScope {
	readonly deviceNames: readonly string[];
}

/** One request of `CancelOTATaskByDevice`: each name once. */
export interface CancelRequest extends CancelScope {
	readonly deviceNames: readonly string[];
}

/** Which requests to send, and which of them carries a name of a target. */
export interface CancelPlan {
	readonly requests: readonly CancelRequest[];
	/**
	 * For each target, the place in `requests` that carries each of its names. Targets that share requests
	 * share one map, so it may hold names of others.
	 */
	readonly placesOfNames: ReadonlyArray<ReadonlyMap<string, number>>;
}

/** What keeps requests apart. */
export interface PlanLimits {
	/** Whether targets of the same scope share requests. */
	readonly combine: boolean;
	/** From 1 to 200. */
	readonly devicesPerRequest: number;
	/** Bytes that the names may add to a request; infinite when they travel in a body. */
	readonly bytesForNames: (scope: CancelScope) => number;
}

/** Most names that the platform takes in one request (Alibaba Cloud's figure; Tuya states none). */
export const MOST_DEVICES_PER_REQUEST = 200;

/** The parameters of one request as the action takes them. */
export function cancelParameters(request: CancelRequest): ActionParameters {
	return {
		ProductKey: request.productKey,
		FirmwareId: request.firmwareId,
		DeviceName: request.deviceNames,
		JobId: request.jobId || undefined,
	};
}

/** Lays out the fewest requests that carry every name of every target, in the order in which they came. */
export function planCancellation(targets: readonly CancelTarget[], limits: PlanLimits): CancelPlan {
	const groups = groupTargets(targets, limits.combine);
	const requests: CancelRequest[] = [];
	const placesOfNames = targets.map((): ReadonlyMap<string, number> => new Map());
	for (const { scope, names, members } of groups) {
		const placeOfName = new Map<string, number>();
		const chunks = chunkNames(names, limits.devicesPerRequest, limits.bytesForNames(scope));
		for (const deviceNames of chunks) {
			for (const name of deviceNames) placeOfName.set(name, requests.length);
			requests.push({ ...scope, deviceNames });
		}
		for (const member of members) placesOfNames[member] = placeOfName;
	}
	return { requests, placesOfNames };
}

/** Targets that may share requests. */
interface Group {
	readonly scope: CancelScope;
	/** Each once, in the order in which they came. */
	readonly names: Set<string>;
	/** Places of the targets. */
	readonly members: number[];
}

function groupTargets(targets: readonly CancelTarget[], combine: boolean): Iterable<Group> {
	const groups = new Map<string, Group>();
	for (const [place, { productKey, firmwareId, jobId, deviceNames }] of targets.entries()) {
		const key = JSON.stringify([productKey, firmwareId, jobId, combine ? 0 : place]);
		const group = groups.get(key) ?? {
			scope: { productKey, firmwareId, jobId },
			names: new Set<string>(),
			members: [],
		};
		groups.set(key, group);
		for (const name of deviceNames) group.names.add(name);
		group.members.push(place);
	}
	return groups.values();
}
