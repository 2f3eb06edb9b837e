import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import { readText } from '../json';
import { recordsIn } from '../lists/records';

/**
 * Whether a job has a timeout, without which the platform never ends a task that hangs: 1 request, since no
 * list tells it. Undefined where there was no answer. A platform that refuses to tell is not asked again, so
 * its job counts as one that has. Source: the platform's page QueryOTAJob, TimeoutInMinutes.
 */
export async function hasTimeout(jobId: string, call: CallAction): Promise<boolean | undefined> {
	const outcome = await call({ action: 'QueryOTAJob', parameters: { JobId: jobId } });
	if (!outcome.ok) return outcome.fault.kind === 'refused' ? true : undefined;
	const [job] = recordsIn(outcome.answer.json, ACTIONS.QueryOTAJob.record ?? []);
	return job && Number(readText(job, 'TimeoutInMinutes')) > 0;
}
