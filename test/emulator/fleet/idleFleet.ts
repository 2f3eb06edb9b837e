import { Fleet } from './fleet';

export const IDLE = { productKey: 'p', firmwareId: '300' } as const;

/** Ten devices lamp1 ... lamp10 on 1.0.0 without a task, lamp10 on 1.1.0, and a package 2.0.0. */
export function idleFleet(status = 1): Fleet {
	const fleet = new Fleet();
	const { productKey, firmwareId } = IDLE;
	fleet.addProduct({ productKey });
	fleet.addPackage({ firmwareId, productKey, destVersion: '2.0.0', status });
	for (let n = 1; n <= 10; n++) {
		const groupIds = n <= 2 ? ['street'] : [];
		fleet.addDevice({ productKey, deviceName: `lamp${n}`, groupIds });
	}
	Object.assign(fleet.device(productKey, 'lamp10') ?? {}, { moduleVersions: { default: '1.1.0' } });
	return fleet;
}

/** lamp1, lamp2 ... */
export function lamps(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `lamp${index + 1}`);
}
