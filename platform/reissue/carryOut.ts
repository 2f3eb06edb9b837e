import { badInput } from '../errors/faults';
import type { Fault } from '../errors/faults';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { createJobs } from './createJobs';
import type { ReissueMemory } from './memory';
import { planJobs } from './plan';
import { seeTasks } from './seeTasks';
import { namesOf, withStandings } from './standing';
import type { ReissueDevice, Standing } from './standing';
import { surveyDevices } from './survey';
import type { Survey } from './survey';
import type { ReissueTools } from './tools';
import { cancelWaiting } from './waiting';

/**
 * Does what a survey came to: cancels what waits, if wanted, and looks anew; creates the jobs, with 1 request
 * for every 200 devices; and looks for the new tasks. A fault means that no job was created for the order.
 * @param most devices that it may put into jobs after a cancel; 0 for no limit
 */
export async function carryOut(
	surveyed: Survey,
	most: number,
	memory: ReissueMemory,
	tools: ReissueTools,
): Promise<Result<readonly ReissueDevice[], Fault>> {
	const current = await afterCancel(surveyed, most, memory, tools);
	if (!current.ok) return current;
	const { order, ends } = current.value;
	const devices = knownSince(current.value, memory);
	const jobs = planJobs(order, ends, devices, tools.connection);
	const standings = await createJobs({ order, ends, jobs }, memory, tools);
	return ok(await seeTasks(withStandings(devices, standings), tools));
}

async function afterCancel(
	survey: Survey,
	most: number,
	memory: ReissueMemory,
	tools: ReissueTools,
): Promise<Result<Survey, Fault>> {
	const { order, ends, devices } = survey;
	const waiting = namesOf(devices, 'waiting');
	if (waiting.length === 0) return ok(survey);
	memory.noteWaited(order.jobId, waiting);
	const cancelled = await cancelWaiting(order.jobId, tools);
	if (!cancelled.ok) return cancelled;
	const again = await surveyDevices(order, ends, memory, tools);
	if (!again.ok) return again;
	const due = namesOf(again.value.devices, 'due').length;
	if (most === 0 || due <= most) return again;
	return fail(
		badInput(
			'Refuse More Than',
			`is ${most}, but ${due} devices are to be rolled back since more of them finished meanwhile`,
			'The waiting tasks were cancelled, and no device was rolled back. If so many devices are meant, raise Refuse More Than and run this again.',
		),
	);
}

/** What this run has done since the survey, for another order: no device goes into two jobs. */
function knownSince(
	{ order, ends, devices }: Survey,
	memory: ReissueMemory,
): readonly ReissueDevice[] {
	const standings = new Map<string, Standing>();
	for (const name of namesOf(devices, 'due')) {
		const known = memory.standingOf(ends, order.item, name);
		if (known) standings.set(name, known);
		else if (memory.isDoubtful(ends, name)) {
			standings.set(name, { kind: 'unknown', why: 'unanswered' });
		}
	}
	return withStandings(devices, standings);
}
