import { LONGEST_TIMER, MOST_DEVICES_PER_REQUEST } from '../../../../../platform';
import { underOptions } from '../../../shared/guards';
import { choiceOption, countOption, switchOption } from '../../../shared/options';
import { sharedOptions } from '../../../shared/optionsCollection';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../../../shared/sendingOptions';

export const combineItems = switchOption({
	displayName: 'Combine Items',
	name: 'combineItems',
	default: true,
	description:
		'Whether input items with the same product, package and job share requests. Each item still gets its own answer.',
});

export const devicesPerRequest = countOption({
	displayName: 'Devices per Request',
	name: 'devicesPerRequest',
	min: 1,
	max: MOST_DEVICES_PER_REQUEST,
	default: MOST_DEVICES_PER_REQUEST,
	description: `How many devices one request names at most. The platform takes up to ${MOST_DEVICES_PER_REQUEST}.`,
});

export const nothingToCancel = choiceOption({
	displayName: 'Nothing to Cancel',
	name: 'nothingToCancel',
	guards: true,
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
});

export const output = choiceOption({
	displayName: 'Output',
	name: 'output',
	guards: true,
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
		{
			name: 'Summary',
			value: 'summary',
			description:
				'One item for the whole execution: a text for a chat or a mail, counts, and the devices that were not cancelled. Such devices do not stop the workflow.',
		},
	],
	description: 'What the node hands on',
});

export const previewOnly = switchOption({
	displayName: 'Preview Only',
	name: 'previewOnly',
	guards: true,
	default: false,
	description:
		'Whether to cancel nothing, and hand on one item per device with its tasks and what a cancel would do',
});

export const refuseMoreThan = countOption({
	displayName: 'Refuse More Than',
	name: 'refuseMoreThan',
	guards: true,
	min: 0,
	default: 0,
	hint: '0 is no limit',
	description:
		'Send nothing if the execution names more devices than this, as a guard against a wrong alert. 0 is no limit.',
});

export const verify = switchOption({
	displayName: 'Verify',
	name: 'verify',
	guards: true,
	default: false,
	description:
		'Whether to read the tasks back after cancelling, and call a device cancelled only then. One that does not show it in time is an error. A device may still install what it has already downloaded.',
});

export const verifyTimeout = countOption({
	displayName: 'Verify Timeout (Ms)',
	name: 'verifyTimeout',
	min: 1,
	max: LONGEST_TIMER,
	default: 30000,
	displayOptions: { show: { verify: [true] } },
	description:
		'How long to wait until the tasks show the cancel, in milliseconds. A device that does not show it in time stays accepted and counts as an error.',
});

/** What users rarely have to change. Each option holds for the whole execution. */
export const cancelByDeviceOptions = sharedOptions([
	...[
		combineItems,
		devicesPerRequest,
		maxAttemptsOption,
		nothingToCancel,
		output,
		requestsPerSecondOption,
		timeoutOption,
		verify,
		verifyTimeout,
	].map(({ field }) => field),
	...[previewOnly, refuseMoreThan].flatMap(underOptions),
]);
