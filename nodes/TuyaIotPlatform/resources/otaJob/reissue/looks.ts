import type { ActionName } from '../../../../../platform';

/** What both operations look at before they create a job. */
export const LOOKS: readonly ActionName[] = [
	'QueryOTAJob',
	'QueryOTAFirmware',
	'ListOTATaskByJob',
	'ListOTAJobByFirmware',
	'BatchQueryDeviceDetail',
];
