import { append } from './append';
import type { NewDevice } from './newRecords';
import { newDevice } from './newRecords';
import type { Device } from './records';

/** The devices, found by name, by IotId and by product in constant time. */
export class DeviceBook {
	private readonly byName = new Map<string, Device[]>();
	private readonly byIotId = new Map<string, Device>();
	private readonly byProduct = new Map<string, Device[]>();

	/** Adds a device, or hands out the one that is there. */
	add(device: NewDevice): Device {
		const known = this.find(device.productKey, device.deviceName);
		if (known !== undefined) return known;
		const added = newDevice(device, this.byIotId.size + 1);
		append(this.byName, added.deviceName, added);
		append(this.byProduct, added.productKey, added);
		this.byIotId.set(added.iotId, added);
		return added;
	}

	all(): Device[] {
		return [...this.byIotId.values()];
	}

	find(productKey: string, deviceName: string): Device | undefined {
		return this.named(deviceName).find((candidate) => candidate.productKey === productKey);
	}

	/** The devices of this name, of any product. */
	named(deviceName: string): readonly Device[] {
		return this.byName.get(deviceName) ?? [];
	}

	findByIotId(iotId: string): Device | undefined {
		return this.byIotId.get(iotId);
	}

	/** Oldest first. */
	ofProduct(productKey: string): readonly Device[] {
		return this.byProduct.get(productKey) ?? [];
	}
}
