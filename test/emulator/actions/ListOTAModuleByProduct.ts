import type { JsonObject } from '../http/json';
import type { OtaModule } from '../fleet/records';
import type { Action } from './action';
import { requiredProduct } from './inputs';
import { shapedList } from './paging';
import { minute } from './times';

/**
 * Lists the modules that were added to a product (the platform's page ListOTAModuleByProduct). The
 * page shows no object around the list, so that it is bare even where others are wrapped.
 */
export const listOtaModuleByProduct: Action = ({ fleet, parameters, settings }) => {
	const { productKey } = requiredProduct(parameters, fleet);
	const printed = fleet.modules.ofProduct(productKey).map((module) => printedModule(module));
	const shape = settings.listShape === 'single' && printed.length === 1 ? 'single' : 'bare';
	return { data: shapedList('otaModuleDTO', printed, shape) };
};

function printedModule({ created, modified, ...module }: OtaModule): JsonObject {
	return { ...module, gmtCreate: minute(created), gmtModified: minute(modified) };
}
