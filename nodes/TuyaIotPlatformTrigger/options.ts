import type { INodeProperties } from 'n8n-workflow';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../TuyaIotPlatform/execution/sendingOptions';

const goesWrong = { show: { '/event': ['jobGoesWrong'] } };

/** What users rarely have to change. */
export const triggerOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Also Count as Failed',
			name: 'alsoFailed',
			type: 'multiOptions',
			options: [
				{
					name: 'Cancelled Tasks',
					value: 'canceled',
					description: 'Otherwise a cancelled task is left out of the sample',
				},
				{
					name: 'Stuck Tasks',
					value: 'stuck',
					description: 'Tasks that stay in progress without a change',
				},
			],
			default: [],
			description: 'Which tasks count as failed beside those that the platform calls failed',
			displayOptions: goesWrong,
		},
		maxAttemptsOption,
		{
			displayName: 'Repeat After a Rise Of (%)',
			name: 'rise',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
			default: 5,
			description:
				'By how many percentage points the share of failed devices must rise before the same job starts the workflow again. 0 is never again.',
			displayOptions: goesWrong,
		},
		requestsPerSecondOption,
		{
			displayName: 'Start With',
			name: 'startWith',
			type: 'options',
			options: [
				{
					name: 'Existing Too',
					value: 'existing',
					description: 'What is there when the workflow is activated starts it as well',
				},
				{
					name: 'Only New',
					value: 'new',
					description:
						"Only what happens after the workflow is activated starts it. A job that goes wrong already is named in n8n's log, and starts it only once its share of failed devices has risen by Repeat After a Rise Of (%).",
				},
			],
			default: 'new',
			description:
				'What starts the workflow when it is activated, or polls for the first time after you changed what it watches',
		},
		{
			displayName: 'Stuck After (Minutes)',
			name: 'stuckAfter',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description:
				'How long a task must be in progress without a change to count as stuck, if stuck tasks count as failed',
			displayOptions: goesWrong,
		},
		timeoutOption,
	],
};
