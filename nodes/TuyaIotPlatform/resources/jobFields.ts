import type { INodeProperties } from 'n8n-workflow';
import { DOWNLOAD_PROTOCOLS, JOB_TIMEOUT, RETRY_COUNTS, RETRY_INTERVALS } from '../../../platform';
import { choicesOf } from './choices';
import { jobLocator, packageLocator } from './locators';

/** What the package beside a job is for, to be read without a pointer on its name. */
export const ONLY_FOR_PICKING = 'Only needed to pick the job from its list';

/** The fields that name a job. The package is not sent: it is there to pick the job from its list. */
export const jobOfPackage: readonly INodeProperties[] = [
	{
		...packageLocator,
		required: false,
		hint: ONLY_FOR_PICKING,
		description: 'The OTA package of the job. Only needed to pick the job from a list.',
	},
	jobLocator,
];

/** The fields that Alibaba Cloud's own endpoint alone takes. n8n cannot show a field by what a credential holds. */
export function alibabaCloudOnly(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Alibaba Cloud Only',
		name: 'alibabaCloudOnly',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options,
		description:
			"Only for Alibaba Cloud's own endpoint: refused unless the credential has a Region ID",
	};
}

// Options of a new job, in the order of their names. Those that try an update again are for roll-outs only.

export const downloadProtocol: INodeProperties = {
	displayName: 'Download Protocol',
	name: 'downloadProtocol',
	type: 'options',
	default: 'HTTPS',
	options: choicesOf(DOWNLOAD_PROTOCOLS, (protocol) => protocol),
	description: 'How devices download the package. The platform offers HTTPS only.',
};

export const needConfirm: INodeProperties = {
	displayName: 'Need Confirm',
	name: 'needConfirm',
	type: 'boolean',
	default: false,
	description:
		'Whether each task waits until it is confirmed, with the operation Confirm or in an app of yours',
};

export const needPush: INodeProperties = {
	displayName: 'Need Push',
	name: 'needPush',
	type: 'boolean',
	default: true,
	description:
		'Whether the platform pushes the update to devices that are online. When off, devices have to ask for it.',
};

export const retryCount: INodeProperties = {
	displayName: 'Retry Count',
	name: 'retryCount',
	type: 'options',
	default: 1,
	options: choicesOf(RETRY_COUNTS, String),
	description: 'How often an update is tried again. Takes Retry Interval as well.',
};

const INTERVALS: Readonly<Record<(typeof RETRY_INTERVALS)[number], string>> = {
	0: 'At Once',
	10: '10 Minutes',
	30: '30 Minutes',
	60: '1 Hour',
	1440: '1 Day',
};

export const retryInterval: INodeProperties = {
	displayName: 'Retry Interval',
	name: 'retryInterval',
	type: 'options',
	default: 10,
	options: choicesOf(RETRY_INTERVALS, (minutes) => INTERVALS[minutes]),
	description:
		'When an update that did not work is tried again. Without it, it is not tried again.',
};

export const timeoutInMinutes: INodeProperties = {
	displayName: 'Timeout in Minutes',
	name: 'timeoutInMinutes',
	type: 'number',
	typeOptions: { minValue: JOB_TIMEOUT.min, maxValue: JOB_TIMEOUT.max },
	default: 1440,
	description:
		'How long a device may take from its first report of progress, in minutes. Without it there is no limit.',
};
