import type { Action } from './action';
import { requiredDevice, requiredPackage, requiredProduct } from './inputs';
import { pageOf, shapedList } from './paging';
import { printedJob } from './printed';

/** Lists the jobs of a package that hold a device (the platform's page ListOTAJobByDevice). */
export const listOtaJobByDevice: Action = ({ fleet, parameters, settings }) => {
	const product = requiredProduct(parameters, fleet);
	const { firmwareId } = requiredPackage(parameters, fleet, product);
	const device = requiredDevice(fleet, product, parameters.get('DeviceName') ?? '');
	const jobIds = new Set(fleet.tasksOfDevice(device, { firmwareId }).map((task) => task.jobId));
	const jobs = fleet.jobsOfPackage(firmwareId).filter((job) => jobIds.has(job.jobId));
	const { records, counts } = pageOf(jobs, { parameters, settings }, { largest: 100 });
	const printed = records.map((job) => printedJob(job));
	return { ...counts, data: shapedList('simpleOTAJobInfo', printed, settings.listShape) };
};
