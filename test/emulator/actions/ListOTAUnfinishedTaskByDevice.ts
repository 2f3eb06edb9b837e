import type { TaskStatus } from '../fleet/records';
import { UNFINISHED } from '../fleet/records';
import { BusinessRefusal } from '../gate/refusals';
import type { Action } from './action';
import { list, namedDevice, optional, taskStatus } from './inputs';
import { shapedList } from './paging';
import { printedTask } from './printed';

/**
 * Lists the unfinished tasks of one device (the platform's page ListOTAUnfinishedTaskByDevice). The
 * page marks every parameter as optional, yet a device must be named.
 */
export const listOtaUnfinishedTaskByDevice: Action = ({ fleet, parameters, settings }) => {
	const statuses = wantedStatuses(parameters);
	const moduleName = optional(parameters, 'ModuleName');
	const printed = fleet
		.tasksOfDevice(namedDevice(parameters, fleet))
		.map((task) => fleet.listed(task))
		.filter((task) => statuses.includes(task.taskStatus))
		.filter((task) => moduleName === undefined || task.moduleName === moduleName)
		.map((task) => ({ ...printedTask(task, fleet), moduleName: task.moduleName }));
	return { data: shapedList('simpleOTATaskInfo', printed, settings.listShape) };
};

function wantedStatuses(parameters: ReadonlyMap<string, string>): readonly TaskStatus[] {
	const one = taskStatus(optional(parameters, 'TaskStatus'), UNFINISHED);
	const several = list(parameters, 'TaskStatusList').flatMap(
		(text) => taskStatus(text, UNFINISHED) ?? [],
	);
	if (one !== undefined && several.length > 0) {
		throw new BusinessRefusal(
			'iot.system.IllegalRequest',
			'TaskStatus and TaskStatusList.N exclude each other',
		);
	}
	if (one !== undefined) return [one];
	return several.length > 0 ? several : UNFINISHED;
}
