import type { INodeProperties } from 'n8n-workflow';
import { choiceOption, countOption, percentOption } from '../shared/options';
import { jobOfPackage } from '../resources/jobFields';
import { packageLocator, productLocator } from '../resources/locators';
import { triggerOptions } from './options';

const goesWrong = { show: { event: ['jobGoesWrong'] } };

export const eventField = choiceOption({
	displayName: 'Event',
	name: 'event',
	noDataExpression: true,
	options: [
		{
			name: 'OTA Job Finished',
			value: 'jobFinished',
			description: 'A job has come to its end, completed or cancelled',
		},
		{
			name: 'OTA Job Goes Well',
			value: 'jobGoesWell',
			description: 'Enough devices of a job have succeeded: the gate to the next stage',
		},
		{
			name: 'OTA Job Goes Wrong',
			value: 'jobGoesWrong',
			description: 'Too many devices of a job have failed',
		},
		{
			name: 'OTA Task Failed',
			value: 'taskFailed',
			description: 'The update of a device has failed: one item for each',
		},
	],
	default: 'jobGoesWrong',
	description: 'What starts the workflow',
});

export const scopeField = choiceOption({
	displayName: 'Watch',
	name: 'scope',
	noDataExpression: true,
	options: [
		{
			name: 'All Running Jobs of a Package',
			value: 'package',
			description: 'Every job of one OTA package, also those created later',
		},
		{
			name: 'All Running Jobs of a Product',
			value: 'product',
			description: 'Every job of every OTA package of one product, also those created later',
		},
		{
			name: 'One Job',
			value: 'job',
			description: 'A single job (batch)',
		},
	],
	default: 'package',
	description: 'Which jobs are watched',
});

export const thresholdField = percentOption({
	displayName: 'Failure Threshold (%)',
	name: 'threshold',
	default: 5,
	placeholder: 'e.g. 5',
	description:
		'The share of failed devices among those that have finished, from which on a job goes wrong. A job that goes wrong already when the workflow is activated, or when you change what it watches, does not start it while its share stays the same: choose Existing Too under Options > Start With for that.',
	displayOptions: goesWrong,
});

export const failureCountField = countOption({
	displayName: 'Failure Count',
	name: 'failureCount',
	min: 0,
	default: 0,
	placeholder: 'e.g. 3',
	hint: '0 is off',
	description:
		'How many failed devices make a job go wrong by themselves, whatever their share and however few have finished: for small fleets. 0 is off.',
	displayOptions: goesWrong,
});

export const successThresholdField = percentOption({
	displayName: 'Success Threshold (%)',
	name: 'successThreshold',
	default: 95,
	placeholder: 'e.g. 95',
	description:
		'The share of successes among the devices that have finished, from which on a job goes well. It starts the workflow once a job; a cancelled job does not. One that goes well already when the workflow is activated does only with Existing Too under Options > Start With.',
	displayOptions: { show: { event: ['jobGoesWell'] } },
});

export const finishedShareField = percentOption({
	displayName: 'Finished Share (%)',
	name: 'finishedShare',
	default: 90,
	placeholder: 'e.g. 90',
	description:
		'The share of the devices of a job, without cancelled ones, that must have finished before it is judged: a few good ones at its beginning do not stand for all',
	displayOptions: { show: { event: ['jobGoesWell'] } },
});

export const minimumSampleField = countOption({
	displayName: 'Minimum Sample',
	name: 'minimumSample',
	min: 1,
	default: 50,
	placeholder: 'e.g. 50',
	description: 'How many devices must have finished before a share is judged',
	displayOptions: { show: { event: ['jobGoesWrong', 'jobGoesWell'] } },
});

/** The fields of the trigger. */
export const triggerProperties: INodeProperties[] = [
	eventField.field,
	scopeField.field,
	{
		...productLocator,
		description: 'The product whose jobs are watched, by its product key',
		displayOptions: { show: { scope: ['product'] } },
	},
	{
		...packageLocator,
		description: 'The OTA package whose jobs are watched, by its ID',
		displayOptions: { show: { scope: ['package'] } },
	},
	...jobOfPackage.map((field) => ({
		...field,
		displayOptions: { show: { scope: ['job'] } },
	})),
	thresholdField.field,
	failureCountField.field,
	successThresholdField.field,
	finishedShareField.field,
	minimumSampleField.field,
	...triggerOptions,
];
