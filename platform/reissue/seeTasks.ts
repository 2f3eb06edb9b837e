import { listTasksOfJob } from '../ota/tasks';
import { inParallel } from '../parallel';
import { withStandings } from './standing';
import type { ReissueDevice, Standing } from './standing';
import type { ReissueTools } from './tools';

/** Between the looks at new jobs, whose tasks may show late. Ms. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];

const READS_AT_ONCE = 5;

/**
 * Looks for the tasks of the devices that were put into new jobs, until each shows one or half a minute is over:
 * the platform gives none to a device that has an unfinished task elsewhere or runs the version, and says so
 * nowhere. One request a look for every 100 devices of a job that is not seen whole.
 */
export async function seeTasks(
	devices: readonly ReissueDevice[],
	{ call, sleep, stopped }: ReissueTools,
): Promise<ReissueDevice[]> {
	let seen = [...devices];
	for (const pause of [0, ...PAUSES]) {
		const open = openJobs(seen);
		if (open.length === 0 || stopped()) break;
		if (pause > 0) await sleep(pause);
		const lists = await inParallel(
			open,
			READS_AT_ONCE,
			async (jobId) => await listTasksOfJob(jobId, {}, call),
		);
		const standings = new Map<string, Standing>();
		for (const list of lists) {
			for (const { jobId, deviceName } of list.ok ? list.value.tasks : []) {
				standings.set(`${jobId} ${deviceName}`, { kind: 'created', jobId, isSeen: true });
			}
		}
		seen = seen.map((device) => seenIn(device, standings));
	}
	return withStandings(seen, new Map(seen.flatMap(unseenStanding)));
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

function unseenStanding({ deviceName, standing }: ReissueDevice): Array<[string, Standing]> {
	if (standing.kind !== 'created' || standing.isSeen) return [];
	return [[deviceName, { kind: 'unknown', why: 'unseen', jobId: standing.jobId }]];
}
