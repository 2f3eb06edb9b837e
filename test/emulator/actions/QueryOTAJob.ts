import type { JsonObject } from '../http/json';
import type { Job } from '../fleet/records';
import type { Action } from './action';
import { requiredJob } from './inputs';
import { printedJob } from './printed';

/** Tells all of one job (the platform's page QueryOTAJob). */
export const queryOtaJob: Action = ({ fleet, parameters }) => {
	const job = requiredJob(parameters, fleet);
	const { destVersion, firmwareName: name, jobDesc, needPush, needConfirm, srcVersions } = job;
	return {
		data: {
			...printedJob(job),
			...{ destVersion, name, jobDesc, needPush, needConfirm },
			downloadProtocol: 'HTTPS',
			srcVersions: { srcVersion: [...srcVersions] },
			...whatIsSet(job),
		},
	};
};

/** The fields that only some jobs have. */
function whatIsSet(job: Job): JsonObject {
	const { grayPercent, groupId, retryCount, retryInterval, timeoutInMinutes } = job;
	const { utcStartTime, utcEndTime } = job;
	return {
		...(grayPercent !== undefined && { grayPercent }),
		...(groupId !== undefined && { groupId, groupName: `Group ${groupId}` }),
		...(retryCount !== undefined && { retryCount }),
		...(retryInterval !== undefined && { retryInterval }),
		...(timeoutInMinutes !== undefined && { timeoutInMinutes }),
		...(utcStartTime !== undefined && { utcStartTime }),
		...(utcEndTime !== undefined && { utcEndTime }),
	};
}
