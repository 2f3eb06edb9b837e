import type { Action } from './action';
import { requiredPackage } from './inputs';
import { pageOf, shapedList } from './paging';
import { printedJob } from './printed';

/** Lists the jobs of a package (the platform's page ListOTAJobByFirmware). */
export const listOtaJobByFirmware: Action = ({ fleet, parameters, settings }) => {
	const { firmwareId } = requiredPackage(parameters, fleet);
	const jobs = fleet.jobsOfPackage(firmwareId);
	const { records, counts } = pageOf(jobs, { parameters, settings }, { largest: 200 });
	const printed = records.map((job) => printedJob(job));
	return { ...counts, data: shapedList('simpleOTAJobInfo', printed, settings.listShape) };
};
