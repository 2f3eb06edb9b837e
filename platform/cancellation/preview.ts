import type { CallAction } from '../client';
import type { CallFault } from '../faults';
import { done } from '../result';
import type { Result } from '../result';
import { findTasks, findUnfinished } from './lookUp';
import type { FoundDevice, FoundDevices, FoundTask } from './lookUp';
import { outcomeOfPreview } from './outcome';
import type { Outcome } from './outcome';
import type { CancelRequest } from './plan';

/** What a cancel would do to one device. */
export interface DevicePreview {
	readonly deviceName: string;
	/** The outcome that a cancel with a look-up after it would have. */
	readonly wouldBe: Outcome;
	/** The device's tasks within the scope; without finished ones where they were not needed. */
	readonly tasks: readonly FoundTask[];
}

/** Looks up what a planned request would meet, device by device in its order. Sends reads only. */
export async function previewRequest(
	request: CancelRequest,
	call: CallAction,
): Promise<Result<DevicePreview[], CallFault>> {
	const found = await findTasks(request, request.deviceNames, 'unfinished', call);
	if (!found.ok) return found;
	const unseen = await lookForUnseen(request, found.value, call);
	if (!unseen.ok) return unseen;
	return done(
		request.deviceNames.map((deviceName) => {
			const device = unseen.value.get(deviceName) ?? found.value.get(deviceName) ?? NOTHING;
			return {
				deviceName,
				wouldBe: outcomeOfPreview(device),
				tasks: device.kind === 'found' ? device.tasks : [],
			};
		}),
	);
}

const NOTHING: FoundDevice = { kind: 'found', tasks: [], complete: true };

/** A job's list is silent about devices that do not exist; asked for by itself, the platform says so. */
async function lookForUnseen(
	request: CancelRequest,
	found: FoundDevices,
	call: CallAction,
): Promise<Result<FoundDevices, CallFault>> {
	const unseen = request.deviceNames.filter((name) => {
		const device = found.get(name);
		return device?.kind === 'found' && device.complete && device.tasks.length === 0;
	});
	return await findUnfinished(request, unseen, call);
}
