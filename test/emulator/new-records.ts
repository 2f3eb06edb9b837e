import type { Device, Job, OtaPackage, Product, Task } from './records';

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
		moduleName: 'default',
		firmwareSize: 924,
		firmwareSign: '93230c3bde425a9d7984a594ac55ea1e',
		signMethod: 'MD5',
		status: 1,
		type: 0,
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
		...job,
		firmwareId: otaPackage.firmwareId,
		productKey: otaPackage.productKey,
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
