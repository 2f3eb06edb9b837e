import type { Action } from './action';
import { requiredProduct } from './inputs';
import { moduleName, moduleTexts } from './moduleFields';
import { ensure } from './values';

const REFUSED = 'iot.ota.UpdateOTAModuleParamError';

/** Changes the texts of a module that was added (the platform's page UpdateOTAModule). */
export const updateOtaModule: Action = ({ fleet, parameters, settings }) => {
	const { productKey } = requiredProduct(parameters, fleet);
	const module = fleet.modules.find(productKey, moduleName(parameters, REFUSED));
	ensure(module !== undefined, REFUSED, 'The product has no module of this name');
	Object.assign(module, moduleTexts(parameters, REFUSED), { modified: settings.now() });
	return {};
};
