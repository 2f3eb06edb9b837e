import type { Action } from './action';
import { optionalProduct, requiredPackage } from './inputs';
import { ensureFreeName, firmwareDesc, firmwareName, udi } from './packageTexts';

/**
 * Changes the texts of a package (the platform's page ModifyOTAFirmware). The page says both that
 * this changes the name and that a name cannot be changed; here it can.
 */
export const modifyOtaFirmware: Action = ({ fleet, parameters, settings }) => {
	const otaPackage = requiredPackage(parameters, fleet, optionalProduct(parameters, fleet));
	const name = firmwareName(parameters);
	const changes = {
		firmwareName: name,
		firmwareDesc: firmwareDesc(parameters) ?? otaPackage.firmwareDesc,
		udi: udi(parameters) ?? otaPackage.udi,
		utcModified: new Date(settings.now()).toISOString(),
	};
	ensureFreeName(fleet, name, otaPackage.firmwareId);
	Object.assign(otaPackage, changes);
	return {};
};
