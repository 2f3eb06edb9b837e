import { DEFAULT_MODULE } from '../fleet/records';
import type { Action } from './action';
import { requiredProduct } from './inputs';
import { ensure, required } from './values';

const REFUSED = 'iot.ota.DeleteOTAModuleParamError';

/** Removes a module that has no packages (the platform's page DeleteOTAModule). */
export const deleteOtaModule: Action = ({ fleet, parameters }) => {
	const { productKey } = requiredProduct(parameters, fleet);
	const name = required(parameters, 'ModuleName', REFUSED);
	ensure(
		name !== DEFAULT_MODULE,
		'iot.ota.DeleteOtaDefaultModule',
		'The default module cannot be deleted',
	);
	const isKnown = fleet.modules.find(productKey, name) !== undefined;
	ensure(isKnown, REFUSED, 'The product has no module of this name');
	const hasPackages = fleet.packages.some(
		(otaPackage) => otaPackage.productKey === productKey && otaPackage.moduleName === name,
	);
	ensure(!hasPackages, 'iot.ota.DeleteOTAModulePackageExist', 'The module has packages');
	fleet.modules.remove(productKey, name);
	return {};
};
