import type { Fleet } from '../fleet/fleet';
import {
	isTaskStatus,
	type Device,
	type Job,
	type OtaPackage,
	type Product,
	type TaskStatus,
} from '../fleet/records';
import { BusinessRefusal, GatewayRefusal } from '../gate/refusals';

type Parameters = ReadonlyMap<string, string>;

/** The value of a parameter, undefined when it is absent or empty. */
export function optional(parameters: Parameters, name: string): string | undefined {
	return parameters.get(name) || undefined;
}

/**
 * The entries of `Name.1`, `Name.2` ... in order. An entry beyond a gap makes the request illegal,
 * because a real instance would leave it aside unseen.
 */
export function list(parameters: Parameters, name: string): string[] {
	const entries: string[] = [];
	for (let n = 1; parameters.has(`${name}.${n}`); n++) {
		entries.push(parameters.get(`${name}.${n}`) ?? '');
	}
	const start = `${name}.`;
	const given = [...parameters.keys()].filter((key) => key.startsWith(start)).length;
	if (given === entries.length) return entries;
	throw new BusinessRefusal(
		'iot.system.IllegalRequest',
		`${name}.N must be counted from 1, no gaps`,
	);
}

/** The product that ProductKey names. */
export function requiredProduct(parameters: Parameters, fleet: Fleet): Product {
	const productKey = optional(parameters, 'ProductKey');
	if (productKey === undefined) {
		throw new BusinessRefusal('iot.prod.NullProductKey', 'ProductKey is empty');
	}
	const product = fleet.product(productKey);
	if (product !== undefined) return product;
	throw new BusinessRefusal('iot.prod.NotExistedProduct', 'There is no product of this ProductKey');
}

/** The product that ProductKey names, undefined when none is named. */
export function optionalProduct(parameters: Parameters, fleet: Fleet): Product | undefined {
	return optional(parameters, 'ProductKey') === undefined
		? undefined
		: requiredProduct(parameters, fleet);
}

/** The package that FirmwareId names; it must belong to the product if one is given. */
export function requiredPackage(
	parameters: Parameters,
	fleet: Fleet,
	product?: Product,
): OtaPackage {
	const firmwareId = parameters.get('FirmwareId');
	if (firmwareId === undefined) {
		throw new GatewayRefusal('MissingFirmwareId', 'FirmwareId is mandatory for this action.');
	}
	if (firmwareId === '') {
		throw new BusinessRefusal('iot.firmware.NullFirmwareId', 'FirmwareId is empty');
	}
	const otaPackage = fleet.package(firmwareId);
	if (otaPackage === undefined) {
		throw new BusinessRefusal('iot.firmware.FirmwareNotFound', 'There is no package of this ID');
	}
	if (product !== undefined && !suits(otaPackage, product)) {
		throw new BusinessRefusal(
			'iot.firmware.FirmwareAndProductKeyMismatch',
			'The package belongs to another product',
		);
	}
	return otaPackage;
}

/** A package that was made without a product suits every one. */
function suits(otaPackage: OtaPackage, product: Product): boolean {
	return otaPackage.productKey === '' || otaPackage.productKey === product.productKey;
}

/** The job that JobId names. */
export function requiredJob(parameters: Parameters, fleet: Fleet): Job {
	const job = optionalJob(parameters, fleet);
	if (job !== undefined) return job;
	throw new BusinessRefusal('iot.firmware.NullOTAJobId', 'JobId is empty');
}

/** The job that JobId names, undefined when none is named. */
export function optionalJob(parameters: Parameters, fleet: Fleet): Job | undefined {
	const jobId = optional(parameters, 'JobId');
	if (jobId === undefined) return undefined;
	const job = fleet.job(jobId);
	if (job !== undefined) return job;
	throw new BusinessRefusal('iot.firmware.InvalidOTAJobId', 'There is no job of this JobId');
}

/** A device of the product. */
export function requiredDevice(fleet: Fleet, product: Product, deviceName: string): Device {
	if (deviceName === '') {
		throw new BusinessRefusal('iot.device.NullDeviceName', 'A device name is empty');
	}
	const device = fleet.device(product.productKey, deviceName);
	if (device !== undefined) return device;
	throw new BusinessRefusal('iot.device.NotExistedDevice', 'A device does not exist');
}

/** The device that IotId, or ProductKey with DeviceName, names; the IotId wins where both are used. */
export function namedDevice(parameters: Parameters, fleet: Fleet): Device {
	const iotId = optional(parameters, 'IotId');
	if (iotId === undefined) {
		const product = requiredProduct(parameters, fleet);
		return requiredDevice(fleet, product, parameters.get('DeviceName') ?? '');
	}
	const device = fleet.deviceByIotId(iotId);
	if (device !== undefined) return device;
	throw new BusinessRefusal('iot.device.InvalidIoTId', 'There is no device of this IotId');
}

/** A state to filter by, undefined when none is given; only some states suit an action. */
export function taskStatus(
	text: string | undefined,
	allowed: readonly TaskStatus[],
): TaskStatus | undefined {
	if (text === undefined) return undefined;
	if (isTaskStatus(text) && allowed.includes(text)) return text;
	throw new BusinessRefusal(
		'iot.firmware.InvalidTaskStatus',
		`The status must be one of ${allowed.join(', ')}`,
	);
}
