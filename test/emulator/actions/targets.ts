import type { Fleet } from '../fleet/fleet';
import {
	UNFINISHED,
	type Device,
	type Job,
	type OtaPackage,
	type Product,
	type TargetSelection,
} from '../fleet/records';
import { list, optional, requiredDevice } from './inputs';
import { ensure, required } from './values';

const MOST_DEVICES = 200;
const MOST_SRC_VERSIONS = 10;

/** What a new job aims at. */
export interface Aim {
	fleet: Fleet;
	parameters: ReadonlyMap<string, string>;
	product: Product;
	otaPackage: OtaPackage;
}

interface Targets extends Partial<Pick<Job, 'grayPercent' | 'groupId' | 'srcVersions'>> {
	devices: readonly Device[];
	/** how much of those that can take the package, from 0 to 1; default all */
	share?: number;
}

/** The devices that a TargetSelection and the parameters of that selection choose. */
export function chosenTargets(aim: Aim, selection: TargetSelection): Targets {
	const { fleet, parameters, product } = aim;
	const named = namedTargets(aim, MOST_DEVICES);
	const srcVersions = srcVersionsOf(aim, selection);
	const isNamed = selection === 'SPECIFIC';
	ensure(
		isNamed || named === undefined,
		'iot.firmware.TargetDeviceNamesNotAllowed',
		'Only a SPECIFIC job names devices',
	);
	const all = fleet
		.devicesOfProduct(product.productKey)
		.filter((device) => runsOneOf(srcVersions, device, aim.otaPackage));
	switch (selection) {
		case 'ALL':
			return { devices: all, srcVersions };
		case 'GRAY': {
			const grayPercent = grayPercentOf(parameters);
			return { devices: all, srcVersions, grayPercent, share: Number(grayPercent) / 100 };
		}
		case 'GROUP': {
			const groupId = required(parameters, 'GroupId', 'iot.group.NullGroupId');
			const devices = all.filter((device) => device.groupIds.includes(groupId));
			ensure(devices.length > 0, 'iot.group.NotExistedGroup', 'There is no such group');
			return { devices, groupId };
		}
		case 'SPECIFIC':
			ensure(named !== undefined, 'iot.firmware.NullTargetDeviceNames', 'No device is named');
			return { devices: named };
	}
}

/** The devices that TargetDeviceName.N names, undefined when it names none. */
export function namedTargets(aim: Aim, most: number): Device[] | undefined {
	const { fleet, parameters, product, otaPackage } = aim;
	const names = list(parameters, 'TargetDeviceName');
	ensure(
		names.length <= most,
		'iot.firmware.ParameterSizeExceedMax',
		`At most ${most} devices can be named`,
	);
	ensure(
		new Set(names).size === names.length,
		'iot.system.IllegalRequest',
		'A device is named more than once',
	);
	const devices = names.map((name) => requiredDevice(fleet, product, name));
	for (const device of devices) {
		const version = device.moduleVersions[otaPackage.moduleName];
		ensure(
			version !== otaPackage.destVersion,
			'iot.firmware.DeviceWithDestinationVersionInArray',
			'A device runs the version of the package already',
		);
	}
	return devices.length === 0 ? undefined : devices;
}

/** Cancels the tasks for the same module that devices have and are not carrying out. */
export function overwrite(
	fleet: Fleet,
	devices: readonly Device[],
	{ moduleName }: OtaPackage,
): void {
	for (const task of devices.flatMap((device) => fleet.tasksOfDevice(device))) {
		const waits = UNFINISHED.includes(task.taskStatus) && task.taskStatus !== 'IN_PROGRESS';
		if (waits && task.moduleName === moduleName) fleet.cancel(task);
	}
}

/** Those of the devices that can get a task for the package now. */
export function updatable(
	fleet: Fleet,
	devices: readonly Device[],
	{ moduleName, destVersion }: OtaPackage,
): Device[] {
	return devices.filter(
		(device) =>
			device.moduleVersions[moduleName] !== destVersion &&
			!fleet
				.tasksOfDevice(device)
				.some((task) => task.moduleName === moduleName && UNFINISHED.includes(task.taskStatus)),
	);
}

function srcVersionsOf({ parameters, otaPackage }: Aim, selection: TargetSelection): string[] {
	const versions = list(parameters, 'SrcVersion');
	ensure(
		versions.length === 0 || selection === 'ALL' || selection === 'GRAY',
		'iot.firmware.SrcVersionsNotAllowed',
		'Only an ALL or GRAY job names versions to update from',
	);
	ensure(
		versions.length <= MOST_SRC_VERSIONS,
		'iot.firmware.SrcVersionsSizeExceedMax',
		`At most ${MOST_SRC_VERSIONS} versions can be named`,
	);
	ensure(
		new Set(versions).size === versions.length,
		'iot.system.IllegalRequest',
		'A version is named more than once',
	);
	ensure(
		!versions.includes(otaPackage.destVersion),
		'iot.firmware.SrcDestVersionMatched',
		'A version to update from is the version of the package',
	);
	return versions;
}

function runsOneOf(versions: readonly string[], device: Device, { moduleName }: OtaPackage) {
	return versions.length === 0 || versions.includes(device.moduleVersions[moduleName] ?? '');
}

/** Up to three decimals, as Alibaba Cloud has it; the platform shows a whole number. */
function grayPercentOf(parameters: Aim['parameters']): string {
	const text = optional(parameters, 'GrayPercent');
	ensure(text !== undefined, 'iot.firmware.NullGrayPercent', 'GrayPercent is empty');
	ensure(
		/^\d+(\.\d{1,3})?$/.test(text),
		'iot.firmware.BadlyFormattedGrayPercent',
		'GrayPercent must be a number such as 33',
	);
	const percent = Number(text);
	ensure(
		percent > 0 && percent <= 100,
		'iot.firmware.InvalidGrayPercent',
		'GrayPercent must be above 0 and at most 100',
	);
	return text;
}
