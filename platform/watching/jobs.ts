import { ACTIONS } from '../catalog';
import type { CallAction } from '../client/callAction';
import type { CallFault, InputFault } from '../errors/faults';
import { readText } from '../json';
import { readPages, shortfallOf } from '../lists/paging';
import { recordsIn } from '../lists/records';
import { listJobsOfPackage, readJob } from '../ota/jobs';
import type { Job, JobList } from '../ota/jobs';
import { otherPackage } from '../ota/otherPackage';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { WatchScope } from './watch';

/** Codes by which the platform says that what was asked for is not there (any more). */
const GONE = new Set([
	'iot.firmware.invalidotajobid',
	'iot.firmware.firmwarenotfound',
	'iot.ota.firmwarenotfound',
	'iot.prod.notexistedproduct',
]);

/** Whether a fault says that the job, package or product asked for is not there. */
export function isGone(fault: CallFault): boolean {
	return fault.kind === 'refused' && GONE.has(fault.code.toLowerCase());
}

/**
 * Lists the jobs of a scope, whatever their state: with 1 request for a job, 1 for every 200 jobs of a
 * package, and for a product 1 for every 100 packages beside those of each package. A package that
 * vanishes meanwhile has no jobs. Source: the platform's pages QueryOTAJob, ListOTAJobByFirmware and
 * ListOTAFirmware.
 */
export async function findWatchedJobs(
	scope: WatchScope,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	switch (scope.kind) {
		case 'job':
			return await findJob(scope.jobId, call);
		case 'package':
			return await findJobsOfPackage(scope.firmwareId, call);
		case 'product':
			return await findJobsOfProduct(scope.productKey, call);
	}
}

/** What is wrong where a single job was picked from a package that is not its own; undefined otherwise. */
export function strayJob(scope: WatchScope, { jobs: [job] }: JobList): InputFault | undefined {
	if (scope.kind !== 'job' || !job) return undefined;
	return otherPackage(scope.ofPackage ?? '', job);
}

async function findJob(jobId: string, call: CallAction): Promise<Result<JobList, CallFault>> {
	const outcome = await call({ action: 'QueryOTAJob', parameters: { JobId: jobId } });
	if (!outcome.ok) return fail(outcome.fault);
	const records = recordsIn(outcome.answer.json, ACTIONS.QueryOTAJob.record ?? []);
	return ok({ jobs: records.slice(0, 1).map((record) => ({ ...readJob(record), jobId })) });
}

async function findJobsOfPackage(
	firmwareId: string,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	const list = await listJobsOfPackage(firmwareId, call);
	if (!list.ok) return list;
	return ok({ ...list.value, jobs: list.value.jobs.filter(({ jobId }) => jobId !== '') });
}

async function findJobsOfProduct(
	productKey: string,
	call: CallAction,
): Promise<Result<JobList, CallFault>> {
	const packages = await readPages(
		{
			action: 'ListOTAFirmware',
			parameters: { ProductKey: productKey },
		},
		call,
	);
	if (!packages.ok) return packages;
	const found: Job[] = [];
	let shortfall = shortfallOf(packages.value);
	for (const record of packages.value.records) {
		const jobs = await findJobsOfPackage(readText(record, 'FirmwareId'), call);
		if (jobs.ok) {
			found.push(...jobs.value.jobs.filter((job) => job.productKey === productKey));
			shortfall ??= jobs.value.shortfall;
		} else if (!isGone(jobs.fault)) return jobs;
	}
	return ok({ jobs: found, shortfall });
}
