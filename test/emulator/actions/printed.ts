import type { Fleet } from '../fleet';
import type { Job, Task } from '../records';

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

/** The fields of a job as lists print them: a copy, so that no answer changes with the fleet. */
export function printedJob(job: Job) {
	return { ...job };
}
