import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { CallCounter, DeviceReport, Outcome } from '../../../../../platform';
import { count } from './words';

/** Sums a run up in one sentence. */
export function summary(
	reports: readonly DeviceReport[],
	meter: CallCounter,
	halvings: number,
): string {
	if (reports.length === 0) return 'Nothing was sent.';
	const numbers = new Map<string, number>();
	for (const { outcome, unseenFor } of reports) {
		const words = unseenFor === undefined ? WORDS[outcome] : 'accepted but not seen cancelled';
		numbers.set(words, (numbers.get(words) ?? 0) + 1);
	}
	const devices = [...numbers].map(([words, number]) => `${number} ${words}`);
	const effort = [
		count(meter.requests, 'request'),
		...(meter.retries > 0 ? [`${meter.retries} repeated`] : []),
		...(halvings > 0 ? [`${halvings} halved`] : []),
		`${meter.seconds} s`,
	];
	return `${count(reports.length, 'device')}: ${devices.join(', ')}. ${effort.join(', ')}.`;
}

const WORDS: Readonly<Record<Outcome, string>> = {
	accepted: 'accepted',
	cancelled: 'cancelled',
	notCancellable: 'no longer cancellable',
	nothingToCancel: 'with nothing to cancel',
	notFound: 'not found',
	failed: 'refused',
	unknown: 'without an answer',
	skipped: 'not sent',
};

/**
 * Logs what a stopped run has done, device by device: n8n keeps neither output nor error of a node that
 * was stopped, so n8n's log is the only place left to tell.
 */
export function logStopped(
	context: IExecuteFunctions,
	sentence: string,
	reports: readonly DeviceReport[],
): void {
	const devices: Partial<Record<Outcome, string[]>> = {};
	for (const { outcome, deviceName } of reports) (devices[outcome] ??= []).push(deviceName);
	context.logger.warn(`Tuya IoT Platform: stopped. ${sentence}`, { devices });
}

/** Shows a sentence above the node's output. */
export function hint(context: IExecuteFunctions, message: string): void {
	const shown: NodeExecutionHint = { message, type: 'info', location: 'outputPane' };
	context.addExecutionHints(shown);
}
