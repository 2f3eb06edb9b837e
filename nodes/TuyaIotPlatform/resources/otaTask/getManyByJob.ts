import { TASK_STATUSES } from '../../../../platform';
import { defineOperation } from '../../operations/defineOperation';
import { choicesOf } from '../choices';
import { deviceNamesField } from '../deviceFields';
import { jobOfPackage } from '../jobFields';
import { STATUS_NAMES } from './statusNames';

/** Lists the tasks of a job with the action ListOTATaskByJob. */
export const getManyByJob = defineOperation({
	value: 'getManyByJob',
	name: 'Get Many by Job',
	action: 'Get many OTA tasks by job',
	description: 'Retrieve many tasks of a job (batch), with device, state, progress and reason',
	cloudAction: 'ListOTATaskByJob',
	fields: [
		...jobOfPackage,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					...deviceNamesField,
					name: 'deviceNames',
					required: false,
					description: 'Only tasks of these devices: names as text, a JSON array, or a list',
				},
				{
					displayName: 'Task Status',
					name: 'taskStatus',
					type: 'options',
					default: 'FAILED',
					options: choicesOf(TASK_STATUSES, (state) => STATUS_NAMES[state]),
					description: 'Only tasks in this state',
				},
			],
		},
	],
	spread: ['DeviceNames'],
});
