import type { Action } from './action';
import { namedDevice } from './inputs';
import { pageOf, shapedList } from './paging';

/** Lists what a device has reported (the platform's page ListOTAModuleVersionsByDevice). */
export const listOtaModuleVersionsByDevice: Action = ({ fleet, parameters, settings }) => {
	const { moduleVersions, deviceName, iotId, productKey } = namedDevice(parameters, fleet);
	const versions = Object.entries(moduleVersions);
	const { records, counts } = pageOf(versions, { parameters, settings }, { largest: 200 });
	const printed = records.map(([moduleName, moduleVersion]) => ({
		...{ deviceName, iotId, moduleName, moduleVersion, productKey },
	}));
	return { ...counts, data: shapedList('simpleOTAModuleInfo', printed, settings.listShape) };
};
