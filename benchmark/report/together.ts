import type { Together } from '../measurements/together';
import type { Results } from '../results';
import { figure, table } from './figures';

/** Tells how several processes shared the limit, as Markdown. */
export function togetherMarkdownOf({ together, plan }: Results): string {
	const lead = `Each process has ${figure(plan.requestsEach)} requests of 200 devices for the same key and instance, which takes 10 a second; they start at once and know nothing of each other. Time is from the first request's arrival to the last one's, the floor is (requests - 1) / 10 s, and settled is from the fifth second until the first process is done. One round.`;
	return [lead, togetherTableOf(together)].join('\n\n');
}

/** The table alone. */
export function togetherTableOf(together: readonly Together[]): string {
	const head = [
		'processes',
		'requests',
		'time, s',
		'of the floor',
		'first done after, s',
		'throttled',
		'once settled',
		'devices lost',
	];
	return table(
		head,
		together.map((of) => [
			figure(of.processes),
			figure(of.requests),
			figure(of.seconds),
			`${(of.seconds / of.floor).toFixed(2)} x`,
			figure(of.secondsOfFirst),
			percent(of.throttled),
			percent(of.throttledOnceSettled),
			`${figure(of.lost)} of ${figure(of.devices)}`,
		]),
	);
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
