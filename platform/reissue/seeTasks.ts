import { isFatal } from '../client/retry';
import type { CallFault } from '../errors/faults';
import { listTasksOfJob } from '../ota/tasks';
import { inParallel } from '../parallel';
import type { ReissueDevice, Standing } from './standing';
import type { ReissueTools } from './tools';

/** Between the looks at new jobs, whose tasks may show late. Ms. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];

const READS_AT_ONCE = 5;

/**
 * Looks for the tasks of the devices that were put into new jobs, until each shows one or half a minute is over:
 * the platform gives none to a device that has an unfinished task elsewhere or runs the version, and says so
 * nowhere. A job that may not be read is not asked for again. One request a look for every 100 devices of a job
 * that is not seen whole.
 */
export async function seeTasks(
	devices: readonly ReissueDevice[],
	{ call, sleep, stopped }: ReissueTools,
): Promise<ReissueDevice[]> {
	let seen = [...devices];
	/** By job: why its last list did not come, or not whole. */
	const faults = new Map<string, CallFault>(openJobs(seen).map((jobId) => [jobId, STOPPED]));
	for (const pause of [0, ...PAUSES]) {
		const open = openJobs(seen).filter((jobId) => mayBeRead(faults.get(jobId)));
		if (open.length === 0 || stopped()) break;
		if (pause > 0) await sleep(pause);
		const standings = new Map<string, Standing>();
		await inParallel(open, READS_AT_ONCE, async (openJobId) => {
			const list = await listTasksOfJob(openJobId, {}, call);
			const fault = list.ok ? list.value.shortfall : list.fault;
			if (fault) faults.set(openJobId, fault);
			else faults.delete(openJobId);
			for (const { jobId, deviceName } of list.ok ? list.value.tasks : []) {
				standings.set(`${jobId} ${deviceName}`, { kind: 'created', jobId, isSeen: true });
			}
		});
		seen = seen.map((device) => seenIn(device, standings));
	}
	return seen.map((device) => withoutTask(device, faults));
}

/** What keeps the first look from being taken. */
const STOPPED: CallFault = { kind: 'stopped' };

/** A job that was made a moment ago may be refused as unknown at first; what the key may not do stays so. */
function mayBeRead(fault: CallFault | undefined): boolean {
	if (fault?.kind !== 'refused') return true;
	return fault.meaning?.kind !== 'permission' && !isFatal(fault);
}

function openJobs(devices: readonly ReissueDevice[]): string[] {
	const open = devices.flatMap(({ standing }) =>
		standing.kind === 'created' && !standing.isSeen ? [standing.jobId] : [],
	);
	return [...new Set(open)];
}

/** A device may have tasks in several new jobs of an execution: its own job counts. */
function seenIn(device: ReissueDevice, standings: ReadonlyMap<string, Standing>): ReissueDevice {
	const { standing, deviceName } = device;
	if (standing.kind !== 'created') return device;
	const seen = standings.get(`${standing.jobId} ${deviceName}`);
	return seen ? { ...device, standing: seen } : device;
}

/** A device whose task was not seen: its job shows none of it, or could not be read to the end. */
function withoutTask(device: ReissueDevice, faults: ReadonlyMap<string, CallFault>): ReissueDevice {
	const { standing } = device;
	if (standing.kind !== 'created' || standing.isSeen) return device;
	const { jobId } = standing;
	const fault = faults.get(jobId);
	return {
		...device,
		standing: fault
			? { kind: 'unknown', why: 'unread', jobId, fault }
			: { kind: 'unknown', why: 'unseen', jobId },
	};
}
