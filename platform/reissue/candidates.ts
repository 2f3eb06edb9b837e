import { CANCELLABLE, FINISHED, UNFINISHED } from '../catalog/taskStatus';
import type { TaskStatus } from '../catalog/taskStatus';
import type { CallAction } from '../client/callAction';
import { badInput } from '../errors/faults';
import type { CallFault, Fault } from '../errors/faults';
import { countTasks } from '../ota/counts';
import { listTasksOfJob } from '../ota/tasks';
import type { Task } from '../ota/tasks';
import { fail, ok } from '../result';
import type { Result } from '../result';
import type { Aim, ReissueOrder } from './order';
import type { ReissueDevice, Standing } from './standing';

/**
 * The devices of a job that an order is about. Requests: to retry 1 for every 100 devices in the chosen states.
 * To roll back 4 that count what can still run, and 1 for every 100 devices that succeeded, and failed if
 * wanted; with the waiting ones cancelled 1 for every 100 devices of the job. So 100,000 devices are 1,000
 * requests. A list that falls short is a fault.
 * @param waitedBefore whether this run has seen a device wait before it cancelled what waits
 */
export async function findCandidates(
	{ aim, jobId }: ReissueOrder,
	waitedBefore: (deviceName: string) => boolean,
	call: CallAction,
): Promise<Result<ReissueDevice[], Fault>> {
	if (aim.kind === 'rollBack' && aim.whileWaiting === 'cancel') {
		const all = await tasksIn(jobId, [undefined], call);
		return all.ok ? ok(onePerDevice(all.value, standingIn(aim, waitedBefore))) : all;
	}
	if (aim.kind === 'rollBack') {
		const running = await refusalOfRunning(jobId, call);
		if (!running.ok) return running;
	}
	const tasks = await tasksIn(jobId, statesOf(aim), call);
	return tasks.ok ? ok(onePerDevice(tasks.value, (task) => dueIf(isMeant(task, aim)))) : tasks;
}

function statesOf(aim: Aim): readonly TaskStatus[] {
	if (aim.kind === 'retryFailed') return aim.states;
	return aim.alsoFailed ? ['SUCCEEDED', 'FAILED'] : ['SUCCEEDED'];
}

/** Whether the devices of ended tasks are meant. A platform may give tasks of other states than asked for. */
export function isMeant({ taskStatus, reason }: Task, aim: Aim): boolean {
	if (!statesOf(aim).some((state) => state === taskStatus)) return false;
	if (aim.kind === 'rollBack') return true;
	return reason.toLowerCase().includes(aim.reasonContains.toLowerCase());
}

function dueIf(isDue: boolean): Standing | undefined {
	return isDue ? { kind: 'due' } : undefined;
}

/** Where the device of a task stands while the waiting ones are cancelled; undefined for one not meant. */
function standingIn(aim: Aim, waitedBefore: (deviceName: string) => boolean) {
	return (task: Task): Standing | undefined => {
		const { deviceName, taskStatus } = task;
		if (CANCELLABLE.includes(taskStatus)) return { kind: 'waiting' };
		if (!FINISHED.includes(taskStatus)) return { kind: 'unfinished' };
		if (taskStatus === 'CANCELED' && waitedBefore(deviceName)) return { kind: 'cancelled' };
		return dueIf(isMeant(task, aim));
	};
}

/** The devices of tasks, each once: by the last of its tasks, as the platform lists them. */
function onePerDevice(
	tasks: readonly Task[],
	standingOf: (task: Task) => Standing | undefined,
): ReissueDevice[] {
	const last = new Map<string, Task>();
	for (const task of tasks) if (task.deviceName !== '') last.set(task.deviceName, task);
	return [...last].flatMap(([deviceName, task]) => {
		const standing = standingOf(task);
		return standing ? [{ deviceName, task, standing }] : [];
	});
}

async function tasksIn(
	jobId: string,
	states: ReadonlyArray<TaskStatus | undefined>,
	call: CallAction,
): Promise<Result<Task[], CallFault>> {
	const lists: Array<readonly Task[]> = [];
	for (const taskStatus of states) {
		const list = await listTasksOfJob(jobId, { taskStatus }, call);
		if (!list.ok) return list;
		if (list.value.shortfall) return fail(list.value.shortfall);
		lists.push(list.value.tasks);
	}
	return ok(lists.flat());
}

/** Refuses a job that has tasks which can still run: the platform lets an earlier task go first. */
async function refusalOfRunning(
	jobId: string,
	call: CallAction,
): Promise<Result<undefined, Fault>> {
	const found: string[] = [];
	let total = 0;
	for (const state of UNFINISHED) {
		const count = await countTasks(jobId, state, call);
		if (!count.ok) return count;
		if (count.value > 0) found.push(`${count.value} ${state}`);
		total += count.value;
	}
	if (total === 0) return ok(undefined);
	const tasks = total === 1 ? '1 task' : `${total} tasks`;
	return fail(
		badInput(
			'OTA Job',
			`has ${tasks} that can still run (${found.join(', ')}), and was not rolled back`,
			'Nothing was sent. Wait until they have ended, or set Waiting Devices under Options to Cancel Them First. A device that is installing cannot be stopped: run this again when it has finished.',
		),
	);
}
