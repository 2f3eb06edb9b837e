import { requestOf } from './plan';
import type { CancelScope, PlannedDevice, PlannedRequest } from './plan';
import type { DeviceReport } from './report';
import { doubtAfterRefusal } from './requestResult';
import type { Doubt, Part, RequestResult } from './requestResult';

/** What of a plan is still to be sent, and what earlier tries have done of it. */
interface Remaining {
	/** Devices of one request that differ in doubt go apart: what one try left open says nothing about others. */
	readonly parts: readonly Part[];
	/** On devices that are not sent again, as they were reported then. */
	readonly done: readonly DeviceReport[];
}

/**
 * What tries of the same work have done, where it is tried again as a whole. A device whose cancel was taken
 * would be refused by the next try, as having no unfinished task.
 */
export class EarlierTries {
	private started: number | undefined;
	private reports: readonly DeviceReport[] = [];

	/** Begins a try; gives when the first one began, ms by the same clock. */
	begin(now: number): number {
		return (this.started ??= now);
	}

	/** Keeps what the try that is under way has come to, in place of what was kept before. */
	keep(reports: readonly DeviceReport[]): void {
		this.reports = reports;
	}

	/** Tells what is done of a plan from what is still to be sent. */
	remaining(requests: readonly PlannedRequest[]): Remaining {
		const earlier = this.byDevice();
		if (earlier.size === 0) return { parts: requests.map(wholePart), done: [] };
		const done: DeviceReport[] = [];
		const parts = requests.flatMap((request, place) => {
			const placed = new Map<RequestResult, RequestResult>();
			const left = new Map<Doubt, PlannedDevice[]>();
			for (const device of request.devices) {
				const report = earlier.get(deviceKey(request, device.deviceName));
				if (report && isDone(report)) {
					// One object for all devices of an answer, by which they are told together.
					const result = placed.get(report.result) ?? { ...report.result, place };
					placed.set(report.result, result);
					done.push({ ...report, ...device, result });
					continue;
				}
				const doubt = report ? doubtOf(report) : 'none';
				left.set(doubt, [...(left.get(doubt) ?? []), device]);
			}
			return [...left].map(([doubt, devices]): Part => {
				return { request: requestOf({ ...request, devices }), place, doubt };
			});
		});
		return { parts, done };
	}

	/** The report that says most on each device, where several requests named it. */
	private byDevice(): ReadonlyMap<string, DeviceReport> {
		const reports = new Map<string, DeviceReport>();
		for (const report of this.reports) {
			const key = deviceKey(report.result.request, report.deviceName);
			const known = reports.get(key);
			if (!known || weightOf(report) > weightOf(known)) reports.set(key, report);
		}
		return reports;
	}
}

function wholePart(request: PlannedRequest, place: number): Part {
	return { request: requestOf(request), place, doubt: 'none' };
}

function deviceKey({ productKey, firmwareId, jobId }: CancelScope, deviceName: string): string {
	return JSON.stringify([productKey, firmwareId, jobId, deviceName]);
}

/** Whether the platform took the cancel, seen by Verify or not. */
function isDone({ outcome }: DeviceReport): boolean {
	return outcome === 'accepted' || outcome === 'cancelled';
}

/** Why a refusal by the next try may speak of a thing that this one has done. */
function doubtOf({ result }: DeviceReport): Doubt {
	return result.kind === 'failed' ? doubtAfterRefusal(result) : result.doubt;
}

const WEIGHTS: Readonly<Record<Doubt, number>> = { none: 0, refused: 1, unanswered: 2 };

function weightOf(report: DeviceReport): number {
	return isDone(report) ? 3 : WEIGHTS[doubtOf(report)];
}
