import type { Fleet } from './fleet';
import type { Device, DeviceStatus } from './records';

/** Lets a device come or go: it is in this state since `at`, ms since 1970. */
export function setDeviceStatus(
	fleet: Fleet,
	{ productKey, deviceName }: Pick<Device, 'productKey' | 'deviceName'>,
	status: DeviceStatus,
	at: number,
): void {
	const device = fleet.device(productKey, deviceName);
	if (!device) throw new Error(`The fleet has no device "${deviceName}"`);
	device.status = status;
	device.statusSince = at;
}
