import { explain } from '../../../../../platform';
import type {
	Explanation,
	ExplanationContext,
	ReissueDevice,
	Survey,
} from '../../../../../platform';

/** What an order was about, for a sentence on one of its devices. */
export type About = Pick<Survey, 'order' | 'ends'>;

const RUN_AGAIN = 'wait some minutes and run this again: it looks before it creates anything.';

/** What became of a device, and what to do about it where it did not end as wished. */
export function tellOf(
	{ deviceName, standing, task }: ReissueDevice,
	{ order, ends }: About,
	context: ExplanationContext,
): Explanation {
	const told = (what: string, description: string): Explanation => {
		return { message: `Device ${deviceName}: ${what}`, description };
	};
	switch (standing.kind) {
		case 'due':
			return told('goes into a new job', warningOf({ order, ends }));
		case 'created':
			return told(`put into job ${standing.jobId}`, warningOf({ order, ends }));
		case 'alreadyInJob':
			return told(...alreadyIn(standing, order));
		case 'alreadyRuns':
			return told(`runs version ${standing.version} already`, 'There is nothing to install.');
		case 'runsAnother':
			return told(
				`runs version ${standing.version} by now, which the job did not bring`,
				'It was left alone.',
			);
		case 'cancelled':
			return told('its update was cancelled before it began', 'It keeps the version it has.');
		case 'waiting':
			return told(
				`its task in the old job waits (${task.taskStatus})`,
				'It is cancelled first. Where it still waits after that, run this again.',
			);
		case 'unfinished':
			return told(
				`its task in the old job can still run (${task.taskStatus}), so it is not rolled back yet`,
				'A device that is installing cannot be stopped. Run this again when it has finished.',
			);
		case 'unknown':
			return told(...unknown(standing, ends, context));
		case 'failed': {
			if (!standing.fault) {
				return told('not known to the platform', 'Look for it in the console: it was deleted.');
			}
			const { message, description } = explain(standing.fault, context);
			return told(message, description);
		}
		case 'skipped':
			return told(
				'not sent, because a request before it did not go through',
				'Mend what kept that request from passing, then run this again: it looks before it creates anything.',
			);
	}
}

type Told = [what: string, description: string];

function alreadyIn(
	{ jobId, taskStatus }: Extract<ReissueDevice['standing'], { kind: 'alreadyInJob' }>,
	{ aim }: About['order'],
): Told {
	if (jobId === '')
		return ['goes into the job of an item before this one', 'It is not named twice.'];
	const state = taskStatus && ` (${taskStatus})`;
	const hasFailed = aim.kind === 'rollBack' && ['FAILED', 'CANCELED'].includes(taskStatus);
	const retry = hasFailed ? ' To try it again there, use Retry Failed with that job.' : '';
	return [`has a task in job ${jobId}${state} already`, `It was not put into another.${retry}`];
}

function unknown(
	standing: Extract<ReissueDevice['standing'], { kind: 'unknown' }>,
	{ target }: About['ends'],
	context: ExplanationContext,
): Told {
	switch (standing.why) {
		case 'unanswered':
			return [
				'the request to create its job got no answer, so it is in a new job or not',
				`Look at the jobs of package ${target.firmwareId}, ${RUN_AGAIN}`,
			];
		case 'unsettled':
			return [
				`may be in job ${standing.jobId}, which does not show all of its tasks yet`,
				`Look at that job, ${RUN_AGAIN}`,
			];
		case 'unseen':
			return [
				`job ${standing.jobId} was created for it, but shows no task of it`,
				`The platform gives none to a device that has an unfinished task elsewhere or runs the version. Look at that job, ${RUN_AGAIN}`,
			];
		case 'unread': {
			const { fault } = standing;
			const { message, description } = explain(fault, context);
			// Only what time does not heal is for someone to mend first.
			const remedy = fault.kind === 'refused' && !fault.meaning?.retry ? `${description} ` : '';
			return [
				`job ${standing.jobId} was created for it, but its tasks could not be read by ListOTATaskByJob: ${message}`,
				`${remedy}Look at that job, ${RUN_AGAIN}`,
			];
		}
	}
}

/** What to know of the version that devices are to get; empty where there is nothing to say. */
export function warningOf({ ends }: About): string {
	const { version, against } = ends.target;
	if (!against || against.order === 'higher') return '';
	if (against.order === 'same') {
		return `Both packages have version ${version}, and the platform gives no task to a device that runs it: issue the old build under a higher version.`;
	}
	const fact =
		against.order === 'lower'
			? `Version ${version} is lower than ${against.version}, which the job brought.`
			: `Nobody can tell whether version "${version}" is lower than "${against.version}", which the job brought.`;
	return `${fact} Many devices refuse a lower version: if they do, issue the old build under a higher version.`;
}
