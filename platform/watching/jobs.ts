import { ACTIONS } from '../catalog';
import { FINISHED_JOB } from '../catalog/jobStatus';
import type { CallAction } from '../client/callAction';
import type { CallFault, IncompleteFault } from '../errors/faults';
import { readText } from '../json';
import type { JsonObject } from '../json';
import { readPages, shortfallOf } from '../lists/paging';
import { recordsIn } from '../lists/records';
import { ok, fail } from '../result';
import type { Result } from '../result';
import type { WatchScope } from './watch';

/** A job as a list shows it. */
export interface WatchedJob {
	readonly jobId: string;
	readonly productKey: string;
	readonly firmwareId: string;
	/** As the platform spells it, in capitals; empty when it does not tell. */
	readonly jobStatus: string;
	/** When it was created, ms since 1970; NaN when the list does not tell. */
	readonly created: number;
}

/** The jobs of a scope. */
export interface FoundJobs {
	readonly jobs: readonly WatchedJob[];
	/** What the lists of jobs or packages did not give. */
	readonly shortfall?: IncompleteFault;
}

/** Whether a job has come to its end. */
export function isFinished({ jobStatus }: WatchedJob): boolean {
	return FINISHED_JOB.includes(jobStatus);
}

/** Whether a job has not begun. */
export function isPlanned({ jobStatus }: WatchedJob): boolean {
	return jobStatus === 'PLANNED';
}

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
export async function findJobs(
	scope: WatchScope,
	call: CallAction,
): Promise<Result<FoundJobs, CallFault>> {
	switch (scope.kind) {
		case 'job':
			return await findJob(scope.jobId, call);
		case 'package':
			return await findJobsOfPackage(scope.firmwareId, call);
		case 'product':
			return await findJobsOfProduct(scope.productKey, call);
	}
}

async function findJob(jobId: string, call: CallAction): Promise<Result<FoundJobs, CallFault>> {
	const outcome = await call({ action: 'QueryOTAJob', parameters: { JobId: jobId } });
	if (!outcome.ok) return fail(outcome.fault);
	const records = recordsIn(outcome.answer.json, ACTIONS.QueryOTAJob.record ?? []);
	return ok({ jobs: records.slice(0, 1).map((record) => ({ ...asJob(record), jobId })) });
}

async function findJobsOfPackage(
	firmwareId: string,
	call: CallAction,
): Promise<Result<FoundJobs, CallFault>> {
	const jobs = await readPages(
		{
			action: 'ListOTAJobByFirmware',
			parameters: { FirmwareId: firmwareId },
		},
		call,
	);
	if (!jobs.ok) return jobs;
	const found = jobs.value.records.map(asJob).filter(({ jobId }) => jobId !== '');
	return ok({ jobs: found, shortfall: shortfallOf(jobs.value) });
}

async function findJobsOfProduct(
	productKey: string,
	call: CallAction,
): Promise<Result<FoundJobs, CallFault>> {
	const packages = await readPages(
		{
			action: 'ListOTAFirmware',
			parameters: { ProductKey: productKey },
		},
		call,
	);
	if (!packages.ok) return packages;
	const found: WatchedJob[] = [];
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

function asJob(record: JsonObject): WatchedJob {
	return {
		jobId: readText(record, 'JobId'),
		productKey: readText(record, 'ProductKey'),
		firmwareId: readText(record, 'FirmwareId'),
		jobStatus: readText(record, 'JobStatus').toUpperCase(),
		created: Date.parse(readText(record, 'UtcCreate')),
	};
}
