import type { Fleet } from '../fleet/fleet';
import { DEFAULT_MODULE, type Device } from '../fleet/records';
import { iso, spaced } from './times';

/** The fields of a device that its page and that of several devices print, its secret too. */
export function printedDetail(device: Device, fleet: Fleet) {
	const { deviceName, deviceSecret, iotId, nickname, productKey, status } = device;
	const product = fleet.product(productKey);
	const active = activeSince(device);
	return {
		...{ deviceName, deviceSecret, iotId, nickname, productKey, status },
		firmwareVersion: device.moduleVersions[DEFAULT_MODULE] ?? '',
		nodeType: product?.nodeType ?? 0,
		productName: product?.productName ?? '',
		region: 'cn-shanghai',
		...{ gmtCreate: spaced(device.created), utcCreate: iso(device.created) },
		...{ gmtActive: active && spaced(active), utcActive: active && iso(active) },
	};
}

/** Since when a device has been in use (ms since 1970), '' when it never was. */
export function activeSince({ status, created }: Device): number | '' {
	return status === 'UNACTIVE' ? '' : created;
}

/** When a device was online last (ms since 1970), '' when it never was. */
export function lastOnline({ status, statusSince }: Device): number | '' {
	return status === 'UNACTIVE' ? '' : statusSince;
}

/** The old id of a device, which nothing takes any more. */
export function oldId({ iotId }: Device): string {
	return iotId.slice(0, 20);
}
