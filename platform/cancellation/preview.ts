import type { CallFault } from '../errors/faults';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { Task } from '../ota/tasks';
import type { LookUp } from './lookUp';
import { outcomeOfPreview } from './outcome';
import type { Outcome } from './outcome';
import { requestOf } from './plan';
import type { PlannedDevice, PlannedRequest } from './plan';

/** What a cancel would do to one device. */
export interface DevicePreview extends PlannedDevice {
	/** The outcome that a cancel with a look-up after it would have. */
	readonly wouldBe: Outcome;
	/** The device's tasks within the scope; without finished ones where they were not needed. */
	readonly tasks: readonly Task[];
}

/** Looks up what a planned request would meet, device by device in its order. Sends reads only. */
export async function previewRequest(
	request: PlannedRequest,
	lookUp: LookUp,
): Promise<Result<DevicePreview[], CallFault>> {
	const { deviceNames } = requestOf(request);
	const { found, fault } = await lookUp.find(request, deviceNames, false);
	if (fault) return fail(fault);
	return ok(
		request.devices.map((planned) => {
			const device = found.get(planned.deviceName);
			return {
				...planned,
				wouldBe: device ? outcomeOfPreview(device) : 'unknown',
				tasks: device?.kind === 'found' ? device.tasks : [],
			};
		}),
	);
}
