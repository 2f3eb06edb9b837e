import { TARGET_SELECTIONS } from '../fleet/records';
import { PACKAGE_STATUS } from '../fleet/standing';
import type { Action } from './action';
import { regionalOptions } from './alibabaCloud';
import { requiredPackage, requiredProduct } from './inputs';
import { commonOptions, createdJob, retryOptions } from './jobOptions';
import { chosenTargets, overwrite, updatable } from './targets';
import { ensure, oneOf } from './values';

const READY: readonly number[] = [PACKAGE_STATUS.verified, PACKAGE_STATUS.needsNone];

/**
 * Starts the update of all, some or a share of the devices of a product (the platform's page
 * CreateOTAStaticUpgradeJob). Devices that run the version already, or have an unfinished task for
 * the same module, get no task (Alibaba Cloud's page). With a region it takes what Alibaba Cloud's own
 * endpoint takes; a job that is planned for later stays so.
 */
export const createOtaStaticUpgradeJob: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const otaPackage = requiredPackage(parameters, fleet, product);
	const refused = 'iot.firmware.InvalidTargetSelection';
	const targetSelection = oneOf(parameters, 'TargetSelection', TARGET_SELECTIONS, refused);
	ensure(
		targetSelection !== undefined,
		'iot.firmware.NullTargetSelection',
		'TargetSelection is empty',
	);
	const options = { ...commonOptions(parameters), ...retryOptions(parameters) };
	const now = settings.now();
	const { overwrites, start } = regionalOptions(parameters, now);
	ensure(
		READY.includes(otaPackage.status),
		'iot.firmware.FirmwareNotVerified',
		'The package has not been verified',
	);
	const aim = { fleet, parameters, product, otaPackage };
	const { devices, share = 1, ...chosenBy } = chosenTargets(aim, targetSelection);
	if (overwrites) overwrite(fleet, devices, otaPackage);
	const candidates = updatable(fleet, devices, otaPackage);
	return createdJob(fleet, candidates.slice(0, Math.ceil(candidates.length * share)), {
		...options,
		...chosenBy,
		...{ firmwareId: otaPackage.firmwareId, productKey: product.productKey },
		...{ jobType: 'UPGRADE_FIRMWARE', targetSelection, now },
		...(start === undefined ? {} : ({ jobStatus: 'PLANNED' } as const)),
	});
};
