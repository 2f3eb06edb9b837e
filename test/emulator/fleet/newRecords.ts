import {
	DEFAULT_MODULE,
	type Device,
	type Job,
	type OtaModule,
	type OtaPackage,
	type Product,
	type Task,
} from './records';
import { LAMP } from './thingModel';

/** The time of the platform's own examples, so that a fleet looks the same on every day. */
const CREATED = '2024-11-11T11:11:11.000Z';

/** An id of the given length that starts alike for all records of a kind, e.g. 19 digits. */
export function numbered(start: string, number: number, length = 19): string {
	return start + String(number).padStart(length - start.length, '0');
}

export function newProduct(product: Partial<Product> & Pick<Product, 'productKey'>): Product {
	return {
		productName: `Product ${product.productKey}`,
		description: '',
		nodeType: 0,
		dataFormat: 1,
		authType: 'secret',
		gmtCreate: Date.parse(CREATED),
		productSecret: `productSecretOf${product.productKey}`,
		thingModel: LAMP,
		...product,
	};
}

export function newPackage(
	otaPackage: Partial<OtaPackage> & Pick<OtaPackage, 'firmwareId' | 'productKey'>,
): OtaPackage {
	return {
		firmwareName: `firmware${otaPackage.firmwareId}`,
		firmwareDesc: '',
		srcVersion: '1.0.0',
		destVersion: '1.0.1',
		moduleName: DEFAULT_MODULE,
		firmwareSize: 924,
		firmwareSign: '93230c3bde425a9d7984a594ac55ea1e',
		signMethod: 'MD5',
		status: 1,
		type: 0,
		udi: '',
		fileKey: `ota/firmware/${otaPackage.firmwareId}.bin`,
		utcCreate: CREATED,
		utcModified: CREATED,
		...otaPackage,
	};
}

export function newJob(job: Partial<Job>, otaPackage: OtaPackage, jobId: string): Job {
	return {
		jobId,
		jobStatus: 'IN_PROGRESS',
		jobType: 'UPGRADE_FIRMWARE',
		targetSelection: 'SPECIFIC',
		utcCreate: CREATED,
		utcModified: CREATED,
		jobDesc: '',
		needPush: true,
		needConfirm: false,
		srcVersions: [],
		...job,
		firmwareId: otaPackage.firmwareId,
		// A package without a product suits every one.
		productKey: otaPackage.productKey || (job.productKey ?? ''),
		firmwareName: otaPackage.firmwareName,
		destVersion: otaPackage.destVersion,
	};
}

export function newModule(
	module: Partial<OtaModule> & Pick<OtaModule, 'productKey' | 'moduleName'>,
): OtaModule {
	const created = module.created ?? Date.parse(CREATED);
	return { aliasName: '', desc: '', modified: created, ...module, created };
}

export type NewDevice = Partial<Device> & Pick<Device, 'productKey' | 'deviceName'>;

/** A device that was the `number`-th to be added. */
export function newDevice(device: NewDevice, number: number): Device {
	return {
		iotId: numbered('ca460d99', number, 26),
		deviceSecret: numbered('5ec4e75ec4e7', number, 32),
		nickname: '',
		status: 'ONLINE',
		ipAddress: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
		moduleVersions: { [DEFAULT_MODULE]: '1.0.0' },
		groupIds: [],
		properties: {},
		desired: {},
		carriedOut: [],
		created: Date.parse(CREATED),
		statusSince: Date.parse(CREATED),
		...device,
	};
}

/** What a new task belongs to. */
export interface TaskOrigin {
	job: Job;
	otaPackage: OtaPackage;
	device: Device;
	taskId: string;
}

/** A new task; what it belongs to is taken from its origin, whatever the given fields say. */
export function newTask(task: Partial<Task>, origin: TaskOrigin): Task {
	const { job, otaPackage, device, taskId } = origin;
	return {
		taskId,
		srcVersion: otaPackage.srcVersion,
		destVersion: otaPackage.destVersion,
		moduleName: otaPackage.moduleName,
		taskStatus: 'QUEUED',
		progress: '0',
		taskDesc: '',
		timeout: '1440',
		utcCreate: CREATED,
		utcModified: CREATED,
		...task,
		jobId: job.jobId,
		firmwareId: otaPackage.firmwareId,
		productKey: device.productKey,
		deviceName: device.deviceName,
		iotId: device.iotId,
	};
}
