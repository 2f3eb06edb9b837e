import { PACKAGE_STATUS } from '../fleet/standing';
import type { Action } from './action';
import { requiredPackage, requiredProduct } from './inputs';
import { commonOptions, createdJob } from './jobOptions';
import { namedTargets, updatable } from './targets';
import { ensure } from './values';

const MOST_DEVICES = 10;

/**
 * Starts the verification of a package on a few devices (the platform's page CreateOTAVerifyJob).
 * That page does not require names, unlike Alibaba Cloud's: without any, the first devices that can
 * take the package are chosen.
 */
export const createOtaVerifyJob: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const otaPackage = requiredPackage(parameters, fleet, product);
	const options = commonOptions(parameters);
	ensure(
		otaPackage.status !== PACKAGE_STATUS.beingVerified,
		'iot.firmware.InProgressVerifyJobExisted',
		'The package is being verified already',
	);
	ensure(
		otaPackage.status === PACKAGE_STATUS.notVerified || otaPackage.status === PACKAGE_STATUS.failed,
		'iot.firmware.VerifyFirmwareFailed',
		'The package needs no verification any more',
	);
	const named = namedTargets({ fleet, parameters, product, otaPackage }, MOST_DEVICES);
	const devices = named ?? fleet.devicesOfProduct(product.productKey);
	const targets = updatable(fleet, devices, otaPackage).slice(0, MOST_DEVICES);
	const created = createdJob(fleet, targets, {
		...options,
		...{ firmwareId: otaPackage.firmwareId, productKey: product.productKey },
		...{ jobType: 'VERIFY_FIRMWARE', targetSelection: 'SPECIFIC', now: settings.now() },
	});
	otaPackage.status = PACKAGE_STATUS.beingVerified;
	return created;
};
