import { badInput } from '../../../../platform';
import type { ActionParameters, InputFault } from '../../../../platform';
import { defineOperation } from '../../operations/defineOperation';
import { refuseOtherPackage } from '../../shared/pickedJob';
import { alibabaCloudOnly, jobOfPackage } from '../jobFields';

/** Cancels the tasks of a job that wait in the chosen states, with the action CancelOTATaskByJob. */
export const cancelByJob = defineOperation({
	value: 'cancelByJob',
	name: 'Cancel by Job',
	action: 'Cancel OTA tasks by job',
	description:
		'Destructive: stop the update of every device of a job (batch) whose task waits in one of the chosen states',
	cloudAction: 'CancelOTATaskByJob',
	fields: [
		{
			displayName:
				'This cancels the tasks of all devices of the job that wait in a chosen state, and cannot be undone',
			name: 'cancelByJobNotice',
			type: 'notice',
			default: '',
		},
		...jobOfPackage,
		{
			displayName: 'Cancel Queued Tasks',
			name: 'cancelQueuedTask',
			type: 'boolean',
			default: true,
			description: 'Whether to cancel tasks that wait to be pushed (QUEUED)',
		},
		{
			displayName: 'Cancel Notified Tasks',
			name: 'cancelNotifiedTask',
			type: 'boolean',
			default: true,
			description:
				'Whether to cancel tasks that were pushed to the device and show no progress yet (NOTIFIED)',
		},
		{
			displayName: 'Cancel Unconfirmed Tasks',
			name: 'cancelUnconfirmedTask',
			type: 'boolean',
			default: true,
			description: 'Whether to cancel tasks that wait for confirmation (CONFIRM)',
		},
		alibabaCloudOnly([
			{
				displayName: 'Cancel Scheduled Tasks',
				name: 'cancelScheduledTask',
				type: 'boolean',
				default: false,
				description: 'Whether to cancel tasks of a job that is planned for later',
			},
			{
				displayName: 'Cancel Tasks in Progress',
				name: 'cancelInProgressTask',
				type: 'boolean',
				default: false,
				description: 'Whether to cancel tasks that devices are carrying out (IN_PROGRESS)',
			},
		]),
	],
	check: noState,
	first: refuseOtherPackage,
	callsBefore: ['QueryOTAJob'],
});

function noState(parameters: ActionParameters): InputFault | undefined {
	if (Object.values(parameters).includes(true)) return undefined;
	return badInput(
		'Cancel Queued Tasks, Cancel Notified Tasks and Cancel Unconfirmed Tasks',
		'are all off, so there is nothing to cancel',
		'Switch on at least one of them.',
	);
}
