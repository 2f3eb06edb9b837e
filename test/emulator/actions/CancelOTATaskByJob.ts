import type { JobStatus, TaskStatus } from '../fleet/records';
import type { Action, ActionContext } from './action';
import { onlyWithRegion } from './alibabaCloud';
import { requiredJob } from './inputs';
import { ensure, flag } from './values';

/**
 * Cancels the waiting tasks of a job, chosen by their state (the platform's page CancelOTATaskByJob).
 * That a choice is needed, and what goes for unconfirmed tasks without one, is Alibaba Cloud's word. Tasks
 * of a job that is planned for later count as scheduled, which Alibaba Cloud's own endpoint alone can choose.
 */
export const cancelOtaTaskByJob: Action = ({ fleet, parameters, settings }) => {
	const { jobId, jobStatus } = requiredJob(parameters, fleet);
	onlyWithRegion(parameters, ['CancelScheduledTask', 'CancelInProgressTask']);
	const statuses = chosenStatuses(parameters, jobStatus);
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

/** Each chosen state; one that no task is in may be among them. */
function chosenStatuses(
	parameters: ActionContext['parameters'],
	jobStatus: JobStatus,
): Array<TaskStatus | 'SCHEDULED'> {
	const chosen = (name: string) => flag(parameters, name) ?? false;
	const queued = chosen('CancelQueuedTask');
	const scheduled = chosen('CancelScheduledTask');
	const states: Array<[TaskStatus | 'SCHEDULED', boolean]> = [
		['SCHEDULED', scheduled],
		['QUEUED', queued || (scheduled && jobStatus === 'PLANNED')],
		['NOTIFIED', chosen('CancelNotifiedTask')],
		['CONFIRM', flag(parameters, 'CancelUnconfirmedTask') ?? queued],
		['IN_PROGRESS', chosen('CancelInProgressTask')],
	];
	return states.flatMap(([status, isChosen]) => (isChosen ? [status] : []));
}
