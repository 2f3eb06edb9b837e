import type { Resource } from '../../operations/operation';
import { cancelByDevice } from './cancelByDevice';
import { cancelByJob } from './cancelByJob';
import { confirm } from './confirm';
import { getManyByJob } from './getManyByJob';
import { getUnfinishedByDevice } from './getUnfinishedByDevice';

/** The update of one device in one job. */
export const otaTask: Resource = {
	value: 'otaTask',
	name: 'OTA Task',
	operations: [cancelByDevice, cancelByJob, confirm, getManyByJob, getUnfinishedByDevice],
};
