/** What counts as a failure of a job. */
export interface CountingRule {
	/** Devices that must have come to an end before the share of failures or successes is judged. */
	readonly minimumSample: number;
	/** Whether a cancelled task counts as a failure. If not, it is left out of the sample as well. */
	readonly countCanceled: boolean;
	/** Minutes in progress without a change from which on a task counts as a failure; 0 = never. */
	readonly stuckAfter: number;
	/** Minutes offline from which on a device that succeeded or hangs counts as a failure; 0 = never. */
	readonly offlineAfter: number;
}

/** When a job counts as going wrong: either the share or the number of failures is enough. */
export interface FailureRule extends CountingRule {
	/** Share of failures among the sample from which on a job goes wrong, percent. */
	readonly threshold: number;
	/** Failures from which on a job goes wrong, however small the sample; 0 = no such number. */
	readonly failureCount: number;
	/** Percentage points by which the share must rise before the job is told again; 0 = never again. */
	readonly rise: number;
}

/** When a job counts as going well. */
export interface SuccessRule extends CountingRule {
	/** Share of successes among the sample from which on a job goes well, percent. */
	readonly threshold: number;
	/** Share of the devices of a job that must be in the sample, percent: a few good ones do not stand for all. */
	readonly finishedShare: number;
}

/** The figures that a job is judged by: numbers of tasks. */
export interface Figures {
	readonly succeeded: number;
	/** Of those, the ones that succeeded long enough ago to tell whether their device went offline. */
	readonly proven: number;
	/** Of those, the ones whose device is offline for longer than the rule allows. */
	readonly offline: number;
	readonly failed: number;
	readonly canceled: number;
	/** In progress for longer than the rule allows. */
	readonly stuck: number;
	/** In progress, not stuck, and their device is offline for longer than the rule allows. */
	readonly silent: number;
}

/** What the figures of a job come to. */
export interface Judgement {
	/** Tasks that count as failures. */
	readonly failures: number;
	/** Tasks that are judged: those that succeeded and those that count as failures. */
	readonly sample: number;
	/** Share of failures among the sample, percent; 0 for an empty sample. */
	readonly failureRate: number;
	/** Whether the sample is large enough and the share has reached the threshold, or the number its own. */
	readonly goesWrong: boolean;
}

/** Judges a job. A task that neither succeeded nor counts as a failure says nothing about the firmware. */
export function judge(figures: Figures, rule: FailureRule): Judgement {
	const failures = failuresIn(figures, rule);
	const sample = figures.succeeded - figures.offline + failures;
	const isShareReached =
		sample > 0 &&
		sample >= rule.minimumSample &&
		// Multiplied rather than divided, so that exactly 5 % is 5 %.
		100 * failures >= rule.threshold * sample;
	const isNumberReached = rule.failureCount > 0 && failures >= rule.failureCount;
	return {
		failures,
		sample,
		failureRate: sample === 0 ? 0 : (100 * failures) / sample,
		goesWrong: isShareReached || isNumberReached,
	};
}

/** What the figures of a job come to for someone who waits for its success. */
export interface SuccessJudgement {
	/** Tasks that are judged: those whose success is proven and those that count as failures. */
	readonly sample: number;
	/** Tasks among them that succeeded and do not count as failures. */
	readonly successes: number;
	/** Share of successes among the sample, percent; 0 for an empty sample. */
	readonly successRate: number;
	/** Whether the sample is large enough and the share has reached the threshold. */
	readonly goesWell: boolean;
}

/** Judges a job by its successes. What was too short ago to be proven is not judged yet. */
export function judgeSuccess(figures: Figures, rule: SuccessRule): SuccessJudgement {
	const successes = figures.proven - figures.offline;
	const sample = successes + failuresIn(figures, rule);
	return {
		sample,
		successes,
		successRate: sample === 0 ? 0 : (100 * successes) / sample,
		goesWell:
			sample > 0 && sample >= rule.minimumSample && 100 * successes >= rule.threshold * sample,
	};
}

/**
 * Whether so much of a job is judged that its success opens the way to the next stage.
 * @param size how many tasks the job has, see `tasksThatCount`
 */
export function isCovered(
	{ sample }: SuccessJudgement,
	size: number,
	{ finishedShare }: SuccessRule,
): boolean {
	return 100 * sample >= finishedShare * size;
}

/** How many tasks of a job there are to judge: cancelled ones only where they count as failures. */
export function tasksThatCount(all: number, canceled: number, rule: CountingRule): number {
	return rule.countCanceled ? all : all - canceled;
}

function failuresIn(figures: Figures, { countCanceled }: CountingRule): number {
	const { failed, canceled, stuck, offline, silent } = figures;
	return failed + stuck + offline + silent + (countCanceled ? canceled : 0);
}

/** What binary fractions may be off by, percentage points. */
const TOLERANCE = 1e-9;

/**
 * Whether a job is to be told.
 * @param told the share that it was last told at, percent; undefined when it never was
 */
export function isNews(judgement: Judgement, rule: FailureRule, told: number | undefined): boolean {
	if (!judgement.goesWrong) return false;
	if (told === undefined) return true;
	return rule.rise > 0 && judgement.failureRate >= told + rule.rise - TOLERANCE;
}

/** Minute as ms. */
export const MINUTE = 60_000;

/**
 * Whether a task in progress counts as stuck.
 * @param modified when its state or progress last changed, ms since 1970; NaN when nothing tells
 * @param now ms since 1970 by the platform's clock
 */
export function isStuck(modified: number, rule: CountingRule, now: number): boolean {
	return rule.stuckAfter > 0 && now - modified > rule.stuckAfter * MINUTE;
}
