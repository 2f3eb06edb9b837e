import fc from 'fast-check';
import { isNews, isStuck, isCovered, judge, judgeSuccess } from '../../../platform/watching/judge';
import type { Figures } from '../../../platform/watching/judge';
import { RULE } from './watching';

const NONE: Figures = {
	...{ succeeded: 0, proven: 0, offline: 0 },
	...{ failed: 0, canceled: 0, stuck: 0, silent: 0 },
};

describe('given the figures of a job', () => {
	it.each([
		['no device has finished', NONE, { sample: 0, failureRate: 0, goesWrong: false }],
		['one is short of the sample', { succeeded: 0, failed: 49 }, { goesWrong: false }],
		['the sample is reached', { succeeded: 0, failed: 50 }, { goesWrong: true }],
		['the share is just below', { succeeded: 951, failed: 50 }, { goesWrong: false }],
		['the share is reached exactly', { succeeded: 950, failed: 50 }, { goesWrong: true }],
	])('when %s, then it is judged so', (_, figures, verdict) => {
		expect(judge({ ...NONE, ...figures }, RULE)).toMatchObject(verdict);
	});

	it('when cancelled tasks do not count as failures, then they are left out of the sample', () => {
		const figures = { ...NONE, succeeded: 90, failed: 10, canceled: 900 };
		expect(judge(figures, RULE)).toMatchObject({ failures: 10, sample: 100, failureRate: 10 });
	});

	it('when cancelled and stuck tasks count as failures, then they are part of both', () => {
		const figures = { ...NONE, succeeded: 60, failed: 10, canceled: 20, stuck: 10 };
		expect(judge(figures, { ...RULE, countCanceled: true })).toMatchObject({
			failures: 40,
			sample: 100,
			failureRate: 40,
		});
	});

	it('when devices have gone offline, then those that had succeeded are failures of the same sample, and hanging ones join it', () => {
		const figures = { ...NONE, succeeded: 95, proven: 95, offline: 4, silent: 5 };
		expect(judge(figures, RULE)).toMatchObject({ failures: 9, sample: 100, failureRate: 9 });
	});

	it.each([
		[2, 0, false],
		[2, 3, false],
		[3, 3, true],
	])(
		'when %i have failed and the number is %i, then a small job goes wrong: %s',
		(failed, failureCount, goesWrong) => {
			const figures = { ...NONE, succeeded: 1, failed };
			expect(judge(figures, { ...RULE, failureCount }).goesWrong).toBe(goesWrong);
		},
	);

	it('when a failure is added, then the share does not fall', () => {
		fc.assert(
			fc.property(fc.nat(20_000), fc.nat(20_000), (succeeded, failed) => {
				const before = judge({ ...NONE, succeeded, failed }, RULE);
				const after = judge({ ...NONE, succeeded, failed: failed + 1 }, RULE);
				expect(after.failureRate).toBeGreaterThanOrEqual(before.failureRate);
				expect(before.failureRate).toBeLessThanOrEqual(100);
			}),
		);
	});
});

describe('given the figures of a job whose success is waited for', () => {
	const success = { ...RULE, threshold: 95, finishedShare: 90 };
	it.each([
		['no device has finished', NONE, { sample: 0, successRate: 0, goesWell: false }],
		['one is short of the sample', { proven: 49 }, { goesWell: false }],
		['the sample is reached', { proven: 50 }, { sample: 50, goesWell: true }],
		['the share is reached exactly', { proven: 950, failed: 50 }, { goesWell: true }],
		['the share is just missed', { proven: 949, failed: 50 }, { goesWell: false }],
		['too many are stuck', { proven: 940, stuck: 60 }, { successRate: 94, goesWell: false }],
		['too many are offline', { proven: 100, offline: 6 }, { successes: 94, goesWell: false }],
		['nothing is proven yet', { succeeded: 900, proven: 0 }, { sample: 0, goesWell: false }],
	])('when %s, then it is judged so', (_, figures, verdict) => {
		expect(judgeSuccess({ ...NONE, ...figures }, success)).toMatchObject(verdict);
	});
});

describe('given a sample of 90 that goes well', () => {
	const verdict = { sample: 90, successes: 90, successRate: 100, goesWell: true };

	it.each([
		[100, 90, true],
		[101, 90, false],
		[100_000, 0, true],
		[90, 100, true],
		[91, 100, false],
	])(
		'when %d devices count and %d %% must have finished, then it is covered or not',
		(size, finishedShare, expected) => {
			expect(isCovered(verdict, size, { ...RULE, finishedShare })).toBe(expected);
		},
	);
});

describe('given a job that was told at 6 %', () => {
	const at = (failed: number) => judge({ ...NONE, succeeded: 1000 - failed, failed }, RULE);

	it.each([
		[109, 5, false],
		[110, 5, true],
		[110, 0, false],
		[1000, 0, false],
		[61, 0.1, true],
		[40, 1, false],
	])(
		'when %i of 1,000 have failed and the step is %d, then it is news: %s',
		(failed, rise, news) => {
			expect(isNews(at(failed), { ...RULE, rise }, 6)).toBe(news);
		},
	);
});

describe('given a task in progress', () => {
	const now = Date.parse('2024-11-19T10:00:00Z');
	it.each([
		['an hour ago, and 60 minutes are allowed', '2024-11-19T09:00:00Z', 60, false],
		['a moment longer ago', '2024-11-19T08:59:59Z', 60, true],
		['long ago, and stuck tasks do not count', '2024-11-18T09:00:00Z', 0, false],
		['at a time that nobody tells', '', 60, false],
	])('when it last changed %s, then it is judged so', (_, modified, stuckAfter, stuck) => {
		expect(isStuck(Date.parse(modified), { ...RULE, stuckAfter }, now)).toBe(stuck);
	});
});
