import { append } from './append';
import type { Device, Task, TaskStatus } from './records';

/** Narrows the tasks of a device; what is left out does not narrow. */
export interface TaskScope {
	firmwareId?: string;
	jobId?: string;
}

const CANCELED_BY_REQUEST = 'Cancelled by request';

/** The tasks and the moves between their states. Each read sees the state of that moment. */
export class TaskBook {
	private readonly tasks: Task[] = [];
	private readonly byId = new Map<string, Task>();
	private readonly byDevice = new Map<string, Task[]>();
	private readonly byJob = new Map<string, Task[]>();
	/** ms since 1970 at which an accepted cancel takes effect */
	private readonly pending = new Map<Task, number>();
	/** what tasks were before their moves, oldest first; kept only where lists lag behind */
	private readonly former = new Map<Task, Array<{ until: number; task: Task }>>();
	private listLag = 0;
	private now: () => number = Date.now;

	get size(): number {
		return this.tasks.length;
	}

	setClock(now: () => number): void {
		this.now = now;
	}

	setListLag(lag: number): void {
		this.listLag = lag;
	}

	/** A task as it was when the lists were last brought up to date. */
	listed(task: Task): Task {
		if (this.former.size === 0) return task;
		const shownAt = this.now() - this.listLag;
		return this.former.get(task)?.find(({ until }) => until > shownAt)?.task ?? task;
	}

	add(task: Task): Task {
		this.tasks.push(task);
		this.byId.set(task.taskId, task);
		append(this.byDevice, task.iotId, task);
		append(this.byJob, task.jobId, task);
		return task;
	}

	all(): Task[] {
		return [...this.settleAll(this.tasks)];
	}

	find(taskId: string): Task | undefined {
		const task = this.byId.get(taskId);
		if (task !== undefined) this.settle(task);
		return task;
	}

	ofJob(jobId: string): readonly Task[] {
		return this.settleAll(this.byJob.get(jobId) ?? []);
	}

	ofDevice(device: Device, scope: TaskScope): Task[] {
		const tasks = this.settleAll(this.byDevice.get(device.iotId) ?? []);
		return tasks.filter(
			(task) =>
				(scope.firmwareId === undefined || task.firmwareId === scope.firmwareId) &&
				(scope.jobId === undefined || task.jobId === scope.jobId),
		);
	}

	move(task: Task, taskStatus: TaskStatus, more: { progress?: string; taskDesc?: string }): void {
		this.pending.delete(task);
		if (this.listLag > 0) this.remember(task);
		task.taskStatus = taskStatus;
		task.progress = more.progress ?? (taskStatus === 'SUCCEEDED' ? '100' : task.progress);
		task.taskDesc = more.taskDesc ?? task.taskDesc;
		task.utcModified = new Date(this.now()).toISOString();
	}

	cancel(task: Task, delay: number): void {
		if (delay <= 0) this.move(task, 'CANCELED', { taskDesc: CANCELED_BY_REQUEST });
		// A second cancel does not put off the first one.
		else if (!this.pending.has(task)) this.pending.set(task, this.now() + delay);
	}

	/**
	 * Lets the cancel of a task take effect once its time has come. Done at each read rather than by a
	 * timer, so that a test with a clock of its own need not wait.
	 */
	private settle(task: Task): void {
		const at = this.pending.get(task);
		if (at === undefined || at > this.now()) return;
		this.move(task, 'CANCELED', { taskDesc: CANCELED_BY_REQUEST });
	}

	private remember(task: Task): void {
		const states = this.former.get(task) ?? [];
		this.former.set(task, [...states, { until: this.now(), task: { ...task } }]);
	}

	private settleAll(tasks: readonly Task[]): readonly Task[] {
		if (this.pending.size > 0) for (const task of tasks) this.settle(task);
		return tasks;
	}
}
