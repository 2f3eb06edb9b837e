import type { Fault } from '../errors/faults';
import { ok } from '../result';
import type { Result } from '../result';
import { findCandidates } from './candidates';
import { findInLaterJobs } from './laterJobs';
import type { ReissueMemory } from './memory';
import type { ReissueOrder } from './order';
import { settleDue } from './plan';
import { readRunningVersions } from './runningVersions';
import { DEFAULT_MODULE, readEnds } from './source';
import type { Ends } from './source';
import { namesOf } from './standing';
import type { ReissueDevice } from './standing';
import type { ReissueTools } from './tools';

/** What an order comes to, before anything is sent that changes something. */
export interface Survey {
	readonly order: ReissueOrder;
	readonly ends: Ends;
	/** Each device that the order is about, once. */
	readonly devices: readonly ReissueDevice[];
}

/**
 * Looks where each device of an order stands. Sends reads only: those of `readEnds`, `findCandidates` and
 * `findInLaterJobs`, and 1 for every 100 devices that tells which run the version already. 100,000 devices of a
 * job that has no later ones are about 2,000 requests.
 */
export async function surveyOrder(
	order: ReissueOrder,
	memory: ReissueMemory,
	tools: ReissueTools,
): Promise<Result<Survey, Fault>> {
	const ends = await readEnds(order, tools.call);
	if (!ends.ok) return ends;
	return await surveyDevices(order, ends.value, memory, tools);
}

/** The same, once the ends are known. */
export async function surveyDevices(
	order: ReissueOrder,
	ends: Ends,
	memory: ReissueMemory,
	tools: ReissueTools,
): Promise<Result<Survey, Fault>> {
	const waitedBefore = (name: string) => memory.hasWaited(order.jobId, name);
	const found = await findCandidates(order, waitedBefore, tools.call);
	if (!found.ok) return found;
	const devices = found.value;
	const due = namesOf(devices, 'due');
	if (due.length === 0) return ok({ order, ends, devices });
	const later = await findInLaterJobs(ends, due, memory.ownJobs, tools);
	if (!later.ok) return later;
	const looked = settleDue(devices, order, ends, { knowledge: { later: later.value }, memory });
	// What a device reports is known for the one module alone.
	if (ends.target.moduleName !== DEFAULT_MODULE) return ok({ order, ends, devices: looked });
	const left = namesOf(looked, 'due');
	const versions = await readRunningVersions(ends.source.productKey, left, tools.call);
	if (!versions.ok) return versions;
	const knowledge = { later: later.value, versions: versions.value };
	return ok({ order, ends, devices: settleDue(looked, order, ends, { knowledge, memory }) });
}
