/** When a job counts as going wrong. */
export interface FailureRule {
	/** Share of failures among the sample from which on a job goes wrong, percent. */
	readonly threshold: number;
	/** Devices that must have come to an end before anything is judged. */
	readonly minimumSample: number;
	/** Percentage points by which the share must rise before the job is told again; 0 = never again. */
	readonly rise: number;
	/** Whether a cancelled task counts as a failure. If not, it is left out of the sample as well. */
	readonly countCanceled: boolean;
	/** Minutes in progress without a change from which on a task counts as a failure; 0 = never. */
	readonly stuckAfter: number;
}

/** The figures that a job is judged by: numbers of tasks. */
export interface Figures {
	readonly succeeded: number;
	readonly failed: number;
	readonly canceled: number;
	/** In progress for longer than the rule allows. */
	readonly stuck: number;
}

/** What the figures of a job come to. */
export interface Verdict {
	/** Tasks that count as failures. */
	readonly failures: number;
	/** Tasks that are judged: those that succeeded and those that count as failures. */
	readonly sample: number;
	/** Share of failures among the sample, percent; 0 for an empty sample. */
	readonly failureRate: number;
	/** Whether the sample is large enough and the share has reached the threshold. */
	readonly goesWrong: boolean;
}

/** Judges a job. A task that neither succeeded nor counts as a failure says nothing about the firmware. */
export function judge(figures: Figures, rule: FailureRule): Verdict {
	const failures = figures.failed + figures.stuck + (rule.countCanceled ? figures.canceled : 0);
	const sample = figures.succeeded + failures;
	return {
		failures,
		sample,
		failureRate: sample === 0 ? 0 : (100 * failures) / sample,
		goesWrong:
			sample > 0 &&
			sample >= rule.minimumSample &&
			// Multiplied rather than divided, so that exactly 5 % is 5 %.
			100 * failures >= rule.threshold * sample,
	};
}

/** What binary fractions may be off by, percentage points. */
const TOLERANCE = 1e-9;

/**
 * Whether a job is to be told.
 * @param told the share that it was last told at, percent; undefined when it never was
 */
export function isNews(verdict: Verdict, rule: FailureRule, told: number | undefined): boolean {
	if (!verdict.goesWrong) return false;
	if (told === undefined) return true;
	return rule.rise > 0 && verdict.failureRate >= told + rule.rise - TOLERANCE;
}

/** Minute as ms. */
const MINUTE = 60_000;

/**
 * Whether a task in progress counts as stuck.
 * @param modified when its state or progress last changed, ms since 1970; NaN when nothing tells
 * @param now ms since 1970 by the platform's clock
 */
export function isStuck(modified: number, rule: FailureRule, now: number): boolean {
	return rule.stuckAfter > 0 && now - modified > rule.stuckAfter * MINUTE;
}
