import type { Progress } from './progress';
import { clockTime, failureShare, listed, oneLine, thousands } from './words';

/** Characters of a foreign text, at most: a name, a reason. */
const LONGEST_NAME = 40;
const LONGEST_REASON = 60;

/**
 * Says where a roll-out stands in two or three sentences for people, in plain text of one line and of less than
 * 800 characters whatever the job.
 */
export function progressText(progress: Progress): string {
	const { total } = progress;
	const state = stateOf(progress);
	const head = `Job ${name(progress.job.jobId)}${packageOf(progress)}${state}`;
	if (total === 0) return `${head}${state && ' and'} has no devices.`;
	const link = state ? ' and ' : ': ';
	if (total === 1) return sentences(`${head}${link}its one device ${onlyDevice(progress)}`, []);
	return sentences(`${head}${link}${endedOf(progress)}`, [openOf(progress), paceOf(progress)]);
}

function sentences(first: string, others: readonly string[]): string {
	return [first, ...others.filter(Boolean)].map((sentence) => `${sentence}.`).join(' ');
}

function packageOf({ job: { firmwareId, destVersion } }: Progress): string {
	const version = destVersion && ` (version ${name(destVersion)})`;
	return `${firmwareId && ` of package ${name(firmwareId)}`}${version}`;
}

/** What the job itself does, to be read after its name. */
function stateOf({ job, starts, ends, asOf }: Progress): string {
	const ended = clockTime(ends, asOf);
	switch (job.jobStatus) {
		case 'PLANNED': {
			const start = clockTime(starts, asOf);
			return ` is planned${start && ` for ${start}`}`;
		}
		case 'IN_PROGRESS':
			return ' is running';
		case 'COMPLETED':
			return ended ? ` was completed at ${ended}` : ' is completed';
		case 'CANCELED':
			return ` was cancelled${ended && ` at ${ended}`}`;
		case '':
			return '';
		default:
			return ` is in the state ${name(job.jobStatus)}`;
	}
}

function onlyDevice(progress: Progress): string {
	const { counts } = progress;
	if (counts.SUCCEEDED > 0) return 'has succeeded';
	if (counts.FAILED > 0) return `has failed${reasonOf(progress, ': ')}`;
	if (counts.CANCELED > 0) return 'was cancelled';
	if (counts.IN_PROGRESS > 0) return `is installing${quietest(progress)}`;
	return counts.CONFIRM > 0 ? 'waits for confirmation' : 'waits';
}

/** How many devices have come to their end, and how. */
function endedOf(progress: Progress): string {
	const { counts, total, ended } = progress;
	const devices = `${thousands(total)} devices`;
	if (ended === 0) return `none of its ${devices} has ended`;
	const { SUCCEEDED, FAILED, CANCELED } = counts;
	const kinds = [
		...(SUCCEEDED > 0 ? [`${thousands(SUCCEEDED)} succeeded`] : []),
		...(FAILED > 0 ? [`${thousands(FAILED)} failed (${failureOf(progress)})`] : []),
		...(CANCELED > 0
			? [`${thousands(CANCELED)} ${CANCELED === 1 ? 'was' : 'were'} cancelled`]
			: []),
	];
	if (ended < total)
		return `${donePart(ended, total)} of its ${devices} have ended: ${listed(kinds)}`;
	if (SUCCEEDED === total) return `all its ${devices} have succeeded`;
	if (CANCELED === total) return `all its ${devices} were cancelled`;
	if (FAILED === total) return `all its ${devices} have failed${reasonOf(progress, ', ')}`;
	return `all its ${devices} have ended: ${listed(kinds)}`;
}

/** Rounded down, so that nothing is called done that is not. */
function donePart(ended: number, total: number): string {
	const percent = Math.floor((100 * ended) / total);
	return percent === 0 ? 'less than 1 %' : `${percent} %`;
}

function failureOf(progress: Progress): string {
	return `${failureShare(progress)}${reasonOf(progress, ', ')}`;
}

/** The most frequent reason and how frequent it is; empty where the platform gave none. */
function reasonOf({ reasons }: Progress, before: string): string {
	const [top, next] = reasons.top;
	if (!top || top.reason === '') return '';
	const quote = `"${oneLine(top.reason, LONGEST_REASON)}"`;
	if (top.devices === reasons.of) return `${before}${reasons.of > 1 ? 'all with ' : ''}${quote}`;
	// Of several that are equally frequent, none is the most frequent.
	if (top.devices === next?.devices) return `${before}e.g. ${quote}`;
	return `${before}most often with ${quote}${lookedAt(reasons)}`;
}

function lookedAt({
	lookedAt: some,
	of,
}: {
	readonly lookedAt: number;
	readonly of: number;
}): string {
	return some < of ? ` among ${thousands(some)} looked at` : '';
}

/** What the devices do that have not ended. */
function openOf(progress: Progress): string {
	const { IN_PROGRESS, NOTIFIED, QUEUED, CONFIRM } = progress.counts;
	const waiting = QUEUED + NOTIFIED;
	return listed([
		...does(IN_PROGRESS, ['is installing', 'are installing'], quietest(progress)),
		...does(waiting, ['waits', 'wait']),
		...does(CONFIRM, ['waits for confirmation', 'wait for confirmation']),
	]);
}

function does(count: number, [one, many]: readonly [string, string], more = ''): string[] {
	return count === 0 ? [] : [`${thousands(count)} ${count === 1 ? one : many}${more}`];
}

/** The device that has been without news for the longest, in brackets; empty where nothing tells. */
function quietest({ oldest, asOf }: Progress): string {
	const since = oldest ? clockTime(oldest.task.modified, asOf) : '';
	if (!oldest || !since) return '';
	const device = name(oldest.task.deviceName);
	if (oldest.of === 1) return ` (${device}, no news since ${since})`;
	return ` (longest without news${lookedAt(oldest)}: ${device}, since ${since})`;
}

function paceOf({ estimatedEnd, asOf }: Progress): string {
	const end = clockTime(estimatedEnd, asOf);
	return end && `At this pace it ends about ${end}`;
}

function name(text: string): string {
	return oneLine(text, LONGEST_NAME);
}
