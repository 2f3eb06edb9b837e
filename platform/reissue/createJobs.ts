import { ACTIONS } from '../catalog';
import type { CallOutcome } from '../client/callAction';
import { isFatal, makesTwo } from '../client/retry';
import type { CallFault } from '../errors/faults';
import { readText } from '../json';
import { recordsIn } from '../lists/records';
import type { ReissueMemory } from './memory';
import type { ReissueOrder } from './order';
import { jobParameters } from './plan';
import type { Ends } from './source';
import type { Standing } from './standing';
import type { ReissueTools } from './tools';

const ACTION = 'CreateOTAStaticUpgradeJob';

/** What is to be created for an order. */
export interface JobsToCreate {
	readonly order: ReissueOrder;
	readonly ends: Ends;
	/** The names of each job. */
	readonly jobs: readonly string[][];
}

/**
 * Creates jobs one after the other, and says where each named device stands then. A refusal that single devices
 * may be the cause of halves the job. After a request that may have been carried out though it got no answer,
 * and after a refusal of more than these devices, nothing more is sent. Source: the platform's page
 * CreateOTAStaticUpgradeJob.
 */
export async function createJobs(
	{ order, ends, jobs }: JobsToCreate,
	memory: ReissueMemory,
	{ call, stopped }: Pick<ReissueTools, 'call' | 'stopped'>,
): Promise<Map<string, Standing>> {
	const standings = new Map<string, Standing>();
	const stand = (names: readonly string[], standing: Standing) => {
		for (const name of names) standings.set(name, standing);
	};
	const left = jobs.map((names) => [...names]);
	for (let names = left.shift(); names && !stopped(); names = left.shift()) {
		const parameters = jobParameters(order, ends, names);
		const outcome = await call({ action: ACTION, parameters });
		const jobId = outcome.ok ? jobIdIn(outcome.answer.json) : '';
		if (outcome.ok && jobId !== '') {
			memory.noteCreated({ ends, item: order.item, jobId }, names);
			stand(names, { kind: 'created', jobId, isSeen: false });
			continue;
		}
		// A yes without the ID of the job is no less in doubt than no answer.
		if (outcome.ok || mayHaveBeenMade(outcome)) {
			memory.noteDoubt(ends, names);
			stand(names, { kind: 'unknown', why: 'unanswered' });
			break;
		}
		const { fault } = outcome;
		if (mayBeOneOfThem(fault) && names.length > 1) {
			const half = Math.ceil(names.length / 2);
			left.unshift(names.slice(0, half), names.slice(half));
			continue;
		}
		stand(names, { kind: 'failed', fault });
		if (isFatal(fault) || !isAboutDevices(fault)) break;
	}
	const all = jobs.flat();
	stand(
		all.filter((name) => !standings.has(name)),
		{ kind: 'skipped' },
	);
	return standings;
}

/** Also where the workflow was stopped while the platform had the request. */
function mayHaveBeenMade(outcome: Extract<CallOutcome, { ok: false }>): boolean {
	const { fault, inDoubt, attempts } = outcome;
	return inDoubt || makesTwo(ACTION, fault) || (fault.kind === 'stopped' && attempts > 0);
}

function jobIdIn(json: Parameters<typeof recordsIn>[0]): string {
	const [record = {}] = recordsIn(json, ACTIONS[ACTION].record ?? []);
	return readText(record, 'JobId');
}

/** Whether one of several devices may be the cause, so that the others can pass without it. */
function mayBeOneOfThem(fault: CallFault): boolean {
	if (fault.kind !== 'refused') return false;
	return fault.meaning?.devices === true || fault.meaning?.perhapsDevices === true;
}

/** Whether a refusal is about the devices that were named, so that a job for others can pass. */
function isAboutDevices(fault: CallFault): boolean {
	if (mayBeOneOfThem(fault)) return true;
	return fault.kind === 'refused' && fault.code.toLowerCase() === NONE_OF_THEM;
}

/** Says that not one of the devices can take the update. */
const NONE_OF_THEM = 'iot.firmware.nodevicecanupgrade';
