import type { TaskStatus } from '../../../platform/catalog/taskStatus';
import type { CancelScope } from '../../../platform/cancellation/plan';

/** A task of the model. */
export interface ModelTask extends CancelScope {
	readonly deviceName: string;
	status: TaskStatus;
	/** When the status last changed, ms. */
	modified: number;
	/** When it goes on to install, unless it was cancelled before, ms; absent = never. */
	readonly installsAt?: number;
	/** Whether a cancel of this run has reached it. */
	wasCancelled?: true;
}

/** How a platform may behave within what its pages leave open. */
export interface Habits {
	/** How long a cancel takes to reach the tasks, ms. */
	readonly cancelDelay: number;
	/** Whether it cancels the good devices of a request that it refuses. */
	readonly partial: boolean;
	/** How it words a refusal: by the first or the last cause in its order, by one for all, or undocumented. */
	readonly refusals: 'documented' | 'reversed' | 'vague' | 'undocumented';
	/** Names that it refuses whatever their tasks. */
	readonly odd: readonly string[];
	/** How far its lists lag behind, ms. */
	readonly lag: number;
	/** Whether its lists tell when a task changed. */
	readonly tellsTimes: boolean;
	/** Most tasks that a list shows, whatever is asked; its count tells of the others. */
	readonly shows: number;
	/** Whether the batch read of devices is to be had. */
	readonly batchReads: boolean;
}

/** Parameters as they travel, without the common ones. */
export type WireParameters = Readonly<Record<string, string>>;

/** States of a task that can be cancelled. */
export const CANCELLABLE: readonly TaskStatus[] = ['CONFIRM', 'QUEUED', 'NOTIFIED'];
const UNFINISHED: readonly TaskStatus[] = [...CANCELLABLE, 'IN_PROGRESS'];

/** A device within a scope, as one key. */
export const keyOf = ({ productKey, firmwareId, jobId }: CancelScope, deviceName: string) =>
	JSON.stringify([productKey, firmwareId, jobId, deviceName]);

/**
 * The smallest platform that can be cancelled on. It remembers what it took. Nothing of it stands in the shipped code.
 */
export class ModelPlatform {
	/** The devices whose cancel it took, see `keyOf`. */
	readonly taken = new Set<string>();

	/** What lists show: the state of a while ago. */
	private readonly history: Array<{ readonly at: number; readonly tasks: readonly ModelTask[] }> =
		[];

	/** @param devices names of all devices, by product */
	constructor(
		private readonly devices: Readonly<Record<string, readonly string[]>>,
		readonly tasks: readonly ModelTask[],
		private readonly habits: Habits,
		private readonly now: () => number,
		private readonly later: (ms: number) => Promise<void>,
	) {
		this.remember();
	}

	/** Carries a request out and answers as JSON. */
	answer(parameters: WireParameters): string {
		this.moveOn();
		switch (parameters.Action) {
			case 'CancelOTATaskByDevice':
				return this.cancel(parameters);
			case 'ListOTAJobByFirmware':
				return this.jobs(parameters);
			case 'ListOTATaskByJob': {
				const names = listIn(parameters, 'DeviceNames');
				const tasks = this.shown().filter(
					({ jobId, deviceName }) => jobId === parameters.JobId && names.includes(deviceName),
				);
				return page(parameters, 'SimpleOTATaskInfo', tasks.map(this.printed), this.habits.shows);
			}
			case 'ListOTAUnfinishedTaskByDevice':
				return this.unfinished(parameters);
			case 'BatchQueryDeviceDetail': {
				if (!this.habits.batchReads) return refusal('Forbidden.RAM');
				const known = listIn(parameters, 'DeviceName').filter((name) =>
					this.knows(parameters.ProductKey ?? '', name),
				);
				const records = known.map((DeviceName) => JSON.stringify({ DeviceName }));
				return page({}, 'Data', records);
			}
			default:
				throw new Error(`The model knows no action ${parameters.Action}`);
		}
	}

	/** The tasks of a device within a scope. */
	tasksOf(scope: CancelScope, name: string): ModelTask[] {
		return this.tasks.filter(
			({ productKey, firmwareId, jobId, deviceName }) =>
				deviceName === name &&
				productKey === scope.productKey &&
				firmwareId === scope.firmwareId &&
				(scope.jobId === '' || jobId === scope.jobId),
		);
	}

	knows(productKey: string, deviceName: string): boolean {
		return this.devices[productKey]?.includes(deviceName) ?? false;
	}

	isCancellable(scope: CancelScope, name: string): boolean {
		return this.tasksOf(scope, name).some(({ status }) => CANCELLABLE.includes(status));
	}

	isUnfinished(scope: CancelScope, name: string): boolean {
		return this.tasksOf(scope, name).some(({ status }) => UNFINISHED.includes(status));
	}

	/** Whether a cancel of this device alone would be taken. */
	takesAlone(scope: CancelScope, name: string): boolean {
		this.moveOn();
		return this.causeOf(scope, name) === undefined;
	}

	/** Whether a cancel of this run was taken for each task of a device that waits. */
	wasTaken(scope: CancelScope, name: string): boolean {
		return this.tasksOf(scope, name)
			.filter(({ status }) => CANCELLABLE.includes(status))
			.every((task) =>
				[task.jobId, ''].some((jobId) => this.taken.has(keyOf({ ...task, jobId }, name))),
			);
	}

