import type { INodeProperties } from 'n8n-workflow';
import { DOWNLOAD_PROTOCOLS, JOB_TIMEOUT } from '../../../platform';
import { choicesOf } from './choices';
import { jobLocator, packageLocator } from './locators';

/** The fields that name a job. The package is not sent: it is there to pick the job from its list. */
export const jobOfPackage: readonly INodeProperties[] = [
	{
		...packageLocator,
		required: false,
		description: 'The OTA package of the job. Only needed to pick the job from a list.',
	},
	jobLocator,
];

/** Options of a new job that both kinds of jobs take, in the order of their names. */
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

export const timeoutInMinutes: INodeProperties = {
	displayName: 'Timeout in Minutes',
	name: 'timeoutInMinutes',
	type: 'number',
	typeOptions: { minValue: JOB_TIMEOUT.min, maxValue: JOB_TIMEOUT.max },
	default: 1440,
	description:
		'How long a device may take from its first report of progress, in minutes. Without it there is no limit.',
};
