import { defineOperation } from '../../operations/defineOperation';

/** Confirms tasks that wait for it, ten a request, with the action ConfirmOTATask. */
export const confirm = defineOperation({
	value: 'confirm',
	name: 'Confirm',
	action: 'Confirm OTA tasks',
	description:
		'Let the update of devices begin whose tasks wait for confirmation (CONFIRM): the devices will install it',
	cloudAction: 'ConfirmOTATask',
	fields: [
		{
			displayName: 'Task IDs',
			name: 'taskId',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. 1836340780119660001, 1836340780119660002',
			description:
				'One task ID (not the ID of a job), IDs separated by commas or line breaks, a JSON array, or an expression that gives a list. A request carries ten; more are split.',
		},
	],
	spread: ['TaskId'],
});
