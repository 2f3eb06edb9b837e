import type { Explanation } from './explain';
import type { IncompleteFault } from './faults';

/** Says with both figures that a list did not come whole. */
export function explainIncomplete({ read, total, uncounted }: IncompleteFault): Explanation {
	if (uncounted) {
		return {
			message: `The platform does not say how many records a list has; it gave ${read}, and there may be more`,
			description:
				'Execute the node again. If it stays, read the list itself with Return All, and tell the support of the instance.',
		};
	}
	const description =
		'Execute the node again. If it stays, the instance counts records that it does not give: tell its support.';
	return Number.isFinite(total)
		? {
				message: `The list is not whole: the platform counts ${total} records and gave ${read}`,
				description,
			}
		: {
				message: `The list may not be whole: the platform gave the same ${read} records again and again, and does not say how many there are`,
				description,
			};
}
