import { FINISHED_JOB } from '../catalog/jobStatus';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { readPages, shortfallOf } from '../lists/paging';
import { ok } from '../result';
import type { Result } from '../result';

/** A job as a list shows it. Texts are empty where the list does not tell. */
export interface Job {
	readonly jobId: string;
	readonly productKey: string;
	readonly firmwareId: string;
	/** As the platform spells it, in capitals. */
	readonly jobStatus: string;
	/** When it was created, ms since 1970; NaN where the list does not tell. */
	readonly created: number;
}

/** Jobs that were listed. */
export interface JobList {
	readonly jobs: readonly Job[];
	/** What the lists did not give; absent when there are no other jobs. */
	readonly shortfall?: IncompleteFault;
}

/** Reads a job out of a record of a list. */
export function readJob(record: JsonObject): Job {
	return {
		jobId: readText(record, 'JobId'),
		productKey: readText(record, 'ProductKey'),
		firmwareId: readText(record, 'FirmwareId'),
		jobStatus: readText(record, 'JobStatus').toUpperCase(),
		created: Date.parse(readText(record, 'UtcCreate')),
	};
}

/** Whether a job has come to its end, so that all of its tasks have ended. */
export function isFinished({ jobStatus }: Job): boolean {
	return FINISHED_JOB.includes(jobStatus);
}

/** Whether a job has not begun. */
export function isPlanned({ jobStatus }: Job): boolean {
	return jobStatus === 'PLANNED';
}

/**
 * Lists the jobs of a package, with 1 request for every 200 of them. Source: the platform's page
 * ListOTAJobByFirmware.
 */
export async function listJobsOfPackage(
	firmwareId: string,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	const parameters = { FirmwareId: firmwareId };
	const list = await readPages({ action: 'ListOTAJobByFirmware', parameters }, call);
	if (!list.ok) return list;
	return ok({ jobs: list.value.records.map(readJob), shortfall: shortfallOf(list.value) });
}
