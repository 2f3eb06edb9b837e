import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import type { CallFault } from '../errors/faults';
import { isJsonObject, readKey, readText } from '../json';
import type { JsonObject, JsonValue } from '../json';
import { recordsIn } from '../lists/records';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { readJob } from './jobs';
import type { Job } from './jobs';

/** A job as it is shown by itself. Texts are empty where the platform does not tell. */
export interface JobDetails extends Job {
	readonly destVersion: string;
	/** Versions that the job is for; empty = whatever a device runs. */
	readonly srcVersions: readonly string[];
	/** When it started or is to start, ms since 1970; NaN where the platform does not tell. */
	readonly starts: number;
	/** When it ended, in the same way. */
	readonly ends: number;
}

/**
 * Reads a job with one request. An answer without a record leaves all but the ID open. Source: the platform's
 * page QueryOTAJob; start and end are Alibaba Cloud's.
 */
export async function queryJob(
	jobId: string,
	call: CallAction,
): Promise<Result<JobDetails, CallFault>> {
	const outcome = await call({ action: 'QueryOTAJob', parameters: { JobId: jobId } });
	if (!outcome.ok) return fail(outcome.fault);
	const [record = {}] = recordsIn(outcome.answer.json, ACTIONS.QueryOTAJob.record ?? []);
	return ok({
		...readJob(record),
		jobId,
		destVersion: readText(record, 'DestVersion'),
		srcVersions: textsIn(record, 'SrcVersions', 'SrcVersion'),
		starts: Date.parse(readText(record, 'UtcStartTime')),
		ends: Date.parse(readText(record, 'UtcEndTime')),
	});
}

/** The texts of a list, be it wrapped in an object, bare or a single text. */
function textsIn(record: JsonObject, name: string, wrapped: string): string[] {
	const value = readKey(record, name);
	const list: JsonValue | undefined = isJsonObject(value) ? readKey(value, wrapped) : value;
	const entries = Array.isArray(list) ? list : [list];
	return entries.filter((entry) => typeof entry === 'string').filter((entry) => entry !== '');
}
