import { notSeen } from '../findings';
import type { Findings, Point } from '../findings';

/** How many reads a second the instance takes. */
export function rate({ rate: seen }: Findings): Point {
	const point = 'Reads a second';
	const section = '6. Limits';
	if (!seen) {
		return notSeen(
			point,
			'It is measured only with Measure Rate, and where a list was read.',
			section,
		);
	}
	const { action, passed, isThrottled, took } = seen;
	const times = `${passed} of ${action} in ${(took / 1000).toFixed(1)} s`;
	return {
		point,
		seen: isThrottled ? `${times}, then throttled` : `${times}, none throttled`,
		meaning: isThrottled
			? 'Faster requests are throttled, which this package waits out.'
			: 'The limit, if there is one, is higher than was tried.',
		advice: isThrottled
			? 'Requests per Second need not be changed. Lower it if other programs use the same key.'
			: 'Requests per Second under Options may be raised if you need it.',
		section,
	};
}
