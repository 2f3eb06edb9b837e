import type { Action } from './action';
import { list } from './inputs';
import { ensure } from './values';

const MOST_TASKS = 10;

/** Lets tasks go on that wait for it, all or none (the platform's page ConfirmOTATask). */
export const confirmOtaTask: Action = ({ fleet, parameters }) => {
	const ids = list(parameters, 'TaskId');
	ensure(ids.length > 0 && !ids.includes(''), 'iot.firmware.NullTaskId', 'A TaskId is empty');
	ensure(
		ids.length <= MOST_TASKS,
		'iot.firmware.ParameterSizeExceedMax',
		`At most ${MOST_TASKS} tasks can be named`,
	);
	const tasks = ids.map((id) => {
		const task = fleet.taskById(id);
		ensure(task !== undefined, 'iot.firmware.InvalidOTATaskId', 'There is no task of a TaskId');
		return task;
	});
	for (const { taskStatus } of tasks) {
		ensure(
			taskStatus === 'CONFIRM',
			'iot.firmware.InvalidTaskStatus',
			'A task does not wait for a confirmation',
		);
	}
	for (const task of tasks) fleet.confirm(task);
	return {};
};
