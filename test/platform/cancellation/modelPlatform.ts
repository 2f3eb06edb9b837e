import type { TaskStatus } from '../../../platform/taskStatus';
import type { CancelScope } from '../../../platform/cancellation/plan';

/** A task of the model. */
export interface ModelTask extends CancelScope {
	readonly deviceName: string;
	status: TaskStatus;
	/** When the status last changed, ms. */
	modified: number;
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

	/**
	 * @param devices names of all devices, by product
	 * @param delay how long a cancel takes to reach the tasks, ms
	 * @param partial whether it cancels the good devices of a request that it refuses
	 */
	constructor(
		private readonly devices: Readonly<Record<string, readonly string[]>>,
		readonly tasks: readonly ModelTask[],
		private readonly delay: number,
		private readonly partial: boolean,
		private readonly now: () => number,
		private readonly later: (ms: number) => Promise<void>,
	) {}

	/** Carries a request out and answers as JSON. */
	answer(parameters: WireParameters): string {
		switch (parameters.Action) {
			case 'CancelOTATaskByDevice':
				return this.cancel(parameters);
			case 'ListOTAJobByFirmware': {
				const jobs = new Set(
					this.tasks
						.filter(({ firmwareId }) => firmwareId === parameters.FirmwareId)
						.map(({ productKey, jobId }) =>
							JSON.stringify({ ProductKey: productKey, JobId: jobId }),
						),
				);
				return page(parameters, 'SimpleOTAJobInfo', [...jobs].map(asIs));
			}
			case 'ListOTATaskByJob': {
				const names = listIn(parameters, 'DeviceNames');
				const tasks = this.tasks.filter(
					({ jobId, deviceName }) => jobId === parameters.JobId && names.includes(deviceName),
				);
				return page(parameters, 'SimpleOTATaskInfo', tasks.map(printed));
			}
			case 'ListOTAUnfinishedTaskByDevice':
				return this.unfinished(parameters);
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

	private cancel(parameters: WireParameters): string {
		const scope = {
			productKey: parameters.ProductKey ?? '',
			firmwareId: parameters.FirmwareId ?? '',
			jobId: parameters.JobId ?? '',
		};
		const names = listIn(parameters, 'DeviceName');
		const good = names.filter((name) => this.isCancellable(scope, name));
		if (good.length === names.length || this.partial) {
			for (const name of good) this.take(scope, name);
		}
		if (good.length === names.length) {
			return JSON.stringify({ code: '', requestId: 'r', success: true });
		}
		if (names.some((name) => !this.knows(scope.productKey, name))) {
			return refusal('iot.device.NotExistedDevice');
		}
		return names.some((name) => this.tasksOf(scope, name).length === 0)
			? refusal('iot.firmware.DeviceUpgradeRecordNotFound')
			: refusal('iot.firmware.IncorrectDeviceUpgradeJobStatus');
	}

	private take(scope: CancelScope, name: string): void {
		this.taken.add(keyOf(scope, name));
		for (const task of this.tasksOf(scope, name)) {
			if (CANCELLABLE.includes(task.status)) void this.finish(task);
		}
	}

	private async finish(task: ModelTask): Promise<void> {
		if (this.delay > 0) await this.later(this.delay);
		if (!CANCELLABLE.includes(task.status)) return;
		task.status = 'CANCELED';
		task.modified = this.now();
	}

	private unfinished({ ProductKey = '', DeviceName = '' }: WireParameters): string {
		if (!this.knows(ProductKey, DeviceName)) return refusal('iot.device.NotExistedDevice');
		const tasks = this.tasks.filter(
			({ productKey, deviceName, status }) =>
				productKey === ProductKey && deviceName === DeviceName && UNFINISHED.includes(status),
		);
		return page({}, 'SimpleOTATaskInfo', tasks.map(printed));
	}
}

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

function printed(task: ModelTask, place: number): string {
	return JSON.stringify({
		TaskId: `${task.jobId}-${task.deviceName}-${task.firmwareId}`,
		JobId: task.jobId,
		FirmwareId: task.firmwareId,
		ProductKey: task.productKey,
		DeviceName: task.deviceName,
		TaskStatus: task.status,
		UtcModified: new Date(task.modified).toISOString(),
		Place: place,
	});
}

const asIs = (text: string) => text;

function page(parameters: WireParameters, wrapper: string, records: readonly string[]): string {
	const size = Number(parameters.PageSize ?? records.length);
	const from = (Number(parameters.CurrentPage ?? 1) - 1) * size;
	const list = records.slice(from, from + size).join(',');
	return `{"code":"","requestId":"r","success":true,"total":${records.length},"data":{"${wrapper}":[${list}]}}`;
}
