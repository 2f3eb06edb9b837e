import type { INodeProperties } from 'n8n-workflow';
import { choiceOption, choicesOption, countOption, percentOption } from '../shared/options';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../shared/sendingOptions';

const goesWrong = { show: { '/event': ['jobGoesWrong'] } };

export const alsoFailed = choicesOption({
	displayName: 'Also Count as Failed',
	name: 'alsoFailed',
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
	description: 'Which tasks count as failed beside those that the platform calls failed',
	displayOptions: goesWrong,
});

export const rise = percentOption({
	displayName: 'Repeat After a Rise Of (%)',
	name: 'rise',
	default: 5,
	description:
		'By how many percentage points the share of failed devices must rise before the same job starts the workflow again. 0 is never again.',
	displayOptions: goesWrong,
});

export const startWith = choiceOption({
	displayName: 'Start With',
	name: 'startWith',
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
});

export const stuckAfter = countOption({
	displayName: 'Stuck After (Minutes)',
	name: 'stuckAfter',
	min: 1,
	default: 60,
	description:
		'How long a task must be in progress without a change to count as stuck, if stuck tasks count as failed',
	displayOptions: goesWrong,
});

/** What users rarely have to change. */
export const triggerOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		alsoFailed,
		maxAttemptsOption,
		rise,
		requestsPerSecondOption,
		startWith,
		stuckAfter,
		timeoutOption,
	].map(({ field }) => field),
};
