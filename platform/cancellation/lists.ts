import { ACTIONS } from '../catalog';
import { TASKS_PER_PAGE } from '../catalog/otaTask';
import { chunkNames } from '../lists/chunks';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { recordsIn } from '../lists/records';
import { listJobsOfPackage } from '../ota/jobs';
import type { JobList } from '../ota/jobs';
import { listTasksOfJob, readTask } from '../ota/tasks';
import type { Task } from '../ota/tasks';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { FoundDevice } from './found';
import type { CancelScope } from './plan';

/** What lists can tell of a device, see `FoundDevice`. */
export type Sees = Extract<FoundDevice, { kind: 'found' }>['sees'];

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

/** The jobs of a scope's package that may hold tasks of its product. */
export async function findJobsInScope(
	{ productKey, firmwareId }: CancelScope,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	const list = await listJobsOfPackage(firmwareId, call);
	if (!list.ok) return list;
	const jobs = list.value.jobs.filter((job) => [productKey, ''].includes(job.productKey));
	return ok({ ...list.value, jobs });
}

/**
 * The tasks of up to 100 devices in jobs.
 * @param sees what the lists tell of a device when they are whole
 */
export async function findInJobs(
	{ jobIds, sees }: { readonly jobIds: readonly string[]; readonly sees: Sees },
	deviceNames: readonly string[],
	call: CallAction,
): Promise<Result<Devices, CallFault>> {
	const lists = await Promise.all(
		jobIds.map(async (jobId) => await listTasksOfJob(jobId, { deviceNames }, call)),
	);
	const tasks = new Map<string, Task[]>(deviceNames.map((name) => [name, []]));
	let isWhole = true;
	for (const list of lists) {
		if (!list.ok) return list;
		isWhole &&= list.value.shortfall === undefined;
		for (const task of list.value.tasks) tasks.get(task.deviceName)?.push(task);
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
			.map(readTask)
			.filter((task) => task.firmwareId === firmwareId && (!jobId || task.jobId === jobId));
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
