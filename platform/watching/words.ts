import { explain } from '../errors/explain';
import type { IncompleteFault } from '../errors/faults';
import type { SuccessJudgement, Judgement } from './judge';
import type { OfflineLook } from './offline';
import type { WatchedEvent } from './watch';

/** Sums up a job that goes wrong. */
export function goesWrong(
	{ failures, sample, failureRate }: Judgement,
	look: OfflineLook,
	cancellable: number,
	shortfall: IncompleteFault | undefined,
): string {
	const share = `${failures} of ${sample} devices that were judged count as failed (${rounded(failureRate)} %).`;
	const left =
		cancellable === 0
			? 'No device is left whose task could be cancelled: all have begun to install, have finished or are cancelled.'
			: `The tasks of ${cancellable} ${cancellable === 1 ? 'device' : 'devices'} can still be cancelled.`;
	const gap = shortfall && `${explain(shortfall).message}, so devices may be missing here.`;
	return [share, looked(look), left, gap].filter(Boolean).join(' ');
}

/** Sums up a job that goes well. */
export function goesWell(
	{ successes, sample, successRate }: SuccessJudgement,
	look: OfflineLook,
	unfinished: number,
): string {
	const share = `${successes} of ${sample} devices that were judged have succeeded (${rounded(successRate)} %).`;
	const left =
		unfinished === 0
			? 'All devices have finished.'
			: `${unfinished} ${unfinished === 1 ? 'device has' : 'devices have'} not finished.`;
	return [share, looked(look), left].filter(Boolean).join(' ');
}

/** What was looked at, where not all devices may have been. */
function looked({ lookedAt, offline }: OfflineLook): string {
	if (lookedAt.size === 0) return '';
	return `Offline are ${offline.size} of the ${lookedAt.size} devices that were looked at; the share of those stands for all.`;
}

/** A job that was so already when the watch began, and is not told while it stays so. */
export function alreadySo(kind: WatchedEvent['kind'], jobId: string, share: number): string {
	const fix = 'choose Existing Too under Options > Start With to be told of it';
	return kind === 'jobGoesWell'
		? `Job ${jobId} goes well already, with ${rounded(share)} % of its devices succeeded, and does not start the workflow: ${fix}`
		: `Job ${jobId} goes wrong already, with ${rounded(share)} % of its devices failed, and does not start the workflow unless the share rises: ${fix}`;
}

/** A job in which a task that hangs is never ended and never counted. */
export function neverEnds(jobId: string): string {
	return `Job ${jobId} has no timeout, so a device that hangs in the update stays in progress for ever, and here it does not count as failed: choose Stuck Tasks under Options > Also Count as Failed`;
}

/** A job with more failed tasks than can be told apart for ever. */
export function crowdedJob(jobId: string): string {
	return `Job ${jobId} has more failed tasks than can be remembered: of it only those are told from now on that fail later than all told before`;
}

/** Two decimals. */
export function rounded(percent: number): number {
	return Math.round(percent * 100) / 100;
}
