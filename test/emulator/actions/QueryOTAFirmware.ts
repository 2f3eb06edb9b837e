import { PACKAGE_STATUS } from '../fleet/standing';
import type { Action } from './action';
import { requiredPackage } from './inputs';
import { printedPackage } from './printed';

/** Tells all of one package, a signed link to its file too (the page QueryOTAFirmware). */
export const queryOtaFirmware: Action = ({ fleet, parameters, storage }) => {
	const otaPackage = requiredPackage(parameters, fleet);
	return {
		firmwareInfo: {
			...printedPackage(otaPackage, fleet),
			firmwareUrl: storage.link(otaPackage.fileKey),
			udi: otaPackage.udi,
			verifyProgress: otaPackage.status === PACKAGE_STATUS.verified ? 100 : 0,
		},
	};
};
