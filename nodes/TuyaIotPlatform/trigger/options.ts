import type { DisplayCondition, INodeProperties } from 'n8n-workflow';
import { choiceOption, choicesOption, countOption, percentOption } from '../shared/options';
import { optionsCollection } from '../shared/optionsCollection';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../shared/sendingOptions';

/** The version of the node from which on stuck tasks count unless the user says otherwise. */
const COUNTS_STUCK = 1.1;

const goesWrong = { '/event': ['jobGoesWrong'] };
const judged = { '/event': ['jobGoesWrong', 'jobGoesWell'] };

const alsoFailedWords = {
	displayName: 'Also Count as Failed',
	name: 'alsoFailed',
	options: [
		{
			name: 'Cancelled Tasks',
			value: 'canceled',
			description: 'Otherwise a cancelled task is left out of the sample',
		},
		{
			name: 'Offline After Update',
			value: 'offline',
			description:
				'Devices that succeeded or hang, and are offline for longer than Offline After (Minutes). Of up to 5 jobs a poll, in turns, up to 1,000 devices a job are looked at, and their share stands for all.',
		},
		{
			name: 'Stuck Tasks',
			value: 'stuck',
			description: 'Tasks that stay in progress without a change',
		},
	],
	description:
		'Which tasks count as failed beside those that the platform calls failed. A job without a timeout never ends a task that hangs, so leave Stuck Tasks in.',
	displayOptions: { show: judged },
} as const;

const alsoFailedNow = choicesOption({ ...alsoFailedWords, default: ['stuck'] });
const alsoFailedBefore = choicesOption(alsoFailedWords);

/** Also Count as Failed, as a node of this version has it. */
export function alsoFailed(version: number) {
	return version < COUNTS_STUCK ? alsoFailedBefore : alsoFailedNow;
}

export const offlineAfter = countOption({
	displayName: 'Offline After (Minutes)',
	name: 'offlineAfter',
	min: 1,
	default: 30,
	description:
		'How long a device must be offline to count as failed, if Offline After Update counts. It is looked for until twice that time after the end of its job.',
	displayOptions: { show: judged },
});

export const rise = percentOption({
	displayName: 'Repeat After a Rise Of (%)',
	name: 'rise',
	default: 5,
	description:
		'By how many percentage points the share of failed devices must rise before the same job starts the workflow again. 0 is never again.',
	displayOptions: { show: goesWrong },
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
	displayOptions: { show: judged },
});

/** What users rarely have to change. The editor takes the first option of a name, so each version has its own. */
export const triggerOptions: readonly INodeProperties[] = [
	optionsWith(alsoFailedNow, { _cnd: { gte: COUNTS_STUCK } }),
	optionsWith(alsoFailedBefore, { _cnd: { lt: COUNTS_STUCK } }),
];

function optionsWith(
	alsoFailedOption: typeof alsoFailedNow,
	versions: DisplayCondition,
): INodeProperties {
	return {
		...optionsCollection(
			[
				alsoFailedOption,
				maxAttemptsOption,
				offlineAfter,
				rise,
				requestsPerSecondOption,
				startWith,
				stuckAfter,
				timeoutOption,
			].map(({ field }) => field),
		),
		displayOptions: { show: { '@version': [versions] } },
	};
}
