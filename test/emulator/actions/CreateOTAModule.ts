import { DEFAULT_MODULE } from '../fleet/records';
import type { Action } from './action';
import { requiredProduct } from './inputs';
import { moduleName, moduleTexts } from './moduleFields';
import { ensure } from './values';

const MOST_MODULES = 10;
const REFUSED = 'iot.ota.CreateOTAModuleParamError';

/** Adds a module to a product (the platform's page CreateOTAModule). */
export const createOtaModule: Action = ({ fleet, parameters, settings }) => {
	const { productKey } = requiredProduct(parameters, fleet);
	const name = moduleName(parameters, REFUSED);
	const texts = moduleTexts(parameters, REFUSED);
	ensure(
		name !== DEFAULT_MODULE,
		'iot.firmware.ModuleNameReserved',
		'This name is reserved for the whole device',
	);
	const modules = fleet.modules.ofProduct(productKey);
	ensure(
		fleet.modules.find(productKey, name) === undefined,
		'iot.ota.CreateOTAModuleNameExist',
		'The product has a module of this name',
	);
	ensure(
		modules.length < MOST_MODULES,
		'iot.ota.CreateOTAModuleExceedLimit',
		`The product has ${MOST_MODULES} modules already`,
	);
	fleet.addModule({ productKey, moduleName: name, ...texts, created: settings.now() });
	return {};
};