	private cancel(parameters: WireParameters): string {
		const scope = {
			productKey: parameters.ProductKey ?? '',
			firmwareId: parameters.FirmwareId ?? '',
			jobId: parameters.JobId ?? '',
		};
		const names = listIn(parameters, 'DeviceName');
		const good = names.filter((name) => this.causeOf(scope, name) === undefined);
		if (good.length === names.length || this.habits.partial) {
			for (const name of good) this.take(scope, name);
		}
		const causes = new Set(names.flatMap((name) => this.causeOf(scope, name) ?? []));
		if (good.length === names.length) {
			return JSON.stringify({ code: '', requestId: 'r', success: true });
		}
		const order = this.habits.refusals === 'reversed' ? CAUSES.toReversed() : CAUSES;
		const told = order.find((cause) => causes.has(cause)) ?? '';
		if (this.habits.refusals === 'vague') {
			return refusal('iot.firmware.BatchCancelDeviceUpgradeFailed');
		}
		return refusal(this.habits.refusals === 'undocumented' ? 'iot.firmware.BrandNew' : told);
	}

	private causeOf(scope: CancelScope, name: string): string | undefined {
		if (this.habits.odd.includes(name)) return 'iot.system.IllegalRequest';
		if (!this.knows(scope.productKey, name)) return 'iot.device.NotExistedDevice';
		if (this.isCancellable(scope, name)) return undefined;
		return this.tasksOf(scope, name).length === 0
			? 'iot.firmware.DeviceUpgradeRecordNotFound'
			: 'iot.firmware.IncorrectDeviceUpgradeJobStatus';
	}

	private take(scope: CancelScope, name: string): void {
		this.taken.add(keyOf(scope, name));
		for (const task of this.tasksOf(scope, name)) {
			if (CANCELLABLE.includes(task.status)) void this.finish(task);
		}
	}

	private async finish(task: ModelTask): Promise<void> {
		if (this.habits.cancelDelay > 0) await this.later(this.habits.cancelDelay);
		this.moveOn();
		if (!CANCELLABLE.includes(task.status)) return;
		task.wasCancelled = true;
		this.move(task, 'CANCELED');
	}

	/** Lets those tasks install whose time has come. */
	private moveOn(): void {
		for (const task of this.tasks) {
			const { installsAt = Number.POSITIVE_INFINITY } = task;
			if (this.now() >= installsAt && CANCELLABLE.includes(task.status)) {
				this.move(task, 'IN_PROGRESS');
			}
		}
	}

	private move(task: ModelTask, status: TaskStatus): void {
		task.status = status;
		task.modified = this.now();
		this.remember();
	}

	private remember(): void {
		if (this.habits.lag === 0 && this.history.length > 0) return;
		this.history.push({ at: this.now(), tasks: this.tasks.map((task) => ({ ...task })) });
	}

	private shown(): readonly ModelTask[] {
		if (this.habits.lag === 0) return this.tasks;
		const { lag } = this.habits;
		const state = this.history.findLast(({ at }) => at <= this.now() - lag) ?? this.history[0];
		return state?.tasks ?? [];
	}

	private jobs(parameters: WireParameters): string {
		const tasks = this.tasks.filter(({ firmwareId }) => firmwareId === parameters.FirmwareId);
		const jobs = [...new Set(tasks.map(({ jobId }) => jobId))].map((JobId) => {
			const own = tasks.filter(({ jobId }) => jobId === JobId);
			const JobStatus = own.some(({ status }) => UNFINISHED.includes(status))
				? 'IN_PROGRESS'
				: 'COMPLETED';
			return JSON.stringify({ ProductKey: own[0]?.productKey, JobId, JobStatus });
		});
		return page(parameters, 'SimpleOTAJobInfo', jobs);
	}

	private unfinished({ ProductKey = '', DeviceName = '' }: WireParameters): string {
		if (!this.knows(ProductKey, DeviceName)) return refusal('iot.device.NotExistedDevice');
		const tasks = this.shown().filter(
			({ productKey, deviceName, status }) =>
				productKey === ProductKey && deviceName === DeviceName && UNFINISHED.includes(status),
		);
		return page({}, 'SimpleOTATaskInfo', tasks.map(this.printed));
	}

	private readonly printed = (task: ModelTask, place: number): string =>
		JSON.stringify({
			TaskId: `${task.jobId}-${task.deviceName}-${task.firmwareId}`,
			JobId: task.jobId,
			FirmwareId: task.firmwareId,
			ProductKey: task.productKey,
			DeviceName: task.deviceName,
			TaskStatus: task.status,
			...(this.habits.tellsTimes ? { UtcModified: new Date(task.modified).toISOString() } : {}),
			Place: place,
		});
}

/** What can be wrong with a device, in the order in which the platform looks. */
const CAUSES = [
	'iot.system.IllegalRequest',
	'iot.device.NotExistedDevice',
	'iot.firmware.DeviceUpgradeRecordNotFound',
	'iot.firmware.IncorrectDeviceUpgradeJobStatus',
];

/** A refusal as the platform writes it. */
export function refusal(code: string): string {
	return JSON.stringify({ code, errorMessage: 'no', requestId: 'r', success: false });
}

/** The entries of a list `X.1`, `X.2` … */
function listIn(parameters: WireParameters, name: string): string[] {
	const values: string[] = [];
	for (let place = 1; ; place++) {
		const value = parameters[`${name}.${place}`];
		if (value === undefined) return values;
		values.push(value);
	}
}

/** @param shows most records that it shows in all, whatever page is asked for */
function page(
	parameters: WireParameters,
	wrapper: string,
	records: readonly string[],
	shows = Number.POSITIVE_INFINITY,
): string {
	const size = Number(parameters.PageSize ?? records.length);
	const from = (Number(parameters.CurrentPage ?? 1) - 1) * size;
	const list = records
		.slice(0, shows)
		.slice(from, from + size)
		.join(',');
	return `{"code":"","requestId":"r","success":true,"total":${records.length},"data":{"${wrapper}":[${list}]}}`;
}
