import type { Claim, Measurements } from './results';

/** Of the least time that the limit allows. */
const LONGEST = 1.3;

/** Share of the requests that may be throttled once each process has found its share. */
const MOST_THROTTLED = 0.15;

/** What this package promises of processes that share a limit of the platform. */
export function shareTheLimit({ together }: Measurements): Claim[] {
	const sizes = listed(together.map(({ processes }) => String(processes)));
	return [
		{
			claim: `${sizes} processes at one limit lose no device`,
			measured: `${listed(together.map(({ lost }) => String(lost)))} lost`,
			holds: together.every(({ lost }) => lost === 0),
		},
		{
			claim: `all together they take at most ${LONGEST} x the least time that the limit allows`,
			measured: listed(together.map(({ seconds, floor }) => `${(seconds / floor).toFixed(2)} x`)),
			holds: together.every(({ seconds, floor }) => seconds <= LONGEST * floor),
		},
		{
			claim: `once settled, under ${100 * MOST_THROTTLED} % of their requests are throttled`,
			measured: listed(
				together.map(({ throttledOnceSettled }) => `${(100 * throttledOnceSettled).toFixed(1)} %`),
			),
			holds: together.every(({ throttledOnceSettled }) => throttledOnceSettled < MOST_THROTTLED),
		},
	];
}

function listed(parts: readonly string[]): string {
	return new Intl.ListFormat('en').format(parts);
}
