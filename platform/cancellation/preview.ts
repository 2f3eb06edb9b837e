import type { CallFault } from '../errors/faults';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { FoundTask } from './found';
import type { LookUp } from './lookUp';
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
	lookUp: LookUp,
): Promise<Result<DevicePreview[], CallFault>> {
	const { found, fault } = await lookUp.find(request, request.deviceNames, false);
	if (fault) return fail(fault);
	return ok(
		request.deviceNames.map((deviceName) => {
			const device = found.get(deviceName);
			return {
				deviceName,
				wouldBe: device ? outcomeOfPreview(device) : 'unknown',
				tasks: device?.kind === 'found' ? device.tasks : [],
			};
		}),
	);
}
