import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../platform';
import type { Emulator } from '../../emulator/emulator';
import type { Fleet } from '../../emulator/fleet/fleet';
import { DEMO } from '../../emulator/fleet/fleets';
import type { Execution } from '../../engine/engine';
import { jsonOf } from '../bench';
import type { OperationBench, OperationRun } from '../operations/bench';
import { byId } from '../operations/variant';
import { EARLIER } from '../../emulator/fleet/rolledOut';

const { productKey, firmwareId, jobId } = DEMO;

/** Options with which requests leave at once and are sent once. */
export const AT_ONCE = { maxAttempts: 1, requestsPerSecond: 100 };

/** How an operation is run on the demo job. */
interface ReissueSettings extends Pick<OperationRun, 'items' | 'onError' | 'retryOnFail'> {
	readonly options?: IDataObject;
	readonly parameters?: INodeParameters;
}

export async function rollBack(
	bench: OperationBench,
	{ options, parameters, ...settings }: ReissueSettings = {},
): Promise<Execution> {
	return await bench.run({
		...{ resource: 'otaJob', operation: 'rollBack', ...settings },
		parameters: {
			...{ jobId: byId(jobId), earlierFirmwareId: byId(EARLIER.firmwareId) },
			...{ refuseMoreThan: 1000, options: { ...AT_ONCE, ...options }, ...parameters },
		},
	});
}

export async function retryFailed(
	bench: OperationBench,
	{ options, parameters, ...settings }: ReissueSettings = {},
): Promise<Execution> {
	return await bench.run({
		...{ resource: 'otaJob', operation: 'retryFailed', ...settings },
		parameters: { jobId: byId(jobId), options: { ...AT_ONCE, ...options }, ...parameters },
	});
}

/** The tasks of each job that was created since the demo job, in the order of the jobs. */
export function tasksOfNewJobs({ fleet }: Emulator): Array<ReturnType<Fleet['tasksOfJob']>> {
	const old = Date.parse('2025-01-01');
	return fleet.jobs
		.filter(({ utcCreate }) => Date.parse(utcCreate) > old)
		.map((job) => fleet.tasksOfJob(job.jobId));
}

/** The names that each of these jobs carries. */
export function newJobs(emulator: Emulator): string[][] {
	return tasksOfNewJobs(emulator).map((tasks) => tasks.map(({ deviceName }) => deviceName));
}

/** The names of testDevice`from` to testDevice`to`. */
export function names(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, index) => `testDevice${from + index}`);
}

/** How many devices have which outcome, those of error items too. */
export function outcomes({ outputs }: Execution): Record<string, number> {
	return countBy(jsonOf(outputs[0]).map((json) => factsOf(json).outcome));
}

/** The same of an execution that ended with an error, by what the error tells. */
export function toldOutcomes(execution: Execution): Record<string, number> {
	const { devices } = toldBy(execution);
	const all: readonly unknown[] = Array.isArray(devices) ? devices : [];
	return countBy(all.map((device) => (isRecord(device) ? device.outcome : undefined)));
}

/** What the error of an execution tells in its details. */
export function toldBy({ error }: Execution): Readonly<Record<string, unknown>> {
	const details = error && 'context' in error ? error.context.details : undefined;
	return isRecord(details) ? details : {};
}

/** What an item knows of its device, whether it is an error item or not. */
export function factsOf(json: IDataObject): Readonly<Record<string, unknown>> {
	const { details } = json;
	return isRecord(details) ? details : json;
}

function countBy(values: readonly unknown[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
	return counts;
}

/** Whether no request but reads was seen. */
export function onlyReads({ emulator }: OperationBench): boolean {
	return emulator.log.every(({ action = '' }) => !/^(Create|Cancel)/.test(action));
}

export { firmwareId, jobId, productKey };
