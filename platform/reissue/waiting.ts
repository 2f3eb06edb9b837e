import { badInput } from '../errors/faults';
import type { CallFault, Fault } from '../errors/faults';
import { CANCELLABLE, TASK_STATUSES } from '../catalog/taskStatus';
import { countTasks } from '../ota/counts';
import { fail, ok } from '../result';
import type { Result } from '../result';
import type { ReissueTools } from './tools';

/** How long to look for the cancel to show, ms. */
const LONGEST_LOOK = 60_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 8_000;

/**
 * Cancels what waits in a job, and looks until its counts show nothing waiting: for a minute at most, with 3
 * requests a look. Source: the platform's page CancelOTATaskByJob.
 */
export async function cancelWaiting(
	jobId: string,
	tools: ReissueTools,
): Promise<Result<undefined, Fault>> {
	const cancelled = await tools.call({
		action: 'CancelOTATaskByJob',
		parameters: {
			JobId: jobId,
			CancelQueuedTask: true,
			CancelNotifiedTask: true,
			CancelUnconfirmedTask: true,
		},
	});
	// Somebody else has stopped it meanwhile: the look tells.
	if (!cancelled.ok && !isNothingLeft(cancelled.fault)) return fail(cancelled.fault);
	const end = tools.now() + LONGEST_LOOK;
	for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
		const waiting = await countWaiting(jobId, tools);
		if (!waiting.ok) return waiting;
		if (waiting.value === 0) return ok(undefined);
		if (tools.stopped()) return fail({ kind: 'stopped' });
		if (tools.now() + pause > end) return fail(stillWaiting(waiting.value));
		await tools.sleep(pause);
	}
}

function isNothingLeft(fault: CallFault): boolean {
	return fault.kind === 'refused' && fault.meaning?.nothingToCancel === true;
}

async function countWaiting(
	jobId: string,
	{ call }: ReissueTools,
): Promise<Result<number, CallFault>> {
	let total = 0;
	for (const state of TASK_STATUSES.filter((one) => CANCELLABLE.includes(one))) {
		const count = await countTasks(jobId, state, call);
		if (!count.ok) return count;
		total += count.value;
	}
	return ok(total);
}

function stillWaiting(number: number): Fault {
	const tasks = number === 1 ? '1 task that still waits' : `${number} tasks that still wait`;
	return badInput(
		'OTA Job',
		`has ${tasks} a minute after the platform took their cancel`,
		'No device was rolled back. Look at the tasks of the job, and run this again when none waits.',
	);
}
