import type { Fleet } from './fleet';
import { CANCELLABLE, type Task } from './records';

/** How a roll-out goes. Times are in milliseconds. */
export interface RolloutPlan {
	/** the job whose queued tasks are rolled out, in their order */
	jobId: string;
	/** how many of a hundred installations fail, spread evenly over the devices */
	failingPercent: number;
	/** ms since 1970 at which the first device is told */
	startsAt: number;
	/** how many devices are told in a minute; default 100 */
	devicesPerMinute?: number;
	/** from being told to the start of the download; default 20 seconds */
	notifiedFor?: number;
	/** from the start of the download to the end; default 60 seconds */
	installingFor?: number;
	/** what a failed device reports */
	reason?: string;
}

const MINUTE = 60_000;
const DEFAULTS = {
	devicesPerMinute: 100,
	notifiedFor: 20_000,
	installingFor: 60_000,
	reason: 'The device did not start with the new firmware',
};

/**
 * Plays a roll-out over time: each task goes from QUEUED over NOTIFIED and IN_PROGRESS to SUCCEEDED or
 * FAILED, unless it is cancelled while it can be. It has no timer: whoever reads lets it catch up first.
 */
export class Rollout {
	private readonly plan: Required<RolloutPlan>;
	private readonly tasks: readonly Task[];

	constructor(
		private readonly fleet: Fleet,
		plan: RolloutPlan,
	) {
		this.plan = { ...DEFAULTS, ...plan };
		this.tasks = fleet.tasksOfJob(plan.jobId).filter(({ taskStatus }) => taskStatus === 'QUEUED');
	}

	/** When the last device has come to its end, ms since 1970. */
	get endsAt(): number {
		const { notifiedFor, installingFor } = this.plan;
		return this.toldAt(this.tasks.length - 1) + notifiedFor + installingFor;
	}

	/** Whether the installation of the device at a place, counted from 0, fails. */
	fails(index: number): boolean {
		const failedBy = (devices: number) => Math.floor((devices * this.plan.failingPercent) / 100);
		return failedBy(index + 1) > failedBy(index);
	}

	/** Lets everything happen that is due by `now`, ms since 1970. */
	advance(now: number): void {
		// Reading them lets accepted cancels take effect first.
		this.fleet.tasksOfJob(this.plan.jobId);
		for (const [index, task] of this.tasks.entries()) this.moveOn(task, index, now);
	}

	private moveOn(task: Task, index: number, now: number): void {
		const { notifiedFor, installingFor, reason } = this.plan;
		const told = this.toldAt(index);
		const starts = told + notifiedFor;
		const ends = starts + installingFor;
		if (now >= told && task.taskStatus === 'QUEUED') this.move(task, 'NOTIFIED', told);
		if (now >= starts && CANCELLABLE.includes(task.taskStatus)) {
			this.move(task, 'IN_PROGRESS', starts);
		}
		if (now < ends || task.taskStatus !== 'IN_PROGRESS') return;
		if (this.fails(index)) this.move(task, 'FAILED', ends, reason);
		else this.move(task, 'SUCCEEDED', ends);
	}

	private move(task: Task, taskStatus: Task['taskStatus'], at: number, taskDesc?: string): void {
		const { jobId, deviceName } = task;
		this.fleet.setStatus(deviceName, taskStatus, { jobId, taskDesc });
		// The clock is read late, but a device reports when it happens.
		task.utcModified = new Date(at).toISOString();
	}

	private toldAt(index: number): number {
		return this.plan.startsAt + (index * MINUTE) / this.plan.devicesPerMinute;
	}
}
