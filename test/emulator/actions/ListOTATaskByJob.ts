import type { Fleet } from '../fleet/fleet';
import { TASK_STATUSES } from '../fleet/records';
import type { Action } from './action';
import { list, optional, requiredJob, taskStatus } from './inputs';
import { pageOf, shapedList } from './paging';
import { printedTask } from './printed';

/** Lists the tasks of a job, by state and names if asked (the platform's page ListOTATaskByJob). */
export const listOtaTaskByJob: Action = ({ fleet, parameters, settings }) => {
	const job = requiredJob(parameters, fleet);
	const status = taskStatus(optional(parameters, 'TaskStatus'), TASK_STATUSES);
	const names = settings.ignoresNames ? [] : list(parameters, 'DeviceNames');
	const tasks = tasksOf(fleet, job.jobId, names)
		.map((task) => fleet.listed(task))
		.filter((task) => status === undefined || task.taskStatus === status);
	const { records, counts } = pageOf(
		tasks,
		{ parameters, settings },
		{ largest: 100, defaultSize: 10 },
	);
	const printed = records.map((task) => {
		const { progress, taskDesc, timeout } = task;
		return { ...printedTask(task, fleet), progress, taskDesc, timeout };
	});
	return { ...counts, data: shapedList('simpleOTATaskInfo', printed, settings.listShape) };
};

/** By the devices' own lists where names are given, so that a large job is not searched whole. */
function tasksOf(fleet: Fleet, jobId: string, names: readonly string[]) {
	if (names.length === 0) return fleet.tasksOfJob(jobId);
	const productKey = fleet.job(jobId)?.productKey ?? '';
	return [...new Set(names)].flatMap((deviceName) => {
		const device = fleet.device(productKey, deviceName);
		return device === undefined ? [] : fleet.tasksOfDevice(device, { jobId });
	});
}
