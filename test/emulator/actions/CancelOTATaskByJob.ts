import type { TaskStatus } from '../fleet/records';
import type { Action, ActionContext } from './action';
import { requiredJob } from './inputs';
import { ensure, flag } from './values';

/**
 * Cancels the waiting tasks of a job, chosen by their state (the platform's page CancelOTATaskByJob).
 * That a choice is needed, and what goes for unconfirmed tasks without one, is Alibaba Cloud's word.
 */
export const cancelOtaTaskByJob: Action = ({ fleet, parameters, settings }) => {
	const { jobId, jobStatus } = requiredJob(parameters, fleet);
	const statuses = chosenStatuses(parameters);
	ensure(
		statuses.length > 0,
		'iot.firmware.CancelOptionIsMandatory',
		'The request does not say which tasks to cancel',
	);
	ensure(
		jobStatus !== 'CANCELED',
		'iot.firmware.JobAlreadyCanceled',
		'The job is cancelled already',
	);
	for (const task of fleet.tasksOfJob(jobId)) {
		if (statuses.includes(task.taskStatus)) fleet.cancel(task, settings.cancelDelay);
	}
	return {};
};

function chosenStatuses(parameters: ActionContext['parameters']): TaskStatus[] {
	const queued = flag(parameters, 'CancelQueuedTask') ?? false;
	const notified = flag(parameters, 'CancelNotifiedTask') ?? false;
	const unconfirmed = flag(parameters, 'CancelUnconfirmedTask') ?? queued;
	const chosen: Array<[TaskStatus, boolean]> = [
		['QUEUED', queued],
		['NOTIFIED', notified],
		['CONFIRM', unconfirmed],
	];
	return chosen.flatMap(([status, isChosen]) => (isChosen ? [status] : []));
}
