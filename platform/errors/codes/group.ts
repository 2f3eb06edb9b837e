import type { CodeTable } from './meaning';
import { input, notFound } from './meaning';

const GROUP_ID =
	'Copy the ID of the group from the device groups in the console into Group ID in this node.';

/** Codes about the group of devices that a job is for. */
export const GROUP: CodeTable = {
	'iot.group.NullGroupId': input('No group ID was given.', GROUP_ID),
	'iot.group.NotExistedGroup': notFound('The platform has no group with this ID.', GROUP_ID),
};
