import type { ThingModel } from './thingModel';

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
	/** known to the platform and its devices only */
	productSecret: string;
	thingModel: ThingModel;
}

/** A part of the devices of a product that takes packages of its own (page CreateOTAModule). */
export interface OtaModule {
	productKey: string;
	moduleName: string;
	aliasName: string;
	desc: string;
	/** ms since 1970 */
	created: number;
	/** ms since 1970 */
	modified: number;
}

/** The module that stands for the whole device; every product has it without a record. */
export const DEFAULT_MODULE = 'default';

/** An OTA package, with the fields of the platform's pages ListOTAFirmware and QueryOTAFirmware. */
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
	/** 0 not verified, 1 verified, 2 being verified, 3 failed, -1 needs no verification */
	status: number;
	/** 0 full package */
	type: number;
	/** text that devices get with the notice of an update */
	udi: string;
	/** name of the object that holds the file */
	fileKey: string;
	utcCreate: string;
	utcModified: string;
}

/** How the devices of a job are chosen (the platform's page CreateOTAStaticUpgradeJob). */
export const TARGET_SELECTIONS = ['ALL', 'SPECIFIC', 'GRAY', 'GROUP'] as const;

export type TargetSelection = (typeof TARGET_SELECTIONS)[number];

export type JobStatus = 'PLANNED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELED';

/** An update batch, with the fields of the platform's pages ListOTAJobByFirmware and QueryOTAJob. */
export interface Job {
	/** 19 digits, thus text */
	jobId: string;
	firmwareId: string;
	productKey: string;
	jobStatus: JobStatus;
	jobType: 'VERIFY_FIRMWARE' | 'UPGRADE_FIRMWARE';
	targetSelection: TargetSelection;
	utcCreate: string;
	utcModified: string;
	/** of the package, kept here because a job outlives it */
	firmwareName: string;
	destVersion: string;
	jobDesc: string;
	needPush: boolean;
	needConfirm: boolean;
	/** percent, as text; only of a GRAY job */
	grayPercent?: string;
	/** only of a GROUP job */
	groupId?: string;
	retryCount?: number;
	/** minutes */
	retryInterval?: number;
	timeoutInMinutes?: number;
	/** when it began and ended; only of a job that has */
	utcStartTime?: string;
	utcEndTime?: string;
	/** empty = whatever a device runs */
	srcVersions: readonly string[];
}

/** The states of a device, as the platform's page QueryDevice lists them. */
export type DeviceStatus = 'ONLINE' | 'OFFLINE' | 'UNACTIVE' | 'DISABLE';

/** The value of a property, as text. */
export interface PropertyValue {
	value: string;
	/** ms since 1970 */
	time: number;
}

/** What a property should be, as text, and how often that was said. */
export interface DesiredValue {
	value: string;
	version: number;
}

export interface Device {
	productKey: string;
	deviceName: string;
	iotId: string;
	/** known to the platform and the device only */
	deviceSecret: string;
	nickname: string;
	status: DeviceStatus;
	ipAddress: string;
	/** what the device has reported, by module */
	moduleVersions: Record<string, string>;
	groupIds: readonly string[];
	/** what the device has reported last, by property */
	properties: Record<string, PropertyValue>;
	/** what is kept for the device, by property */
	desired: Record<string, DesiredValue>;
	/** the services that it has carried out, in their order */
	carriedOut: string[];
	/** ms since 1970 */
	created: number;
	/** ms since 1970 */
	statusSince: number;
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
