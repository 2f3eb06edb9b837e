import type { INodeProperties } from 'n8n-workflow';
import { LONGEST_WAIT } from '../../../../../platform/text';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../../../execution/sendingOptions';

/** What users rarely have to change. Each option holds for the whole execution. */
export const cancelByDeviceOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Combine Items',
			name: 'combineItems',
			type: 'boolean',
			default: true,
			description:
				'Whether input items with the same product, package and job share requests. Each item still gets its own answer.',
		},
		{
			displayName: 'Devices per Request',
			name: 'devicesPerRequest',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 200 },
			default: 200,
			description: 'How many devices one request names at most. The platform takes up to 200.',
		},
		maxAttemptsOption,
		{
			displayName: 'Nothing to Cancel',
			name: 'nothingToCancel',
			type: 'options',
			default: 'error',
			options: [
				{
					name: 'Is an Error',
					value: 'error',
					description: 'A device without an unfinished task counts as not cancelled',
				},
				{
					name: 'Is Success',
					value: 'success',
					description:
						'A device without an unfinished task counts as done, once a look-up has shown that there is none',
				},
			],
			description: 'How a device counts that has no task left to cancel',
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
			displayName: 'Preview Only',
			name: 'previewOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether to cancel nothing, and hand on one item per device with its tasks and what a cancel would do',
		},
		{
			displayName: 'Refuse More Than',
			name: 'refuseMoreThan',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Send nothing if the execution names more devices than this, as a guard against a wrong alert. 0 is no limit.',
		},
		requestsPerSecondOption,
		timeoutOption,
		{
			displayName: 'Verify',
			name: 'verify',
			type: 'boolean',
			default: false,
			description:
				'Whether to read the tasks back after cancelling, and call a device cancelled only then. A device may still install what it has already downloaded.',
		},
		{
			displayName: 'Verify Timeout (Ms)',
			name: 'verifyTimeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LONGEST_WAIT },
			default: 30000,
			displayOptions: { show: { verify: [true] } },
			description:
				'How long to wait until the tasks show the cancel, in milliseconds. A device that does not show it in time stays accepted.',
		},
	],
};
