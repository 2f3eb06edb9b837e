import { FINISHED, explain, isAbsence } from '../../../../../platform';
import type {
	CallFault,
	DeviceReport,
	EndedStatus,
	Explanation,
	ExplanationContext,
	RequestResult,
} from '../../../../../platform';

const UNSEEN_FIX =
	'The cancel may still show, or the update may go on: look at the task again later. If the platform often takes longer, raise Verify Timeout (Ms) under Options.';

const FINISHED_FIX =
	'If it is fine that nothing is left to cancel, set Nothing to Cancel under Options to Is Success.';

const UNTOLD_FIX =
	'To be told whether it was cancelled before or has finished, enter the job in OTA Job.';

/** Most devices that a sentence lists. */
const MOST_LISTED = 10;

/** Why a device did not end as wished, or what is still open, in a few words. Empty when all is well. */
export function reasonOf(report: DeviceReport, context: ExplanationContext): string {
	const { outcome, result, taskStatus, unseenFor } = report;
	switch (outcome) {
		case 'accepted':
			return unseenFor === undefined ? '' : reasonOfUnseen(report, unseenFor, context);
		case 'cancelled':
			return '';
		case 'notCancellable':
			return taskStatus ? `installing the update (${taskStatus})` : 'task no longer cancellable';
		case 'nothingToCancel':
			return reasonOfFinished(taskStatus);
		case 'notFound':
			return 'not known to the platform';
		case 'unknown':
			return 'may be cancelled or not';
		case 'skipped':
			return result.doubt === 'refused' ? 'refused beside others and not tried alone' : 'not sent';
		case 'failed': {
			const fault = callFaultOf(result);
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
	const fault = first && callFaultOf(first.result);
	if (first?.outcome === 'nothingToCancel' && (first.taskStatus || !fault || isEndUntold(first))) {
		return {
			message: names,
			description: isEndUntold(first) ? `${FINISHED_FIX} ${UNTOLD_FIX}` : FINISHED_FIX,
		};
	}
	if (first?.outcome === 'accepted') return { message: names, description: UNSEEN_FIX };
	// The refusal of several may speak of another device than this one.
	if (first?.outcome === 'notFound' && !(fault && isAbsence(fault))) {
		return { message: names, description: 'Compare product and device name with the console.' };
	}
	if (!first || !fault || first.taskStatus) {
		return { message: names, description: 'Watch this device: its update may go on.' };
	}
	return explain(fault, context);
}

/** Whether a look-up over the jobs of a package saw unfinished tasks alone, so that it does not tell how one ended. */
function isEndUntold({ deviceName, taskStatus, result }: DeviceReport): boolean {
	const found = result.found?.get(deviceName);
	return taskStatus === '' && found?.kind === 'found' && found.sees === 'unfinished';
}

/** What kept a request from passing; undefined where it passed or there was none. */
export function callFaultOf(result: RequestResult): CallFault | undefined {
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
	const lead = reports.every(({ outcome }) => outcome === 'unknown' || outcome === 'accepted')
		? 'Not confirmed'
		: 'Not cancelled';
	return `${lead}: ${groups.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

const ENDED_AS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		CANCELED: 'was cancelled before',
		FAILED: 'its update has failed',
		SUCCEEDED: 'has finished the update',
	} satisfies Record<EndedStatus, string>),
);

/**
 * Why nothing is left to cancel for a device, in a few words.
 * @param taskStatus states of its tasks as a look-up found them, separated by commas
 */
function reasonOfFinished(taskStatus: string): string {
	if (!taskStatus) return 'no unfinished task';
	const states = new Set(taskStatus.split(', '));
	const words = states.size === 1 ? [...states].map((state) => ENDED_AS.get(state)) : [];
	return `${words[0] ?? 'no unfinished task'} (${taskStatus})`;
}

/**
 * What Verify saw of a device whose cancel was accepted and did not show in time, in a few words.
 * @param unseenFor ms
 */
function reasonOfUnseen(
	{ taskStatus, lookUpFault }: DeviceReport,
	unseenFor: number,
	context: ExplanationContext,
): string {
	const sentence = `accepted, but not seen cancelled within ${unseenFor / 1_000} s`;
	if (lookUpFault) return `${sentence} (${explain(lookUpFault, context).message})`;
	if (!taskStatus) return `${sentence} (no task of it was seen)`;
	const states = taskStatus.split(', ');
	const open = states.filter((state) => !FINISHED.includes(state));
	if (open.length === 1) return `${sentence} (its task is still ${open.join('')})`;
	return open.length > 1
		? `${sentence} (its tasks are still ${open.join(', ')})`
		: `${sentence} (what was seen of its tasks: ${taskStatus})`;
}
