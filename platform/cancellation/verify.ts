import { LookUp } from './lookUp';
import { reportOf } from './report';
import type { DeviceReport } from './report';
import type { RunTools } from './run';
import { byScope } from './scopes';

/** A cancel takes a moment to reach the tasks; a look at once would mostly be in vain. Ms. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 8_000;

/**
 * Looks up the devices whose cancel was accepted, or may have been carried out, until each one's tasks show what
 * became of it or the time is over: no look-up goes on after that. Only then is a device called cancelled. A
 * device may all the same go on to install what it had downloaded before. One that was accepted and did not show
 * its cancel in time stays accepted, and its report tells for how long it was unseen.
 * @param timeout ms
 * @param since when the run began, ms since 1970 by the platform's clock
 */
export async function verifyDevices(
	reports: readonly DeviceReport[],
	timeout: number,
	since: number,
	tools: RunTools,
): Promise<DeviceReport[]> {
	const end = tools.now() + timeout;
	const call = tools.callWithin?.(timeout) ?? tools.call;
	const isOver = () => tools.now() >= end || tools.stopped();
	let current = [...reports];
	let wait = FIRST_WAIT;
	for (let left = timeout; current.some(isOpen) && !isOver(); left = end - tools.now()) {
		if (wait > FIRST_WAIT && left < FIRST_WAIT) break;
		// Half of what is left at the most, so that a short time has room for a look.
		await tools.sleep(Math.min(wait, left / 2));
		wait = Math.min(wait * 2, LONGEST_WAIT);
		if (!isOver()) current = await lookAgain(current, since, new LookUp(call, isOver));
	}
	return current.map((report) =>
		report.outcome === 'accepted' ? { ...report, unseenFor: timeout } : report,
	);
}

function isOpen({ outcome }: DeviceReport): boolean {
	return outcome === 'accepted' || outcome === 'unknown';
}

/** Looks up the devices that are still open, and reports on them anew. The others stay as they are. */
async function lookAgain(
	reports: readonly DeviceReport[],
	since: number,
	lookUp: LookUp,
): Promise<DeviceReport[]> {
	const renewed = new Map<DeviceReport, DeviceReport>();
	await Promise.all(
		byScope(reports.filter(isOpen), ({ result }) => result.request).map(async (group) => {
			const names = [...new Set(group.map(({ deviceName }) => deviceName))];
			// Only a task that was seen cancelled is told as cancelled, so ended ones have to be seen.
			const { found, fault } = await lookUp.find(group[0].result.request, names, true);
			for (const report of group) {
				const device = found.get(report.deviceName);
				if (device) renewed.set(report, reportOf(report, report.result, device, since));
				else if (fault && fault.kind !== 'stopped') {
					renewed.set(report, { ...report, lookUpFault: fault });
				}
			}
		}),
	);
	return reports.map((report) => renewed.get(report) ?? report);
}
