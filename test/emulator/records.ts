/** The states of an update task, as the platform's page ListOTATaskByJob lists them. */
export const TASK_STATUSES = [
	'CONFIRM',
	'QUEUED',
	'NOTIFIED',
	'IN_PROGRESS',
	'SUCCEEDED',
	'FAILED',
	'CANCELED',
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The states in which a cancel still works (the platform's page CancelOTATaskByDevice). */
export const CANCELLABLE: readonly TaskStatus[] = ['CONFIRM', 'QUEUED', 'NOTIFIED'];

/** The states that the platform's page ListOTAUnfinishedTaskByDevice counts as unfinished. */
export const UNFINISHED: readonly TaskStatus[] = [...CANCELLABLE, 'IN_PROGRESS'];

/** Tells a state's name from any other text, as a filter of a request may hold. */
export function isTaskStatus(text: string): text is TaskStatus {
	return TASK_STATUSES.some((status) => status === text);
}

/** A product, with the fields of the platform's page QueryProductList. */
export interface Product {
	productKey: string;
	productName: string;
	description: string;
	/** 0 device, 1 gateway */
	nodeType: number;
	/** 0 pass-through, 1 JSON */
	dataFormat: number;
	authType: string;
	/** ms since 1970 */
	gmtCreate: number;
}

/** An OTA package, with the fields of the platform's page ListOTAFirmware. */
export interface OtaPackage {
	firmwareId: string;
	firmwareName: string;
	firmwareDesc: string;
	productKey: string;
	srcVersion: string;
	destVersion: string;
	moduleName: string;
	/** bytes */
	firmwareSize: number;
	firmwareSign: string;
	signMethod: string;
	/** 0 not verified, 1 verified, 2 being verified, 3 failed */
	status: number;
	/** 0 full package */
	type: number;
	utcCreate: string;
	utcModified: string;
}

export type JobStatus = 'PLANNED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELED';

/** An update batch, with the fields of the platform's page ListOTAJobByFirmware. */
export interface Job {
	/** 19 digits, thus text */
	jobId: string;
	firmwareId: string;
	productKey: string;
	jobStatus: JobStatus;
	jobType: 'VERIFY_FIRMWARE' | 'UPGRADE_FIRMWARE';
	targetSelection: 'ALL' | 'SPECIFIC' | 'GRAY';
	utcCreate: string;
	utcModified: string;
}

export interface Device {
	productKey: string;
	deviceName: string;
	iotId: string;
}

/** The update task of one device in one job, with the fields of the page ListOTATaskByJob. */
export interface Task {
	/** 19 digits, thus text */
	taskId: string;
	jobId: string;
	firmwareId: string;
	productKey: string;
	deviceName: string;
	iotId: string;
	srcVersion: string;
	destVersion: string;
	moduleName: string;
	taskStatus: TaskStatus;
	/** percent, as text */
	progress: string;
	taskDesc: string;
	/** minutes, as text */
	timeout: string;
	utcCreate: string;
	utcModified: string;
}
