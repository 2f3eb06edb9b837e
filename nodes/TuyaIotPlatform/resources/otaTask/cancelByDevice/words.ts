import { isAbsence } from '../../../../../platform/cancellation/lists';
import type { DeviceReport } from '../../../../../platform/cancellation/report';
import type { RequestResult } from '../../../../../platform/cancellation/requestResult';
import { explain } from '../../../../../platform/explain';
import type { Explanation, ExplanationContext } from '../../../../../platform/explain';
import type { CallFault } from '../../../../../platform/faults';

/** Most devices that a sentence lists. */
const MOST_LISTED = 10;

/** Why a device did not end as wished, or what is still open, in a few words. Empty when all is well. */
export function reasonOf(report: DeviceReport, context: ExplanationContext): string {
	const { outcome, result, taskStatus } = report;
	switch (outcome) {
		case 'accepted':
			return taskStatus ? `accepted, but its task is still ${taskStatus}` : '';
		case 'cancelled':
			return '';
		case 'notCancellable':
			return taskStatus ? `installing the update (${taskStatus})` : 'task no longer cancellable';
		case 'nothingToCancel':
			return taskStatus ? `no unfinished task (${taskStatus})` : 'no unfinished task';
		case 'notFound':
			return 'not known to the platform';
		case 'unknown':
			return 'may be cancelled or not';
		case 'skipped':
			return result.doubt === 'refused' ? 'refused beside others and not tried alone' : 'not sent';
		case 'failed': {
			const fault = faultOf(result);
			return fault ? explain(fault, context).message : 'refused';
		}
	}
}

/**
 * What happened to devices that did not end as wished and how to go on, told by the first of them. A
 * look-up knows more than the platform's refusal, so it has the first word.
 */
export function explainDevices(
	reports: readonly DeviceReport[],
	context: ExplanationContext,
): Explanation {
	const [first] = reports;
	const names = first ? `Device ${first.deviceName}: ${reasonOf(first, context)}` : '';
	const fault = first && faultOf(first.result);
	if (first?.outcome === 'nothingToCancel' && (first.taskStatus || !fault)) {
		return {
			message: names,
			description:
				'If it is fine that nothing is left to cancel, set Nothing to Cancel under Options to Is Success.',
		};
	}
	// The refusal of several may speak of another device than this one.
	if (first?.outcome === 'notFound' && !(fault && isAbsence(fault))) {
		return { message: names, description: 'Compare product and device name with the console.' };
	}
	if (!first || !fault || first.taskStatus) {
		return { message: names, description: 'Watch this device: its update may go on.' };
	}
	return explain(fault, context);
}

/** What kept a request from passing; undefined where it passed or there was none. */
export function faultOf(result: RequestResult): CallFault | undefined {
	return result.kind === 'failed' || result.kind === 'skipped' ? result.fault : undefined;
}

/** Lists devices that did not end as wished by the reason why, up to ten, and counts the rest. */
export function listUnsuccessful(
	reports: readonly DeviceReport[],
	context: ExplanationContext,
): string {
	const { message } = explainDevices(reports, context);
	const namesOf = new Map<string, string[]>();
	for (const report of reports.slice(0, MOST_LISTED)) {
		const reason = reasonOf(report, context);
		namesOf.set(reason, [...(namesOf.get(reason) ?? []), report.deviceName]);
	}
	// A reason that the message has told already would only be read twice.
	const groups = [...namesOf].map(([reason, names]) =>
		reason === message ? names.join(', ') : `${names.join(', ')} (${reason})`,
	);
	const rest = reports.length - MOST_LISTED;
	const lead = reports.every(({ outcome }) => outcome === 'unknown')
		? 'Not confirmed'
		: 'Not cancelled';
	return `${lead}: ${groups.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

/** Counts how the devices of a run ended, for a thrown error. Empty for a single device. */
export function counts(all: readonly DeviceReport[], unsuccessful: number): string {
	if (all.length === 1) return '';
	const cancelled = all.filter(({ outcome }) => outcome === 'cancelled').length;
	const accepted = all.filter(({ outcome }) => outcome === 'accepted').length;
	const parts = [
		...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
		...(accepted > 0 ? [`${accepted} accepted`] : []),
		`${unsuccessful} not cancelled`,
	];
	return `Of ${count(all.length, 'device')}: ${parts.join(', ')}. `;
}

/** `1 device`, `2 devices`. */
export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
