import type { Asked } from '../asking';
import { FINE } from '../findings';
import type { Findings, Point } from '../findings';
import { reasonFor, standingOf } from '../standing';
import { versionOf } from '../ways';
import type { Way } from '../ways';

/** What the instance made of requests of some kind. */
interface Taken {
	readonly is: 'taken' | 'refused' | 'open';
	readonly words: string;
}

function takenOf(asked: readonly Asked[], isOfKind: (way: Way) => boolean): Taken {
	const own = asked.filter(({ way }) => isOfKind(way));
	if (own.some((one) => ['allowed', 'denied'].includes(standingOf(one)))) {
		return { is: 'taken', words: 'taken' };
	}
	const refused = own.find((one) => ['notTaken', 'absent'].includes(standingOf(one)));
	if (refused) return { is: 'refused', words: `refused (${reasonFor(refused)})` };
	const [first] = own;
	return { is: 'open', words: first ? `not known (${reasonFor(first)})` : 'not asked' };
}

/** Whether the set that the table lists is taken, and the one that the examples show. */
export function commonParameters({ asked, own }: Findings): Point {
	const full = takenOf(asked, ({ dialect }) => dialect.kind === 'full');
	const minimal = takenOf(asked, ({ dialect }) => dialect.kind === 'minimal');
	const isOwnRefused = (own.dialect.kind === 'full' ? full : minimal).is === 'refused';
	const other = own.dialect.kind === 'full' ? 'Minimal' : 'Full';
	return {
		point: 'Common Parameters',
		seen: `Full: ${full.words}. Minimal: ${minimal.words}.`,
		meaning: isOwnRefused
			? 'The instance does not take requests as the credential has them.'
			: 'The instance takes requests as the credential has them, as far as was seen.',
		advice: isOwnRefused ? `Set Common Parameters in the credential to ${other}.` : FINE,
		section: '2. Common parameters',
	};
}

/** Which of the two versions are taken. */
export function version({ asked, own }: Findings): Point {
	const of = (wanted: string) => takenOf(asked, ({ dialect }) => versionOf(dialect) === wanted);
	const versions = ['2018-01-20', '2022-01-01'].map((wanted) => ({ wanted, ...of(wanted) }));
	const isOwnRefused = versions.some(
		({ wanted, is }) => wanted === versionOf(own.dialect) && is === 'refused',
	);
	return {
		point: 'Version',
		seen: versions.map(({ wanted, words }) => `${wanted}: ${words}.`).join(' '),
		meaning: 'A version that is taken answers at least one read. What it answers was not compared.',
		advice: isOwnRefused
			? 'Choose the other Version in the credential, or set Common Parameters there to Minimal.'
			: FINE,
		section: '2. Common parameters',
	};
}

/** Whether GET and POST are taken, each with a read. */
export function httpMethod({ asked, own }: Findings): Point {
	const get = takenOf(asked, ({ method }) => method === 'GET');
	const post = takenOf(asked, ({ method }) => method === 'POST');
	const isOwnRefused = (own.method === 'GET' ? get : post).is === 'refused';
	return {
		point: 'HTTP Method',
		seen: `GET: ${get.words}. POST: ${post.words}.`,
		meaning:
			post.is === 'taken'
				? 'POST keeps names and the signature out of access logs.'
				: 'Names and the signature stand in the URL, which proxies may log.',
		advice: adviceFor(isOwnRefused, post.is === 'taken' && own.method === 'GET', own),
		section: '4. HTTP method',
	};
}

function adviceFor(isOwnRefused: boolean, isPostBetter: boolean, { method }: Way): string {
	if (isOwnRefused) {
		return `Set HTTP Method in the credential to ${method === 'GET' ? 'POST' : 'GET'}.`;
	}
	return isPostBetter ? 'POST can be chosen as HTTP Method in the credential.' : FINE;
}
