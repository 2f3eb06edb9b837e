import type { CallCounter, DeviceReport, Outcome } from '../../../../../platform';

/** Sums a run up in one sentence. */
export function summary(
	reports: readonly DeviceReport[],
	counter: CallCounter,
	halvings: number,
): string {
	if (reports.length === 0) return 'Nothing was sent.';
	const numbers = new Map<string, number>();
	for (const { outcome, unseenFor } of reports) {
		const words = unseenFor === undefined ? ENDED[outcome] : 'accepted but not seen cancelled';
		numbers.set(words, (numbers.get(words) ?? 0) + 1);
	}
	const devices = [...numbers].map(([words, number]) => `${number} ${words}`);
	const effort = [
		count(counter.requests, 'request'),
		...(counter.retries > 0 ? [`${counter.retries} repeated`] : []),
		...(halvings > 0 ? [`${halvings} halved`] : []),
		`${counter.seconds} s`,
	];
	return `${count(reports.length, 'device')}: ${devices.join(', ')}. ${effort.join(', ')}.`;
}

const ENDED: Readonly<Record<Outcome, string>> = {
	accepted: 'accepted',
	cancelled: 'cancelled',
	notCancellable: 'no longer cancellable',
	nothingToCancel: 'with nothing to cancel',
	notFound: 'not found',
	failed: 'refused',
	unknown: 'without an answer',
	skipped: 'not sent',
};

/** Counts how the devices of a run ended, for a thrown error. Empty for a single device. */
export function countsSentence(all: readonly DeviceReport[], unsuccessful: number): string {
	if (all.length === 1) return '';
	const cancelled = all.filter(({ outcome }) => outcome === 'cancelled').length;
	const accepted = all.filter(({ outcome }) => outcome === 'accepted');
	const unseen = accepted.filter(({ unseenFor }) => unseenFor !== undefined).length;
	const taken = accepted.length - unseen;
	const others = unsuccessful - unseen;
	const parts = [
		...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
		...(taken > 0 ? [`${taken} accepted`] : []),
		...(unseen > 0 ? [`${unseen} accepted but not seen cancelled`] : []),
		...(others > 0 ? [`${others} not cancelled`] : []),
	];
	return `Of ${count(all.length, 'device')}: ${parts.join(', ')}. `;
}

/** `1 device`, `2 devices`. */
function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
