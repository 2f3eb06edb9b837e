import type { INodeExecutionData } from 'n8n-workflow';
import type { CallCounter, DeviceReport, Outcome } from '../../../../../platform';
import { errorItem } from '../../../shared/errors';
import type { ItemError } from '../../../shared/errors';
import { chatText, LEFT_BY_FAULT } from './chatText';
import { deviceErrorOf, unsuccessfulOf } from './output';
import type { OutputRules } from './output';
import { reasonOf } from './sentences';

/** Most devices that a summary lists; the rest is counted. */
const MOST_DEVICES = 100;

/** In the order in which a summary lists them: first what somebody may have to look after. */
const BY_WEIGHT: readonly Outcome[] = [
	'accepted',
	'unknown',
	'failed',
	'skipped',
	'notCancellable',
	'notFound',
	'nothingToCancel',
	'cancelled',
];

/** One execution. */
interface SummedRun {
	readonly reports: readonly DeviceReport[];
	/** What is wrong with items that could not be used. */
	readonly itemErrors: readonly ItemError[];
	/** How many items came in. */
	readonly items: number;
	readonly counter: CallCounter;
}

/**
 * Whether a run came to nothing for a reason that is not in the devices: there were some, and the platform told
 * of none. Such a summary is an error, however many read it as a message.
 */
export function toldNothing(reports: readonly DeviceReport[]): boolean {
	return reports.length > 0 && reports.every(({ outcome }) => LEFT_BY_FAULT.includes(outcome));
}

/** One item for a whole execution, with a text for people; an error item where `toldNothing` holds. */
export function summaryItem(run: SummedRun, rules: OutputRules): INodeExecutionData {
	const { reports, items } = run;
	const pairedItem = Array.from({ length: items }, (_, item) => ({ item }));
	const json = summaryOf(run, rules);
	if (!toldNothing(reports)) return { json, pairedItem };
	const { message, description } = deviceErrorOf(0, reports, rules);
	return { ...errorItem({ message, description, itemIndex: 0, details: json }), pairedItem };
}

function summaryOf({ reports, itemErrors, counter }: SummedRun, rules: OutputRules) {
	const unsuccessful = unsuccessfulOf(reports, rules);
	const weight = ({ outcome }: DeviceReport) => BY_WEIGHT.indexOf(outcome);
	const listed = [...unsuccessful].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_DEVICES);
	return {
		text: chatText(reports, itemErrors, rules.context),
		success: unsuccessful.length === 0 && itemErrors.length === 0,
		devices: reports.length,
		outcomes: countOutcomes(reports),
		notCancelled: listed.map((report) => ({
			deviceName: report.deviceName,
			outcome: report.outcome,
			reason: reasonOf(report, rules.context),
		})),
		notListed: unsuccessful.length - listed.length,
		unusableItems: itemErrors.length,
		requests: counter.requests,
		seconds: Number(counter.seconds),
	};
}

function countOutcomes(reports: readonly DeviceReport[]): Record<Outcome, number> {
	const counts: Record<Outcome, number> = {
		cancelled: 0,
		accepted: 0,
		notCancellable: 0,
		nothingToCancel: 0,
		notFound: 0,
		failed: 0,
		unknown: 0,
		skipped: 0,
	};
	for (const { outcome } of reports) counts[outcome]++;
	return counts;
}
