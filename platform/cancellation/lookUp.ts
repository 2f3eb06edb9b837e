import { ACTIONS } from '../catalog';
import { chunkNames } from '../chunks';
import type { CallAction } from '../client';
import { meaningOf } from '../errors/codes';
import type { CallFault, RefusedFault } from '../faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { readPages } from '../paging';
import { inParallel } from '../parallel';
import { recordsIn } from '../records';
import { done, failed } from '../result';
import type { Result } from '../result';
import type { CancelScope } from './plan';
import { AT_ONCE } from './run';

/** An OTA task as a look-up found it. */
export interface FoundTask {
	readonly taskId: string;
	readonly jobId: string;
	/** One of `TaskStatus`, or a word that this version does not know. */
	readonly taskStatus: string;
	/** When its state last changed, ms since 1970 by the platform's clock; NaN where no list tells. */
	readonly modified: number;
}

/** What a look-up found of one device, within the scope asked for. */
export type FoundDevice =
	| {
			readonly kind: 'found';
			readonly tasks: readonly FoundTask[];
			/** Whether finished tasks would be among them too. */
			readonly complete: boolean;
	  }
	/** The platform said no to this device alone, e.g. because it does not know it. */
	| { readonly kind: 'refused'; readonly fault: RefusedFault };

/** What a look-up found, by device name. */
export type FoundDevices = ReadonlyMap<string, FoundDevice>;

/** Most names in one look-up, so that its answer fits one page: the largest page of a job's tasks. */
const NAMES_PER_LOOK_UP = 100;

/** Bytes of URL for the names of one look-up; leaves 1.5 KB of the 7.5 KB for all else. */
const BYTES_FOR_NAMES = 6_000;

/**
 * Finds the tasks of devices. With a job by that job's list; without one by the lists of all jobs of the
 * package where finished tasks are asked for or that takes fewer requests, else device by device.
 * @param wanted `unfinished` may leave finished tasks out, `all` does not
 */
export async function findTasks(
	scope: CancelScope,
	deviceNames: readonly string[],
	wanted: 'unfinished' | 'all',
	call: CallAction,
): Promise<Result<FoundDevices, CallFault>> {
	if (scope.jobId) return await findInJobs([scope.jobId], deviceNames, call);
	if (wanted === 'unfinished' && deviceNames.length === 1) {
		return await findUnfinished(scope, deviceNames, call);
	}
	const jobs = await findJobs(scope, call);
	if (!jobs.ok) return jobs;
	const lists = jobs.value.length * Math.ceil(deviceNames.length / NAMES_PER_LOOK_UP);
	return wanted === 'all' || lists < deviceNames.length
		? await findInJobs(jobs.value, deviceNames, call)
		: await findUnfinished(scope, deviceNames, call);
}

/** IDs of the jobs of a package. Source: the platform's page ListOTAJobByFirmware. */
async function findJobs(
	scope: CancelScope,
	call: CallAction,
): Promise<Result<string[], CallFault>> {
	const jobs = await readPages(
		{
			action: 'ListOTAJobByFirmware',
			parameters: { FirmwareId: scope.firmwareId },
		},
		call,
	);
	if (!jobs.ok) return jobs;
	const ofProduct = jobs.value.filter((job) =>
		[scope.productKey, ''].includes(readText(job, 'ProductKey')),
	);
	return done(ofProduct.map((job) => readText(job, 'JobId')));
}

/** Source: the platform's page ListOTATaskByJob, whose name filter is `DeviceNames.N`. */
async function findInJobs(
	jobIds: readonly string[],
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<FoundDevices, CallFault>> {
	const chunks = chunkNames(deviceNames, NAMES_PER_LOOK_UP, BYTES_FOR_NAMES);
	const lists = jobIds.flatMap((jobId) => chunks.map((names) => ({ jobId, names })));
	const tasks = await collect(lists, async ({ jobId, names }) => {
		const parameters = { JobId: jobId, DeviceNames: names };
		const records = await readPages({ action: 'ListOTATaskByJob', parameters }, call);
		return records.ok ? done(records.value.map((record) => ({ record, jobId }))) : records;
	});
	if (!tasks.ok) return tasks;
	const found = new Map<string, FoundTask[]>(deviceNames.map((name) => [name, []]));
	for (const { record, jobId } of tasks.value.flat()) {
		found.get(readText(record, 'DeviceName'))?.push(asTask(record, jobId));
	}
	const devices = [...found].map(([name, tasks]): [string, FoundDevice] => [
		name,
		{ kind: 'found', tasks, complete: true },
	]);
	return done(new Map(devices));
}

/** Source: the platform's page ListOTAUnfinishedTaskByDevice. It does not page. */
export async function findUnfinished(
	scope: CancelScope,
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<FoundDevices, CallFault>> {
	const devices = await collect(deviceNames, async (name) => {
		const device = await findUnfinishedOf(name, scope, call);
		return device.ok ? done([name, device.value] as const) : device;
	});
	return devices.ok ? done(new Map(devices.value)) : devices;
}

async function findUnfinishedOf(
	deviceName: string,
	scope: CancelScope,
	call: CallAction,
): Promise<Result<FoundDevice, CallFault>> {
	const outcome = await call({
		action: 'ListOTAUnfinishedTaskByDevice',
		parameters: { ProductKey: scope.productKey, DeviceName: deviceName },
	});
	if (outcome.ok) {
		const { list } = ACTIONS.ListOTAUnfinishedTaskByDevice;
		const tasks = recordsIn(outcome.answer.json, list?.path ?? [])
			.filter((task) => readText(task, 'FirmwareId') === scope.firmwareId)
			.map((task) => asTask(task, ''))
			.filter((task) => !scope.jobId || task.jobId === scope.jobId);
		return done({ kind: 'found', tasks, complete: false });
	}
	const { fault } = outcome;
	const isOfDevice = fault.kind === 'refused' && meaningOf(fault.code)?.devices;
	return isOfDevice ? done({ kind: 'refused', fault }) : failed(fault);
}

/** What comes of the entries in their order, several at a time; after a fault no further one starts. */
async function collect<Entry, Value>(
	entries: readonly Entry[],
	work: (entry: Entry) => Promise<Result<Value, CallFault>>,
): Promise<Result<Value[], CallFault>> {
	let fault: CallFault | undefined;
	const values = await inParallel(entries, AT_ONCE, async (entry) => {
		if (fault) return undefined;
		const result = await work(entry);
		if (result.ok) return result.value;
		fault ??= result.fault;
		return undefined;
	});
	return fault ? failed(fault) : done(values);
}

function asTask(record: JsonObject, jobId: string): FoundTask {
	return {
		taskId: readText(record, 'TaskId'),
		jobId: readText(record, 'JobId') || jobId,
		taskStatus: readText(record, 'TaskStatus').toUpperCase(),
		modified: Date.parse(readText(record, 'UtcModified')),
	};
}
