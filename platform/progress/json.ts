import type { JsonObject } from '../json';
import { shareOf } from './figures';
import type { OldestTask, Progress } from './progress';
import { progressText } from './text';
import { isoTime } from './words';

/** A progress as the next node gets it: times are ISO 8601 in UTC or null, and `text` says all in sentences. */
export function progressToJson(progress: Progress): JsonObject {
	const { job, counts, total, ended, reasons } = progress;
	const { jobId, jobStatus, productKey, firmwareId, destVersion } = job;
	return {
		text: progressText(progress),
		...{ jobId, jobStatus, productKey, firmwareId },
		...{ srcVersions: [...progress.srcVersions], destVersion },
		...{ counts: { ...counts }, total, ended, endedShare: shareOf(ended, total) },
		failureRate: progress.failureRate,
		reasons: {
			top: reasons.top.map((reason) => ({ ...reason })),
			...{ lookedAt: reasons.lookedAt, of: reasons.of },
		},
		oldestInProgress: oldestToJson(progress.oldest),
		startTime: isoTime(progress.starts),
		endTime: isoTime(progress.ends),
		estimatedEndTime: isoTime(progress.estimatedEnd),
		asOf: isoTime(progress.asOf),
	};
}

function oldestToJson(oldest: OldestTask | undefined): JsonObject | null {
	if (!oldest) return null;
	const { task, lookedAt, of } = oldest;
	const { deviceName, srcVersion, progress } = task;
	return { deviceName, unchangedSince: isoTime(task.modified), progress, srcVersion, lookedAt, of };
}
