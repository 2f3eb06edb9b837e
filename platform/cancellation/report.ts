import type { CallAction } from '../client';
import type { CallFault } from '../faults';
import { findTasks } from './lookUp';
import type { FoundDevice } from './lookUp';
import { isWorthALook, outcomeAfterLookUp, outcomeOf } from './outcome';
import type { Outcome } from './outcome';
import type { CancelScope } from './plan';
import type { RequestResult } from './run';

/** What became of one device of one planned request. */
export interface DeviceReport {
	readonly deviceName: string;
	readonly outcome: Outcome;
	/** The request that carried the device last, and its answer. */
	readonly result: RequestResult;
	/** States of the device's tasks as a look-up found them, separated by commas; empty without one. */
	readonly taskStatus: string;
	/** Why a look-up that was wanted could not be made. */
	readonly lookUpFault?: CallFault;
}

/**
 * Reports on every device of a run. Where a refusal may mean that nothing is left to cancel, the task is
 * looked up first, since the code does not tell a finished update from one being installed right now.
 * @param since when the run began, ms since 1970 by the platform's clock
 */
export async function reportDevices(
	results: readonly RequestResult[],
	since: number,
	call: CallAction,
): Promise<DeviceReport[]> {
	const reports = results.flatMap((result) =>
		result.request.deviceNames.map(
			(deviceName): DeviceReport => ({
				deviceName,
				result,
				outcome: outcomeOf(result),
				taskStatus: '',
			}),
		),
	);
	return await lookUpAgain(reports, ({ result }) => isWorthALook(result), since, call);
}

/** Looks up the devices that `wanted` picks, and reports on them anew. The others stay as they are. */
export async function lookUpAgain(
	reports: readonly DeviceReport[],
	wanted: (report: DeviceReport) => boolean,
	since: number,
	call: CallAction,
): Promise<DeviceReport[]> {
	const renewed = new Map<DeviceReport, DeviceReport>();
	for (const group of byScope(reports.filter(wanted))) {
		const { result } = group[0];
		// Only finished tasks can tell whether an attempt in doubt was carried out.
		const depth = group.some(inDoubt) ? 'all' : 'unfinished';
		const names = [...new Set(group.map(({ deviceName }) => deviceName))];
		const found = await findTasks(scopeOf(result), names, depth, call);
		for (const report of group) {
			renewed.set(
				report,
				found.ok
					? renew(report, found.value.get(report.deviceName), since)
					: { ...report, lookUpFault: found.fault },
			);
		}
	}
	return reports.map((report) => renewed.get(report) ?? report);
}

function inDoubt({ result, outcome }: DeviceReport): boolean {
	return outcome === 'unknown' || (result.kind !== 'accepted' && result.doubt !== 'none');
}

function renew(report: DeviceReport, found: FoundDevice | undefined, since: number): DeviceReport {
	if (!found) return report;
	return {
		deviceName: report.deviceName,
		result: report.result,
		outcome: outcomeAfterLookUp(report.result, found, since),
		taskStatus:
			found.kind === 'found' ? found.tasks.map(({ taskStatus }) => taskStatus).join(', ') : '',
	};
}

function byScope(reports: readonly DeviceReport[]): Array<[DeviceReport, ...DeviceReport[]]> {
	const groups = new Map<string, [DeviceReport, ...DeviceReport[]]>();
	for (const report of reports) {
		const { productKey, firmwareId, jobId } = report.result.request;
		const key = JSON.stringify([productKey, firmwareId, jobId]);
		const group = groups.get(key);
		if (group) group.push(report);
		else groups.set(key, [report]);
	}
	return [...groups.values()];
}

function scopeOf({ request }: RequestResult): CancelScope {
	const { productKey, firmwareId, jobId } = request;
	return { productKey, firmwareId, jobId };
}
