import type { CallFault } from '../errors/faults';
import type { FoundDevice } from './found';
import { outcomeAfterLookUp, outcomeOf } from './outcome';
import type { Outcome } from './outcome';
import type { PlannedDevice, PlannedRequest } from './plan';
import type { RequestResult } from './requestResult';

/** What became of one device of one planned request. */
export interface DeviceReport extends PlannedDevice {
	readonly outcome: Outcome;
	/** The request that carried the device last, and its answer. */
	readonly result: RequestResult;
	/** States of the device's tasks as a look-up found them, separated by commas; empty without one. */
	readonly taskStatus: string;
	/** Why a look-up that was wanted could not be made. */
	readonly lookUpFault?: CallFault;
	/** How long Verify looked for the cancel without seeing it, ms; absent where it was seen or not asked for. */
	readonly unseenFor?: number;
}

/**
 * Reports on every device of a run, in the order of the plan. What a look-up found counts for more than the
 * platform's refusal, since its code does not tell a finished update from one being installed right now.
 * @param since when the run began, ms since 1970 by the platform's clock
 */
export function reportDevices(
	requests: readonly PlannedRequest[],
	results: readonly RequestResult[],
	since: number,
): DeviceReport[] {
	const resultOf = requests.map(() => new Map<string, RequestResult>());
	for (const result of results) {
		for (const name of result.request.deviceNames) resultOf[result.place]?.set(name, result);
	}
	return requests.flatMap(({ devices }, place) =>
		devices.flatMap((device) => {
			const result = resultOf[place]?.get(device.deviceName);
			return result ? [reportOf(device, result, result.found?.get(device.deviceName), since)] : [];
		}),
	);
}

/** Reports on a device by the answer to its request and, where there was one, a look-up after it. */
export function reportOf(
	{ deviceName, mentions }: PlannedDevice,
	result: RequestResult,
	found: FoundDevice | undefined,
	since: number,
): DeviceReport {
	const { lookUpFault } = result;
	if (!found) {
		const fault = lookUpFault ? { lookUpFault } : {};
		return { deviceName, mentions, result, outcome: outcomeOf(result), taskStatus: '', ...fault };
	}
	const tasks = found.kind === 'found' ? found.tasks : [];
	return {
		deviceName,
		mentions,
		result,
		outcome: outcomeAfterLookUp(result, found, since),
		taskStatus: tasks.map(({ taskStatus }) => taskStatus).join(', '),
	};
}

/** Whether a device ended as the user wished: an accepted cancel that was looked for and not seen is none. */
export function isSuccess(
	{ outcome, unseenFor }: DeviceReport,
	nothingToCancelIsSuccess: boolean,
): boolean {
	return (
		(outcome === 'accepted' && unseenFor === undefined) ||
		outcome === 'cancelled' ||
		(outcome === 'nothingToCancel' && nothingToCancelIsSuccess)
	);
}
