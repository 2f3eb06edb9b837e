import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../operation';
import { cancelByDevice } from './cancelByDevice';

/** The operations of the resource OTA Task, by their value in a workflow. */
export const otaTaskOperations: Readonly<Record<string, Operation>> = { cancelByDevice };

const shown = { show: { resource: ['otaTask'] } };

export const otaTaskProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: shown,
		options: [
			{
				name: 'Cancel by Device',
				value: 'cancelByDevice',
				action: 'Cancel OTA tasks by device',
				description:
					'Stop the update of named devices that wait for confirmation, wait to be pushed, or were just pushed',
			},
		],
		default: 'cancelByDevice',
	},
	...cancelByDevice.fields.map((field) => ({
		...field,
		displayOptions: { show: { resource: ['otaTask'], operation: ['cancelByDevice'] } },
	})),
];
