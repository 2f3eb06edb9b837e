import { ACTIONS } from '../catalog';
import { FINISHED_JOB } from '../catalog/jobStatus';
import { TASKS_PER_PAGE } from '../catalog/otaTask';
import { chunkNames } from '../lists/chunks';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { readPages } from '../lists/paging';
import { recordsIn } from '../lists/records';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { FoundDevice, FoundTask } from './found';
import type { CancelScope } from './plan';

/** What lists can tell of a device, see `FoundDevice`. */
export type Sees = Extract<FoundDevice, { kind: 'found' }>['sees'];

/** A job of a package. */
export interface Job {
	readonly jobId: string;
	/** Whether it holds no task that could still run. */
	readonly hasEnded: boolean;
}

/** The jobs of a package. */
export interface JobList {
	readonly jobs: readonly Job[];
	/** Whether there are no others. */
	readonly isWhole: boolean;
}

type Devices = ReadonlyArray<readonly [name: string, device: FoundDevice]>;

/** Most names in one look-up, so that its answer fits one page. */
const NAMES_PER_LIST = TASKS_PER_PAGE;

/** Bytes of URL for the names of one look-up; leaves 1.5 KB of the 7.5 KB for all else. */
const BYTES_FOR_NAMES = 6_000;

/** Cuts names into such portions as one list can be asked for. */
export function chunksOfNames(deviceNames: Iterable<string>): string[][] {
	return chunkNames(deviceNames, NAMES_PER_LIST, BYTES_FOR_NAMES);
}

/** How many lists of one job tell of so many devices, unless their names are very long. */
export function listsFor(devices: number): number {
	return Math.ceil(devices / NAMES_PER_LIST);
}

/** The jobs of a package, for a scope without a job. Source: the platform's page ListOTAJobByFirmware. */
export async function findJobs(
	{ productKey, firmwareId }: CancelScope,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	const parameters = { FirmwareId: firmwareId };
	const list = await readPages({ action: 'ListOTAJobByFirmware', parameters }, call);
	if (!list.ok) return list;
	const { records, missing } = list.value;
	const jobs = records
		.filter((job) => [productKey, ''].includes(readText(job, 'ProductKey')))
		.map((job) => ({
			jobId: readText(job, 'JobId'),
			hasEnded: FINISHED_JOB.includes(readText(job, 'JobStatus').toUpperCase()),
		}));
	return ok({ jobs, isWhole: missing === 0 });
}

/**
 * The tasks of up to 100 devices in jobs. Source: the platform's page ListOTATaskByJob, whose name filter is
 * `DeviceNames.N`.
 * @param sees what the lists tell of a device when they are whole
 */
export async function findInJobs(
	{ jobIds, sees }: { readonly jobIds: readonly string[]; readonly sees: Sees },
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<Devices, CallFault>> {
	const lists = await Promise.all(
		jobIds.map(async (jobId) => {
			const parameters = { JobId: jobId, DeviceNames: deviceNames };
			return await readPages({ action: 'ListOTATaskByJob', parameters }, call);
		}),
	);
	const tasks = new Map<string, FoundTask[]>(deviceNames.map((name) => [name, []]));
	let isWhole = true;
	for (const [place, list] of lists.entries()) {
		if (!list.ok) return list;
		isWhole &&= list.value.missing === 0;
		for (const record of list.value.records) {
			tasks.get(readText(record, 'DeviceName'))?.push(asTask(record, jobIds[place] ?? ''));
		}
	}
	const seen = isWhole ? sees : 'part';
	return ok(
		[...tasks].map(([name, own]) => [name, { kind: 'found', tasks: own, sees: seen }] as const),
	);
}

/**
 * The unfinished tasks of one device within a scope, or that the platform does not know it. Source: the
 * platform's page ListOTAUnfinishedTaskByDevice. It does not page.
 */
export async function findUnfinished(
	{ productKey, firmwareId, jobId }: CancelScope,
	deviceName: string,
	call: CallAction,
): Promise<Result<Devices, CallFault>> {
	const outcome = await call({
		action: 'ListOTAUnfinishedTaskByDevice',
		parameters: { ProductKey: productKey, DeviceName: deviceName },
	});
	if (outcome.ok) {
		const { list } = ACTIONS.ListOTAUnfinishedTaskByDevice;
		const tasks = recordsIn(outcome.answer.json, list?.path ?? [])
			.filter((task) => readText(task, 'FirmwareId') === firmwareId)
			.map((task) => asTask(task, ''))
			.filter((task) => !jobId || task.jobId === jobId);
		return ok([[deviceName, { kind: 'found', tasks, sees: 'unfinished' }]]);
	}
	return isAbsence(outcome.fault) ? ok([[deviceName, { kind: 'absent' }]]) : fail(outcome.fault);
}

/** Whether the platform says that it does not know the device that it was asked for. */
export function isAbsence(fault: CallFault): boolean {
	if (fault.kind !== 'refused') return false;
	const { meaning } = fault;
	return meaning?.kind === 'notFound' && meaning.devices === true && !meaning.nothingToCancel;
}

function asTask(record: JsonObject, jobId: string): FoundTask {
	return {
		taskId: readText(record, 'TaskId'),
		jobId: readText(record, 'JobId') || jobId,
		taskStatus: readText(record, 'TaskStatus').toUpperCase(),
		modified: Date.parse(readText(record, 'UtcModified')),
	};
}
