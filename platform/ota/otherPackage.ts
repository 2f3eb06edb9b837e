import type { CallAction } from '../client/callAction';
import { badInput } from '../errors/faults';
import type { InputFault } from '../errors/faults';
import { queryJob } from './jobDetails';
import type { Job } from './jobs';

/** A job, and the package that it is said to be of. */
export type JobOfPackage = Pick<Job, 'jobId' | 'firmwareId'>;

/**
 * What is wrong where a job is said to be of a package that is not its own; undefined where nothing is, or where either
 * package is not told. The editor keeps a job that was chosen when another package is.
 */
export function otherPackage(
	firmwareId: string,
	{ firmwareId: own }: Pick<Job, 'firmwareId'>,
): InputFault | undefined {
	if (firmwareId === '' || own === '' || firmwareId === own) return undefined;
	return badInput(
		'OTA Package',
		`is ${firmwareId}, but the job is of package ${own}`,
		'A job stays chosen when the package changes. Choose the job anew, or the package that it is of.',
	);
}

/**
 * Asks for it with one request. Whatever keeps the platform from telling is no reason against the job: then it
 * is undefined too. Source: the platform's page QueryOTAJob.
 */
export async function findOtherPackage(
	{ jobId, firmwareId }: JobOfPackage,
	call: CallAction,
): Promise<InputFault | undefined> {
	const job = await queryJob(jobId, call);
	return job.ok ? otherPackage(firmwareId, job.value) : undefined;
}
