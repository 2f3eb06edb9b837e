import type { ActionName } from '../../catalog';
import { GUIDE, readOn } from '../../errors/guide';
import type { Asked } from '../asking';
import { FINE } from '../findings';
import type { Findings, Point } from '../findings';
import { READ_ACTIONS } from '../reads';
import { reasonFor, standingOf } from '../standing';
import type { Standing } from '../standing';

/** What is known of an action: the read that says most, and what it says. */
interface Known {
	readonly action: ActionName;
	readonly standing: Standing;
	readonly reason: string;
}

/** Which of the actions that read this key may call. */
export function access({ asked }: Findings): Point {
	const known = READ_ACTIONS.map((action) => knownOf(action, asked));
	const allowed = known.filter(({ standing }) => standing === 'allowed');
	const isWhole = allowed.length === READ_ACTIONS.length;
	const parts = [
		`${allowed.length} of ${READ_ACTIONS.length} allowed`,
		listed('not allowed', known, ['denied']),
		listed('not on this instance', known, ['absent']),
		listed('not known', known, ['notTaken', 'unclear']),
	];
	return {
		point: 'Actions that read',
		seen: parts.filter(Boolean).join('; '),
		meaning: isWhole
			? 'The key may call every action that reads. What it may change was not tried.'
			: 'Operations, lists and look-ups that need the others are refused or cannot be relied on.',
		advice: isWhole
			? FINE
			: readOn('Have those granted that your workflows need.', GUIDE.leastPrivilege),
	};
}

function knownOf(action: ActionName, asked: readonly Asked[]): Known {
	const own = asked.filter((one) => one.action === action);
	const telling = own.find((one) => ['allowed', 'denied'].includes(standingOf(one))) ?? own.at(-1);
	return telling
		? { action, standing: standingOf(telling), reason: reasonFor(telling) }
		: { action, standing: 'unclear', reason: 'not asked' };
}

function listed(words: string, known: readonly Known[], standings: readonly Standing[]): string {
	const named = known
		.filter(({ standing }) => standings.includes(standing))
		.map(({ action, reason }) => (reason ? `${action} (${reason})` : action));
	return named.length > 0 ? `${words}: ${named.join(', ')}` : '';
}
