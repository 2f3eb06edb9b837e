import type { CallAction, CallOutcome } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { atMost } from '../parallel';
import { isFinished } from '../ota/jobs';
import type { Job, JobList } from '../ota/jobs';
import { ok } from '../result';
import type { Result } from '../result';
import { findAbsent } from './existence';
import type { FoundDevice, FoundDevices } from './found';
import { chunksOfNames, findInJobs, findJobsInScope, findUnfinished, listsFor } from './lists';
import type { Sees } from './lists';
import type { CancelScope } from './plan';

/** What a look-up found, and what kept it from finding more. */
interface LookedUp {
	/** Without the devices that it did not get to. */
	readonly found: FoundDevices;
	readonly fault?: CallFault;
}

/** Which lists tell of devices. */
type Way =
	| { readonly kind: 'jobs'; readonly jobIds: readonly string[]; readonly sees: Sees }
	/** One read for each device. */
	| { readonly kind: 'devices' };

/** Look-ups under way at once. */
const READS_AT_ONCE = 5;

/** So few jobs are all asked, since ended tasks tell more than their absence. */
const FEW_JOBS = 3;

/** Finds the tasks of devices, and remembers the jobs of a package for the time of a run. */
export class LookUp {
	private readonly gate = atMost(READS_AT_ONCE);
	private readonly jobs = new Map<string, Promise<Result<JobList, CallFault>>>();

	/** @param expired whether no further look-up may start */
	constructor(
		private readonly call: CallAction,
		private readonly expired: () => boolean,
	) {}

	/**
	 * Finds the tasks of devices: with a job by that job's list, without one by the lists of the package's jobs
	 * or device by device, whichever takes fewer reads. Devices without any task are looked for by themselves,
	 * so that unknown ones stand out. Never throws.
	 * @param inDoubt whether ended tasks have to be seen, however many reads that takes
	 */
	async find(
		scope: CancelScope,
		deviceNames: readonly string[],
		inDoubt: boolean,
	): Promise<LookedUp> {
		const way = await this.wayTo(scope, deviceNames.length, inDoubt);
		if (!way.ok) return { found: new Map(), fault: way.fault };
		const looked = await this.collect(way.value, scope, deviceNames);
		const unseen = [...looked.found].flatMap(([name, device]) => (isUnseen(device) ? [name] : []));
		const absent = await findAbsent(
			scope.productKey,
			unseen,
			this.guarded(() => undefined),
		);
		const found = new Map(looked.found);
		for (const name of absent) found.set(name, { kind: 'absent' });
		return { ...looked, found };
	}

	/** How many reads it takes to find so many devices; infinite where that cannot be told. */
	async reads(scope: CancelScope, devices: number): Promise<number> {
		const way = await this.wayTo(scope, devices, false);
		if (!way.ok) return Number.POSITIVE_INFINITY;
		return way.value.kind === 'jobs' ? way.value.jobIds.length * listsFor(devices) : devices;
	}

	private async wayTo(
		scope: CancelScope,
		devices: number,
		inDoubt: boolean,
	): Promise<Result<Way, CallFault>> {
		if (scope.jobId) return ok({ kind: 'jobs', jobIds: [scope.jobId], sees: 'everything' });
		const list = await this.jobsOf(scope);
		if (!list.ok) return list;
		const { jobs, shortfall } = list.value;
		const ids = (some: readonly Job[]) => some.map(({ jobId }) => jobId);
		if (inDoubt || jobs.length <= FEW_JOBS) {
			return ok({ kind: 'jobs', jobIds: ids(jobs), sees: shortfall ? 'part' : 'everything' });
		}
		const open = ids(jobs.filter((job) => !isFinished(job)));
		return open.length * listsFor(devices) <= devices
			? ok({ kind: 'jobs', jobIds: open, sees: shortfall ? 'part' : 'unfinished' })
			: ok({ kind: 'devices' });
	}

	private async jobsOf(scope: CancelScope): Promise<Result<JobList, CallFault>> {
		const key = JSON.stringify([scope.productKey, scope.firmwareId]);
		const known =
			this.jobs.get(key) ??
			findJobsInScope(
				scope,
				this.guarded(() => undefined),
			);
		this.jobs.set(key, known);
		const list = await known;
		// A fault may pass, so the next look-up asks again.
		if (!list.ok) this.jobs.delete(key);
		return list;
	}

	/** Reads the lists, several at once; after a fault no further one starts, and what was read counts. */
	private async collect(
		way: Way,
		scope: CancelScope,
		deviceNames: readonly string[],
	): Promise<LookedUp> {
		const found = new Map<string, FoundDevice>();
		let fault: CallFault | undefined;
		const call = this.guarded(() => fault);
		const pieces =
			way.kind === 'jobs'
				? chunksOfNames(deviceNames).map(async (names) => await findInJobs(way, names, call))
				: deviceNames.map(async (name) => await findUnfinished(scope, name, call));
		await Promise.all(
			pieces.map(async (piece) => {
				const devices = await piece;
				if (!devices.ok) fault ??= devices.fault;
				else for (const [name, device] of devices.value) found.set(name, device);
			}),
		);
		return fault ? { found, fault } : { found };
	}

	/** The call, in its turn, unless there is a fault by then or the time is over. */
	private guarded(fault: () => CallFault | undefined): CallAction {
		return async (asked) =>
			await this.gate(async () => {
				const reason = this.expired() ? STOPPED : fault();
				return reason ? notMade(reason) : await this.call(asked);
			});
	}
}

const STOPPED: CallFault = { kind: 'stopped' };

function notMade(fault: CallFault): CallOutcome {
	return { ok: false, fault, attempts: 0, inDoubt: false };
}

/** Whether no list shows a device, although it would show its unfinished tasks. */
function isUnseen(device: FoundDevice): boolean {
	return device.kind === 'found' && device.tasks.length === 0 && device.sees !== 'part';
}
