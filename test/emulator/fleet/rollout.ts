import type { Fleet } from './fleet';
import { setDeviceStatus } from './presence';
import { CANCELLABLE, type Task } from './records';

/** How a roll-out goes. Times are in milliseconds. */
export interface RolloutPlan {
	/** the job whose queued tasks are rolled out, in their order */
	jobId: string;
	/** how many of a hundred installations fail, spread evenly over the devices */
	failingPercent: number;
	/** how many of a hundred stay in progress for ever; default none */
	hangingPercent?: number;
	/** how many of a hundred succeed and go offline with it; default none */
	vanishingPercent?: number;
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

/** What becomes of a device that is told. */
export type Fate = 'succeeds' | 'fails' | 'hangs' | 'vanishes';

/** How many of the first so many are picked, if so large a part of the whole is. */
function pickedBefore(place: number, part: number, whole: number): number {
	return Math.floor((place * part) / whole);
}

function isPicked(place: number, part: number, whole: number): boolean {
	return pickedBefore(place + 1, part, whole) > pickedBefore(place, part, whole);
}

/**
 * Plays a roll-out over time: each task goes from QUEUED over NOTIFIED and IN_PROGRESS to SUCCEEDED or
 * FAILED, or hangs, unless it is cancelled while it can be. It has no timer: whoever reads lets it catch up first.
 */
export class Rollout {
	private readonly plan: Required<RolloutPlan>;
	private readonly tasks: readonly Task[];

	constructor(
		private readonly fleet: Fleet,
		plan: RolloutPlan,
	) {
		const { hangingPercent = 0, vanishingPercent = 0 } = plan;
		this.plan = { ...DEFAULTS, ...plan, hangingPercent, vanishingPercent };
		this.tasks = fleet.tasksOfJob(plan.jobId).filter(({ taskStatus }) => taskStatus === 'QUEUED');
	}

	/** When the last device has come to its end, ms since 1970. */
	get endsAt(): number {
		const { notifiedFor, installingFor } = this.plan;
		return this.toldAt(this.tasks.length - 1) + notifiedFor + installingFor;
	}

	/** What becomes of the device at a place, counted from 0; each fate is spread evenly over the devices. */
	fateOf(index: number): Fate {
		const { failingPercent: failing, hangingPercent: hanging, vanishingPercent } = this.plan;
		const troubled = failing + hanging + vanishingPercent;
		if (!isPicked(index, troubled, 100)) return 'succeeds';
		const place = pickedBefore(index, troubled, 100);
		if (isPicked(place, failing, troubled)) return 'fails';
		const rest = place - pickedBefore(place, failing, troubled);
		return isPicked(rest, hanging, troubled - failing) ? 'hangs' : 'vanishes';
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
		const fate = this.fateOf(index);
		if (now < ends || task.taskStatus !== 'IN_PROGRESS' || fate === 'hangs') return;
		if (fate === 'fails') this.move(task, 'FAILED', ends, reason);
		else this.move(task, 'SUCCEEDED', ends);
		if (fate === 'vanishes') setDeviceStatus(this.fleet, task, 'OFFLINE', ends);
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
