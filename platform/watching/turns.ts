import { isFinished, isPlanned } from '../ota/jobs';
import type { Job } from '../ota/jobs';
import { MINUTE } from './judge';
import type { JobMemory, Memory } from './memory';
import { ruleOf } from './watch';
import type { WatchedEvent } from './watch';

/** Jobs whose devices are looked at in one poll, at most. More of them take turns. */
export const MOST_JOBS_LOOKED_AT = 5;

/**
 * The jobs whose devices are looked at in this poll: those that have waited longest. Where the first poll has
 * more of them, a job that only its offline devices make go wrong counts as new when its turn comes.
 */
export function turnsOf(
	jobs: readonly Job[],
	event: WatchedEvent,
	{ jobs: known }: Memory,
): ReadonlySet<string> {
	if (!ruleOf(event)?.offlineAfter) return new Set();
	const since = ({ jobId }: Job) => known.entries.get(jobId)?.looked ?? 0;
	const waiting = jobs.filter((job) => {
		const entry = known.entries.get(job.jobId);
		const isTold = event.kind === 'jobGoesWell' && entry?.told !== undefined;
		return !isPlanned(job) && !entry?.done && !isTold;
	});
	// Those that have finished before the watch began are not looked at, so they come last.
	const rank = (job: Job) => (isFinished(job) && !known.entries.has(job.jobId) ? 1 : 0);
	const order = waiting.sort((a, b) => rank(a) - rank(b) || since(a) - since(b));
	return new Set(order.slice(0, MOST_JOBS_LOOKED_AT).map(({ jobId }) => jobId));
}

/**
 * Whether nothing new can come of a job once it has finished. Devices may go offline for so long after its end
 * as they must be offline to count, so it is looked at once more when twice that time has passed.
 * @param now ms since 1970 by the platform's clock
 */
export function isSettled(
	known: JobMemory | undefined,
	event: WatchedEvent,
	looks: boolean,
	now: number,
): boolean {
	const offlineAfter = ruleOf(event)?.offlineAfter ?? 0;
	if (offlineAfter === 0) return true;
	return looks && now - (known?.ended ?? now) > 2 * offlineAfter * MINUTE;
}
