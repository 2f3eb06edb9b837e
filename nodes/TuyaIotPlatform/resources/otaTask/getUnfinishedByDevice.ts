import { UNFINISHED } from '../../../../platform';
import { defineOperation } from '../../operations/defineOperation';
import { choicesOf } from '../choices';
import { oneDevice } from '../deviceFields';
import { STATUS_NAMES } from './statusNames';

/** Lists the unfinished tasks of a device with the action ListOTAUnfinishedTaskByDevice. */
export const getUnfinishedByDevice = defineOperation({
	value: 'getUnfinishedByDevice',
	name: 'Get Unfinished by Device',
	action: 'Get unfinished OTA tasks by device',
	description:
		'Retrieve the tasks of a device that are waiting or under way, over all packages and jobs',
	cloudAction: 'ListOTAUnfinishedTaskByDevice',
	fields: [
		...oneDevice,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Module Name',
					name: 'moduleName',
					type: 'string',
					default: '',
					placeholder: 'e.g. wifi',
					description: 'Only tasks that update this module',
				},
				{
					displayName: 'Task Statuses',
					name: 'taskStatusList',
					type: 'multiOptions',
					default: [],
					options: choicesOf(UNFINISHED, (state) => STATUS_NAMES[state]),
					description: 'Only tasks in one of these states',
				},
			],
		},
	],
});
