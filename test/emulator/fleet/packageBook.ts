import type { OtaPackage } from './records';

/** The OTA packages. */
export class PackageBook {
	private readonly byId = new Map<string, OtaPackage>();
	private lastId = 168;

	add(otaPackage: OtaPackage): OtaPackage {
		this.byId.set(otaPackage.firmwareId, otaPackage);
		return otaPackage;
	}

	all(): OtaPackage[] {
		return [...this.byId.values()];
	}

	find(firmwareId: string): OtaPackage | undefined {
		return this.byId.get(firmwareId);
	}

	remove(firmwareId: string): void {
		this.byId.delete(firmwareId);
	}

	/** An id that no package has or had. */
	nextId(): string {
		do this.lastId++;
		while (this.byId.has(String(this.lastId)));
		return String(this.lastId);
	}
}
