import type { INodeProperties } from 'n8n-workflow';
import { jobLocator, packageLocator, productLocator } from '../locators';

/** The fields of Cancel by Device, without the rule that shows them. */
export const cancelByDeviceFields: INodeProperties[] = [
	productLocator,
	packageLocator,
	{
		...jobLocator,
		hint: 'Leave empty to cancel the tasks of these devices in every job of the package',
		description:
			'Cancel only the tasks of this job (batch), by its ID. When empty, the tasks of every job of the package are cancelled.',
	},
	{
		displayName: 'Device Names',
		name: 'deviceNames',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. testDevice1, testDevice2',
		description:
			'The devices whose tasks are cancelled: one name, names separated by commas or line breaks, a JSON array, or an expression that gives a list',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Max Attempts',
				name: 'maxAttempts',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10 },
				default: 4,
				description:
					'How often a request is tried in all when the platform is busy or does not answer. Each attempt is signed anew.',
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				default: 'response',
				options: [
					{
						name: 'One Item per Device',
						value: 'perDevice',
						description: 'One item for each device with its outcome, request ID and code',
					},
					{
						name: 'Response',
						value: 'response',
						description: "The platform's response JSON as received, for each input item",
					},
				],
				description: 'What the node hands on',
			},
			{
				displayName: 'Timeout (Ms)',
				name: 'timeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30000,
				description: 'How long to wait for the answer to one attempt, in milliseconds',
			},
		],
	},
];
