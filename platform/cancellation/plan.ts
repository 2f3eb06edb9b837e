import type { ActionParameters } from '../request';
import { percentEncode } from '../signature';

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

/** Which requests to send, and which of them carry the names of which target. */
export interface CancelPlan {
	readonly requests: readonly CancelRequest[];
	/** For each target, the places in `requests` that carry its names, ascending. */
	readonly requestsOfTarget: ReadonlyArray<readonly number[]>;
}

/** What keeps requests apart. */
export interface PlanLimits {
	/** Whether targets of the same scope share requests. */
	readonly combine: boolean;
	/** From 1 to 200. */
	readonly devicesPerRequest: number;
	/** Bytes that the names may add to a request; unlimited when they travel in a body. */
	readonly bytesForNames: (scope: CancelScope) => number;
}

/** Most names that the platform takes in one request (Alibaba's figure; Tuya states none). */
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

/** Bytes that one name adds to a URL: `&DeviceName.200=` at most, and the encoded name. */
export function bytesOfName(name: string): number {
	return '&DeviceName.200='.length + percentEncode(name).length;
}

/** Lays out the fewest requests that carry every name of every target, in the order in which they came. */
export function planCancellation(targets: readonly CancelTarget[], limits: PlanLimits): CancelPlan {
	const requests: OpenRequest[] = [];
	const groups = new Map<string, Group>();
	const requestsOfTarget = targets.map((target, index) => {
		const { productKey, firmwareId, jobId } = target;
		const key = JSON.stringify([productKey, firmwareId, jobId, limits.combine ? 0 : index]);
		const group = groups.get(key) ?? newGroup({ productKey, firmwareId, jobId }, limits);
		groups.set(key, group);
		const places = new Set(
			target.deviceNames.map((name) => placeOf(name, group, requests, limits)),
		);
		return [...places].sort((a, b) => a - b);
	});
	return { requests, requestsOfTarget };
}

type OpenRequest = CancelRequest & { deviceNames: string[] };

/** The requests of one scope while they fill up. */
interface Group {
	readonly scope: CancelScope;
	readonly places: Map<string, number>;
	readonly bytesForNames: number;
	/** Place of the request that still takes names. */
	open: number | undefined;
	bytesLeft: number;
}

function newGroup(scope: CancelScope, limits: PlanLimits): Group {
	const bytesForNames = limits.bytesForNames(scope);
	return { scope, places: new Map(), bytesForNames, open: undefined, bytesLeft: 0 };
}

function placeOf(name: string, group: Group, requests: OpenRequest[], limits: PlanLimits): number {
	const known = group.places.get(name);
	if (known !== undefined) return known;

	const bytes = bytesOfName(name);
	let open = group.open === undefined ? undefined : requests[group.open];
	if (!open || open.deviceNames.length >= limits.devicesPerRequest || bytes > group.bytesLeft) {
		open = { ...group.scope, deviceNames: [] };
		group.open = requests.push(open) - 1;
		group.bytesLeft = group.bytesForNames;
	}
	open.deviceNames.push(name);
	group.bytesLeft -= bytes;
	const place = group.open ?? 0;
	group.places.set(name, place);
	return place;
}
