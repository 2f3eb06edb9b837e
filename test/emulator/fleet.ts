import { append } from './append';
import type { Device, Job, OtaPackage, Product, Task, TaskStatus } from './records';
import { newJob, newPackage, newProduct, newTask, numbered } from './new-records';
import { TaskBook, type TaskScope } from './task-book';

/** Which tasks of a device are meant; what is left out does not narrow the choice. */
export interface TaskChoice {
	productKey?: string;
	firmwareId?: string;
	jobId?: string;
}

/** What a platform instance holds, in memory: every look-up by key takes constant time. */
export class Fleet {
	private readonly productsByKey = new Map<string, Product>();
	private readonly packagesById = new Map<string, OtaPackage>();
	private readonly jobsById = new Map<string, Job>();
	private readonly jobsByPackage = new Map<string, Job[]>();
	private readonly devicesByName = new Map<string, Device[]>();
	private readonly devicesByIotId = new Map<string, Device>();
	private readonly deviceCounts = new Map<string, number>();
	private readonly book = new TaskBook();

	get products(): Product[] {
		return [...this.productsByKey.values()];
	}

	get packages(): OtaPackage[] {
		return [...this.packagesById.values()];
	}

	get jobs(): Job[] {
		return [...this.jobsById.values()];
	}

	get devices(): Device[] {
		return [...this.devicesByIotId.values()];
	}

	get tasks(): Task[] {
		return this.book.all();
	}

	/** Sets the clock (ms since 1970) that dates changes and lets delayed cancels take effect. */
	setClock(now: () => number): void {
		this.book.setClock(now);
	}

	addProduct(product: Partial<Product> & Pick<Product, 'productKey'>): Product {
		const added = newProduct(product);
		this.productsByKey.set(added.productKey, added);
		return added;
	}

	addPackage(
		otaPackage: Partial<OtaPackage> & Pick<OtaPackage, 'firmwareId' | 'productKey'>,
	): OtaPackage {
		const added = newPackage(otaPackage);
		this.packagesById.set(added.firmwareId, added);
		return added;
	}

	/** Adds a job of a package that is there already; without a jobId it gets a 19-digit one. */
	addJob(job: Partial<Job> & Pick<Job, 'firmwareId'>): Job {
		const otaPackage = found(this.packagesById.get(job.firmwareId), 'package', job.firmwareId);
		const added = newJob(job, otaPackage, numbered('1836340779', this.jobsById.size + 1));
		this.jobsById.set(added.jobId, added);
		append(this.jobsByPackage, added.firmwareId, added);
		return added;
	}

	/** Adds a device, or hands out the one that is there. */
	addDevice(device: Pick<Device, 'productKey' | 'deviceName'> & Partial<Device>): Device {
		const known = this.device(device.productKey, device.deviceName);
		if (known !== undefined) return known;
		const iotId = numbered('ca460d99', this.devicesByIotId.size + 1, 26);
		const added = { iotId, ...device };
		append(this.devicesByName, added.deviceName, added);
		this.devicesByIotId.set(added.iotId, added);
		const count = this.deviceCounts.get(added.productKey) ?? 0;
		this.deviceCounts.set(added.productKey, count + 1);
		return added;
	}

	/** Adds the task of a device in a job that is there already, and the device if it is new. */
	addTask(task: Partial<Task> & Pick<Task, 'jobId' | 'deviceName'>): Task {
		const job = found(this.jobsById.get(task.jobId), 'job', task.jobId);
		const otaPackage = found(this.packagesById.get(job.firmwareId), 'package', job.firmwareId);
		const device = this.addDevice({ productKey: job.productKey, deviceName: task.deviceName });
		const taskId = numbered('1836340780', this.book.size + 1);
		return this.book.add(newTask(task, { job, otaPackage, device, taskId }));
	}

	product(productKey: string): Product | undefined {
		return this.productsByKey.get(productKey);
	}

	package(firmwareId: string): OtaPackage | undefined {
		return this.packagesById.get(firmwareId);
	}

	job(jobId: string): Job | undefined {
		return this.jobsById.get(jobId);
	}

	jobsOfPackage(firmwareId: string): readonly Job[] {
		return this.jobsByPackage.get(firmwareId) ?? [];
	}

	device(productKey: string, deviceName: string): Device | undefined {
		return this.devicesByName
			.get(deviceName)
			?.find((candidate) => candidate.productKey === productKey);
	}

	deviceByIotId(iotId: string): Device | undefined {
		return this.devicesByIotId.get(iotId);
	}

	/** The number of devices of a product. */
	deviceCount(productKey: string): number {
		return this.deviceCounts.get(productKey) ?? 0;
	}

	/** The tasks of one device, oldest first. */
	tasksOfDevice(device: Device, scope: TaskScope = {}): Task[] {
		return this.book.ofDevice(device, scope);
	}

	/** The tasks of one job, in the order in which they were added. */
	tasksOfJob(jobId: string): readonly Task[] {
		return this.book.ofJob(jobId);
	}

	/** The newest task of the device of this name, as it stands now. */
	task(deviceName: string, choice: TaskChoice = {}): Task | undefined {
		return this.chosen(deviceName, choice).at(-1);
	}

	/** The state of the newest task of a device for a package, as it stands now. */
	statusOf(productKey: string, firmwareId: string, deviceName: string): TaskStatus | undefined {
		return this.task(deviceName, { productKey, firmwareId })?.taskStatus;
	}

	/** How many tasks are in which state now; every state is named. */
	countByStatus(): Record<TaskStatus, number> {
		const counts = { ...NO_TASKS };
		for (const task of this.tasks) counts[task.taskStatus]++;
		return counts;
	}

	/** Moves the tasks of a device on; a cancel that has not yet taken effect is forgotten. */
	setStatus(
		deviceName: string,
		taskStatus: TaskStatus,
		choice: TaskChoice & Partial<Pick<Task, 'progress' | 'taskDesc'>> = {},
	): void {
		const { progress, taskDesc, ...scope } = choice;
		const tasks = this.chosen(deviceName, scope);
		if (tasks.length === 0) throw new Error(`The fleet has no task of "${deviceName}"`);
		for (const task of tasks) this.book.move(task, taskStatus, { progress, taskDesc });
	}

	/** Cancels one task, now or after a delay (ms); the caller checks that its state allows it. */
	cancel(task: Task, delay = 0): void {
		this.book.cancel(task, delay);
	}

	private chosen(deviceName: string, choice: TaskChoice): Task[] {
		const { productKey, ...scope } = choice;
		return (this.devicesByName.get(deviceName) ?? [])
			.filter((device) => productKey === undefined || device.productKey === productKey)
			.flatMap((device) => this.book.ofDevice(device, scope));
	}
}

const NO_TASKS: Record<TaskStatus, number> = {
	CONFIRM: 0,
	QUEUED: 0,
	NOTIFIED: 0,
	IN_PROGRESS: 0,
	SUCCEEDED: 0,
	FAILED: 0,
	CANCELED: 0,
};

function found<T>(record: T | undefined, what: string, id: string): T {
	if (record === undefined) throw new Error(`The fleet has no ${what} "${id}": add it first`);
	return record;
}
