import { explain } from '../../errors/explain';
import type { Certificate } from '../../client/envelope';
import type { CallFault } from '../../errors/faults';
import type { Asked } from '../asking';
import { FINE, notSeen } from '../findings';
import type { Findings, Point } from '../findings';
import { standingOf } from '../standing';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** Whether the endpoint answers as the cloud API does. */
export function reachable({ asked, taken }: Findings): Point {
	const point = 'Reachable';
	const [first] = asked;
	if (!first) return notSeen(point, 'The workflow was stopped before anything was asked.');
	if (taken || first.outcome.ok) {
		const { answeredAt, sentAt } = asked.find(({ outcome }) => outcome.ok) ?? first;
		const seen = `yes, in ${answeredAt - sentAt} ms`;
		return { point, seen, meaning: 'The endpoint answers as the cloud API does.', advice: FINE };
	}
	const context = { host: 'the endpoint', hide: () => '' };
	const { message, description } = explain(withoutNames(first.outcome.fault), context);
	return {
		point,
		seen: `no: ${message}`,
		meaning: 'Nothing else can be looked at until this is mended.',
		advice: description,
	};
}

/** The same fault without what may name a place or quote somebody. */
function withoutNames(fault: CallFault): CallFault {
	switch (fault.kind) {
		case 'refused':
			return { ...fault, platformMessage: '', requestId: '' };
		case 'network':
			return { kind: 'network', reason: fault.reason, cause: fault.cause };
		case 'unreadable':
			return { kind: 'unreadable', found: fault.found, status: fault.status };
		case 'incomplete':
		case 'stopped':
			return fault;
	}
}

/** Days before its end from which a certificate is worth a look. */
const SOON = 30;

/** Whose certificate the endpoint shows, and for how long it holds. */
export function certificate({ asked, isHttps }: Findings): Point {
	const [one] = asked.flatMap(({ raw, answeredAt }) =>
		raw?.certificate ? [{ shown: raw.certificate, answeredAt }] : [],
	);
	if (one) return certificatePoint(one.shown, one.answeredAt);
	if (!isHttps) {
		const meaning = 'Plain HTTP, which is for a server on this computer alone.';
		return { point: CERTIFICATE, seen: 'none', meaning, advice: FINE };
	}
	return {
		point: CERTIFICATE,
		seen: 'not seen',
		meaning: 'This n8n does not show nodes the connection that an answer came by.',
		advice: 'Open the endpoint in a browser to see its certificate.',
	};
}

/** The name of the point of the certificate. */
export const CERTIFICATE = 'TLS and certificate';

/** The point of a certificate that was seen at this time, ms since 1970. */
export function certificatePoint({ protocol, issuer, validTo }: Certificate, now: number): Point {
	const days = Math.floor((validTo - now) / DAY);
	const from = issuer === '' ? 'vouched for by itself' : `issued by ${issuer}`;
	return {
		point: CERTIFICATE,
		seen: `${protocol}, ${from}, ${daysLeft(days)}`,
		meaning:
			days < 0
				? 'n8n takes it only while Ignore SSL Issues (Insecure) is on in the credential.'
				: 'Requests leave encrypted.',
		advice: days < SOON ? 'Have the certificate of the instance renewed.' : FINE,
	};
}

function daysLeft(days: number): string {
	if (Number.isNaN(days)) return 'of unknown end';
	return days < 0 ? `ended ${-days} days ago` : `${days} days left`;
}

/** Seconds from which a clock is worth a look, and from which Alibaba Cloud refuses. */
const OFF = 60;
const REFUSED = 15 * 60;

/** How far the clocks of both sides are apart, by the answer that came soonest. */
export function clock({ asked }: Findings): Point {
	const point = 'Clock';
	const section = '3. Signature';
	const timed = asked
		.map((one) => ({ offset: offsetIn(one), took: one.answeredAt - one.sentAt }))
		.filter(({ offset }) => !Number.isNaN(offset))
		.toSorted((left, right) => left.took - right.took);
	const [best] = timed;
	if (!best) return notSeen(point, 'No answer had a readable Date header.', section);
	const seconds = Math.round(best.offset / SECOND);
	const off = Math.abs(seconds);
	const side = seconds > 0 ? 'ahead of' : 'behind';
	return {
		point,
		seen: off <= 1 ? 'the same as here, to a second' : `${off} s ${side} the clock of this n8n`,
		meaning:
			off < REFUSED
				? 'Requests are signed with a time that Alibaba Cloud would take: it refuses beyond 15 minutes.'
				: 'Alibaba Cloud refuses beyond 15 minutes. Up to a day this package corrects the time by itself.',
		advice:
			off < OFF
				? FINE
				: 'Turn on automatic time setting (NTP) on both sides, n8n and the instance.',
		section,
	};
}

/** Ms that the clock of the instance is ahead. A Date header has whole seconds, half a one less on average. */
function offsetIn({ raw, sentAt, answeredAt }: Asked): number {
	return Date.parse(raw?.headers.date ?? '') + SECOND / 2 - (sentAt + answeredAt) / 2;
}

/** Whether the instance computes signatures as this package does. */
export function signature({ asked }: Findings): Point {
	const point = 'Signature';
	const section = '3. Signature';
	if (asked.some((one) => ['allowed', 'denied'].includes(standingOf(one)))) {
		const meaning = 'The instance signs as Alibaba Cloud does: with the secret followed by &.';
		return { point, seen: 'taken', meaning, advice: FINE, section };
	}
	const faults = asked.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.fault]));
	const refused = faults.find((fault) => fault.kind === 'refused' && fault.signed);
	if (refused?.kind !== 'refused' || !refused.signed) {
		return notSeen(point, 'No answer got as far as the signature, or told of it.', section);
	}
	const isSame = refused.signed.kind === 'same';
	return {
		point,
		seen: isSame ? 'refused, of the same text' : 'refused, of another text',
		meaning: isSame
			? 'The secret is wrong, or the instance signs otherwise than Alibaba Cloud.'
			: 'The request was changed on its way.',
		advice: 'See Reachable.',
		section,
	};
}

/** What the check cost. */
export function cost({ requests }: Findings): Point {
	return {
		point: 'Requests',
		seen: `${requests}, reads alone`,
		meaning: 'Nothing was changed. The measure of the rate is not counted.',
		advice: FINE,
	};
}
