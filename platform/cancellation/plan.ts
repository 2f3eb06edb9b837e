import type { ActionParameters } from '../catalog/actionParameters';
import { MOST_DEVICES_PER_REQUEST } from '../catalog/otaTask';
import { bytesForList, chunkByName } from '../lists/chunks';
import type { Connection } from '../signing/connection';

/** What is to be cancelled. Without a job, the tasks of every job of the package are meant. */
export interface CancelScope {
	readonly productKey: string;
	readonly firmwareId: string;
	/** Empty for every job. */
	readonly jobId: string;
}

/** What one item of a workflow asks to cancel. */
export interface CancelTarget extends CancelScope {
	/** Number of the item. */
	readonly item: number;
	readonly deviceNames: readonly string[];
}

/** One request of `CancelOTATaskByDevice`: each name once. */
export interface CancelRequest extends CancelScope {
	readonly deviceNames: readonly string[];
}

/** That an item names a device. */
export interface Mention {
	/** Number of the item. */
	readonly item: number;
	/** Place of the device among the names of the item. */
	readonly position: number;
}

/** A device of a request, and the items that it stands there for. */
export interface PlannedDevice {
	readonly deviceName: string;
	/** One for each item that names the device, in the order of the items. */
	readonly mentions: readonly [Mention, ...Mention[]];
}

/** One request as planned: each device once. */
export interface PlannedRequest extends CancelScope {
	readonly devices: readonly PlannedDevice[];
}

/** The requests to send. */
export interface CancelPlan {
	readonly requests: readonly PlannedRequest[];
}

/** What keeps requests apart, besides the length of a URL. */
interface PlanRules {
	/** Whether targets of the same scope share requests; absent = they do. */
	readonly combine?: boolean;
	/** From 1 to 200, which it is where absent. */
	readonly devicesPerRequest?: number;
}

interface PlanLimits extends Required<PlanRules> {
	/** Bytes that the names may add to a request; infinite when they travel in a body. */
	readonly bytesForNames: (scope: CancelScope) => number;
}

/** The parameters of one request as the action takes them. */
export function cancelParameters(request: CancelRequest): ActionParameters {
	return {
		ProductKey: request.productKey,
		FirmwareId: request.firmwareId,
		DeviceName: request.deviceNames,
		JobId: request.jobId || undefined,
	};
}

/** A planned request as it is sent. */
export function requestOf({
	productKey,
	firmwareId,
	jobId,
	devices,
}: PlannedRequest): CancelRequest {
	const deviceNames = devices.map(({ deviceName }) => deviceName);
	return { productKey, firmwareId, jobId, deviceNames };
}

/**
 * Lays out the fewest requests that carry every name of every target, in the order in which they came, and that
 * the way to the instance takes.
 */
export function planCancellation(
	targets: readonly CancelTarget[],
	connection: Connection,
	{ combine = true, devicesPerRequest = MOST_DEVICES_PER_REQUEST }: PlanRules = {},
): CancelPlan {
	const bytesForNames = (scope: CancelScope) => {
		const parameters = cancelParameters({ ...scope, deviceNames: [] });
		return bytesForList({ action: 'CancelOTATaskByDevice', parameters }, connection);
	};
	return layOut(targets, { combine, devicesPerRequest, bytesForNames });
}

/** The same with limits of any kind. */
export function layOut(targets: readonly CancelTarget[], limits: PlanLimits): CancelPlan {
	const requests: PlannedRequest[] = [];
	for (const { scope, devices } of groupTargets(targets, limits.combine)) {
		const bytes = limits.bytesForNames(scope);
		const named = [...devices.values()];
		for (const chunk of chunkByName(named, nameOf, limits.devicesPerRequest, bytes)) {
			requests.push({ ...scope, devices: chunk });
		}
	}
	return { requests };
}

function nameOf({ deviceName }: PlannedDevice): string {
	return deviceName;
}

/** Targets that may share requests. */
interface Group {
	readonly scope: CancelScope;
	/** By name, in the order in which they came. */
	readonly devices: Map<string, GrowingDevice>;
}

/** A device while its mentions are gathered. */
interface GrowingDevice extends PlannedDevice {
	readonly mentions: [Mention, ...Mention[]];
}

function groupTargets(targets: readonly CancelTarget[], combine: boolean): Iterable<Group> {
	const groups = new Map<string, Group>();
	for (const { productKey, firmwareId, jobId, item, deviceNames } of targets) {
		const key = JSON.stringify([productKey, firmwareId, jobId, combine ? 0 : item]);
		const group = groups.get(key) ?? {
			scope: { productKey, firmwareId, jobId },
			devices: new Map<string, GrowingDevice>(),
		};
		groups.set(key, group);
		for (const [position, deviceName] of deviceNames.entries()) {
			mention(group.devices, deviceName, { item, position });
		}
	}
	return groups.values();
}

/** Takes note of a mention, once for each item that names the device. */
function mention(devices: Map<string, GrowingDevice>, deviceName: string, by: Mention): void {
	const device = devices.get(deviceName);
	if (!device) devices.set(deviceName, { deviceName, mentions: [by] });
	else if (device.mentions.at(-1)?.item !== by.item) device.mentions.push(by);
}
