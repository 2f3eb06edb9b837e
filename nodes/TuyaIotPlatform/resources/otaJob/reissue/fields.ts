import type { INodeProperties } from 'n8n-workflow';
import type { ActionParameters } from '../../../../../platform';
import { underOptions } from '../../../shared/guards';
import { countOption, switchOption } from '../../../shared/options';
import type { Option } from '../../../shared/options';
import { sharedOptions } from '../../../shared/optionsCollection';
import {
	maxAttemptsOption,
	requestsPerSecondOption,
	timeoutOption,
} from '../../../shared/sendingOptions';
import {
	ONLY_FOR_PICKING,
	downloadProtocol,
	needConfirm,
	needPush,
	retryCount,
	retryInterval,
	timeoutInMinutes,
} from '../../jobFields';
import { jobLocator, packageLocator } from '../../locators';

// The fields that Retry Failed and Roll Back share.

/** The job whose devices are meant. */
export const jobToPutRight: readonly INodeProperties[] = [
	{
		...packageLocator,
		required: false,
		hint: ONLY_FOR_PICKING,
		description:
			'The OTA package of the job, by its ID. Only needed to pick the job from a list; a job of another package is refused.',
	},
	{ ...jobLocator, description: 'The job (batch) whose devices are meant, by its ID' },
];

/** After so many minutes a task that hangs ends, unless the user says otherwise. */
const USUAL_TIMEOUT = 1440;

/** How the new jobs are to run. */
export const newJobFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		downloadProtocol,
		needConfirm,
		needPush,
		retryCount,
		retryInterval,
		{
			...timeoutInMinutes,
			default: USUAL_TIMEOUT,
			description:
				'How long a device may take from its first report of progress, in minutes. Left alone it is 1440, since a task that hangs would never end without it; with a Retry Interval of 1 Day, which has to be shorter, there is no limit.',
		},
	],
};

/** Fills in the time limit that a user left alone. */
export function withTimeout(settings: ActionParameters): ActionParameters {
	const { TimeoutInMinutes, RetryInterval } = settings;
	const isTooShort = Number(RetryInterval ?? 0) >= USUAL_TIMEOUT;
	if (TimeoutInMinutes !== undefined || isTooShort) return settings;
	return { ...settings, TimeoutInMinutes: USUAL_TIMEOUT };
}

export const previewOnly = switchOption({
	displayName: 'Preview Only',
	name: 'previewOnly',
	guards: true,
	default: false,
	description:
		'Whether to create and cancel nothing, and hand on one item per device with what would be done',
});

/** The guard where it may be left out. */
export const refuseMoreThan = countOption({
	displayName: 'Refuse More Than',
	name: 'refuseMoreThan',
	guards: true,
	min: 0,
	default: 0,
	hint: '0 is no limit',
	description:
		'Send nothing if the execution would put more devices than this into new jobs, as a guard against a wrong job. 0 is no limit.',
});

/** What users rarely have to change, and the guards that nodes before 1.1 have there. */
export function optionsWith(
	own: ReadonlyArray<Option<unknown>>,
	guards: ReadonlyArray<Option<unknown>>,
): INodeProperties {
	const all = [...own, maxAttemptsOption, requestsPerSecondOption, timeoutOption];
	return sharedOptions([...all.map(({ field }) => field), ...guards.flatMap(underOptions)]);
}
