import type { Action } from './action';
import { optional } from './inputs';
import { pageOf, shapedList } from './paging';
import { printedPackage } from './printed';

/** Lists packages, all or those of a product or version (the platform's page ListOTAFirmware). */
export const listOtaFirmware: Action = ({ fleet, parameters, settings }) => {
	const productKey = optional(parameters, 'ProductKey');
	const destVersion = optional(parameters, 'DestVersion');
	const packages = fleet.packages.filter(
		(candidate) =>
			(productKey === undefined || candidate.productKey === productKey) &&
			(destVersion === undefined || candidate.destVersion === destVersion),
	);
	const { records, counts } = pageOf(packages, { parameters, settings }, { largest: 100 });
	const printed = records.map((record) => printedPackage(record, fleet));
	return { ...counts, firmwareInfo: shapedList('simpleFirmwareInfo', printed, settings.listShape) };
};
