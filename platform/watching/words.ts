import { explain } from '../errors/explain';
import type { IncompleteFault } from '../errors/faults';
import type { Verdict } from './judge';

/** Sums up a job that goes wrong. */
export function sentenceOf(
	{ failures, sample, failureRate }: Verdict,
	cancellable: number,
	shortfall: IncompleteFault | undefined,
): string {
	const share = `${failures} of ${sample} devices that were judged count as failed (${rounded(failureRate)} %).`;
	const left =
		cancellable === 0
			? 'No device is left whose task could be cancelled: all have begun to install, have finished or are cancelled.'
			: `The tasks of ${cancellable} ${cancellable === 1 ? 'device' : 'devices'} can still be cancelled.`;
	const gap = shortfall && `${explain(shortfall).message}, so devices may be missing here.`;
	return [share, left, gap].filter(Boolean).join(' ');
}

/** A job that was bad already when the watch began, and is not told while it stays so. */
export function alreadyWrong(jobId: string, failureRate: number): string {
	return `Job ${jobId} goes wrong already, with ${rounded(failureRate)} % of its devices failed, and does not start the workflow unless the share rises: choose Existing Too under Options > Start With to be told of it`;
}

/** A job with more failed tasks than can be told apart for ever. */
export function crowdedJob(jobId: string): string {
	return `Job ${jobId} has more failed tasks than can be remembered: of it only those are told from now on that fail later than all told before`;
}

/** Two decimals. */
export function rounded(percent: number): number {
	return Math.round(percent * 100) / 100;
}
