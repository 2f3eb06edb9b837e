import type { Fleet } from '../fleet/fleet';
import type { Job, OtaPackage, Product, Task } from '../fleet/records';

/** The fields of a task that both lists of tasks print. */
export function printedTask(task: Task, fleet: Fleet) {
	const { taskId, jobId, firmwareId, productKey, deviceName, iotId } = task;
	const { srcVersion, destVersion, taskStatus, utcCreate, utcModified } = task;
	const productName = fleet.product(productKey)?.productName ?? '';
	return {
		...{ taskId, jobId, firmwareId, productKey, productName, deviceName, iotId },
		...{ srcVersion, destVersion, taskStatus, utcCreate, utcModified },
	};
}

/** The fields of a job that lists print. */
export function printedJob(job: Job) {
	const { jobId, firmwareId, productKey, jobStatus, jobType } = job;
	const { targetSelection, utcCreate, utcModified } = job;
	return {
		...{ jobId, firmwareId, productKey, jobStatus, jobType },
		...{ targetSelection, utcCreate, utcModified },
	};
}

/** The fields of a package that its list prints, and its page too. */
export function printedPackage(otaPackage: OtaPackage, fleet: Fleet) {
	const { firmwareId, firmwareName, firmwareDesc, productKey, srcVersion } = otaPackage;
	const { destVersion, moduleName, firmwareSize, firmwareSign, signMethod } = otaPackage;
	const { status, type, utcCreate, utcModified } = otaPackage;
	const productName = fleet.product(productKey)?.productName ?? '';
	return {
		...{ firmwareId, firmwareName, firmwareDesc, productKey, productName, srcVersion },
		...{ destVersion, moduleName, firmwareSize, firmwareSign, signMethod },
		...{ status, type, utcCreate, utcModified },
	};
}

/** The fields of a product that its list prints, and its page too; never the secret. */
export function printedProduct(product: Product, fleet: Fleet) {
	const { productKey, productName, description, nodeType } = product;
	const { dataFormat, authType, gmtCreate } = product;
	const deviceCount = fleet.deviceCount(productKey);
	return {
		...{ productKey, productName, description, nodeType },
		...{ dataFormat, authType, gmtCreate, deviceCount },
	};
}
