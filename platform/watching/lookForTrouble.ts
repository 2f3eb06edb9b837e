import type { CallFault } from '../errors/faults';
import { isFinished } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { listTasksOfJob } from '../ota/tasks';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { byFigures, jobGoesWrong } from './events';
import type { Before, Finding, LookTools } from './finding';
import { glance } from './glance';
import { isNews, judge } from './judge';
import type { FailureRule, Figures } from './judge';

/** Looks whether a job goes wrong. Requests: those of `glance`, and once it is told 1 for every 100 of its tasks. */
export async function lookForTrouble(
	job: Job,
	rule: FailureRule,
	{ job: known, quiet, looks, settled }: Before,
	tools: LookTools,
): Promise<Result<Finding, CallFault>> {
	const told = known?.told;
	const matters = (_: Figures, most: Figures) => isNews(judge(most, rule), rule, told);
	const glanced = await glance(job.jobId, { rule, looks, matters }, tools);
	if (!glanced.ok) return glanced;
	const { figures, look, shortfall, fault } = glanced.value;
	const done = isFinished(job) && settled;
	const nothing: Finding = { events: [], done, tasks: [], shortfall };
	const first = judge(figures, rule);
	// Devices that could not be looked at must not hide a job that is bad without them.
	if (!isNews(first, rule, told)) return fault ? fail(fault) : ok(nothing);
	if (quiet) return ok({ ...nothing, told: first.failureRate });

	// The figures were read one after the other and tasks moved on meanwhile, so the list has the last word.
	const read = await listTasksOfJob(job.jobId, {}, tools.call);
	if (!read.ok) return read;
	const now = tools.platformNow();
	const { judgement, event } = jobGoesWrong(job, read.value, { rule, look, now });
	const seen = { ...nothing, shortfall: shortfall ?? read.value.shortfall };
	if (isNews(judgement, rule, told)) {
		return ok({ ...seen, events: [event], told: judgement.failureRate });
	}
	// A list that lacks tasks proves nothing against the figures, and a bad job must not go untold for it.
	if (!read.value.shortfall) return ok(seen);
	const counted = byFigures(event, first, look, read.value.shortfall);
	return ok({ ...seen, events: [counted], told: first.failureRate });
}
