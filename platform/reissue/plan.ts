import type { ActionParameters } from '../catalog/actionParameters';
import { bytesForList, chunkNames } from '../lists/chunks';
import type { Task } from '../ota/tasks';
import type { Connection } from '../signing/connection';
import type { LaterJobs } from './laterJobs';
import type { ReissueMemory } from './memory';
import type { Aim, ReissueOrder } from './order';
import type { Ends, Target } from './source';
import type { ReissueDevice, Standing } from './standing';
import { namesOf } from './standing';

/** Most devices that one job names: Alibaba Cloud's figure (PROTOCOL section 6). */
export const DEVICES_PER_JOB = 200;

/** What is known of the devices that are due. */
export interface Knowledge {
	readonly later: LaterJobs;
	/** By device; absent where nobody asked, since the package is for another module. */
	readonly versions?: ReadonlyMap<string, string>;
}

/** Says where the devices that are due really stand; the others stay as they are. */
export function settleDue(
	devices: readonly ReissueDevice[],
	{ item, aim }: ReissueOrder,
	ends: Ends,
	{ knowledge, memory }: { readonly knowledge: Knowledge; readonly memory: ReissueMemory },
): ReissueDevice[] {
	const held = heldBy(knowledge.later.tasks, aim);
	const standingOf = ({ deviceName, task: { taskStatus } }: ReissueDevice): Standing => {
		const known = memory.standingOf(ends, item, deviceName);
		if (known) return known;
		const task = held.get(deviceName);
		if (task) return { kind: 'alreadyInJob', jobId: task.jobId, taskStatus: task.taskStatus };
		if (memory.isDoubtful(ends, deviceName)) return { kind: 'unknown', why: 'unanswered' };
		const { unsettled } = knowledge.later;
		if (unsettled) return { kind: 'unknown', why: 'unsettled', jobId: unsettled.jobId };
		const version = knowledge.versions?.get(deviceName);
		if (!knowledge.versions) return { kind: 'due' };
		return version === undefined
			? { kind: 'failed' }
			: standingByVersion(version, taskStatus, ends.target);
	};
	return devices.map((device) =>
		device.standing.kind === 'due' ? { ...device, standing: standingOf(device) } : device,
	);
}

/** Tasks of later jobs that keep their device from another job. One that failed there may be tried once more. */
function heldBy(tasks: readonly Task[], aim: Aim): ReadonlyMap<string, Task> {
	const isOver = ({ taskStatus }: Task) =>
		aim.kind === 'retryFailed' && ['FAILED', 'CANCELED'].includes(taskStatus);
	return new Map(
		tasks.filter((task) => !isOver(task)).map((task) => [task.deviceName, task] as const),
	);
}

/** Where a device stands that reports a version; an empty one tells nothing. */
function standingByVersion(
	version: string,
	taskStatus: string,
	{ version: wanted, against }: Target,
): Standing {
	if (version === '') return { kind: 'due' };
	if (version === wanted) return { kind: 'alreadyRuns', version };
	// The platform calls an update succeeded when the device reports its version.
	const brought = taskStatus === 'SUCCEEDED' ? against?.version : undefined;
	return brought && version !== brought ? { kind: 'runsAnother', version } : { kind: 'due' };
}

/** The parameters of a new job for named devices. */
export function jobParameters(
	{ settings }: Pick<ReissueOrder, 'settings'>,
	{ source, target }: Ends,
	deviceNames: readonly string[],
): ActionParameters {
	return {
		...settings,
		ProductKey: source.productKey,
		FirmwareId: target.firmwareId,
		TargetSelection: 'SPECIFIC',
		TargetDeviceName: deviceNames,
	};
}

/** The names of each new job: all devices that are due, 200 and 7,500 bytes of URL at most. */
export function planJobs(
	order: Pick<ReissueOrder, 'settings'>,
	ends: Ends,
	devices: readonly ReissueDevice[],
	connection: Connection,
): string[][] {
	const parameters = jobParameters(order, ends, []);
	const bytes = bytesForList({ action: 'CreateOTAStaticUpgradeJob', parameters }, connection);
	return chunkNames(namesOf(devices, 'due'), DEVICES_PER_JOB, bytes, 'TargetDeviceName');
}
