import { DeviceBook } from './deviceBook';
import { JobBook } from './jobBook';
import { ModuleBook } from './moduleBook';
import {
	newJob,
	newModule,
	newPackage,
	newProduct,
	newTask,
	numbered,
	type NewDevice,
} from './newRecords';
import { PackageBook } from './packageBook';
import type { Device, Job, OtaModule, OtaPackage, Product, Task, TaskStatus } from './records';
import { statusOfJob, statusOfPackage } from './standing';
import { TaskBook, type TaskScope } from './taskBook';

/** Which tasks of a device are meant; what is left out does not narrow the choice. */
export interface TaskChoice {
	productKey?: string;
	firmwareId?: string;
	jobId?: string;
}

/** What a platform instance holds, in memory: every look-up by key takes constant time. */
export class Fleet {
	readonly modules = new ModuleBook();
	private readonly productsByKey = new Map<string, Product>();
	private readonly packageBook = new PackageBook();
	private readonly jobBook = new JobBook();
	private readonly deviceBook = new DeviceBook();
	private readonly book = new TaskBook();

	get products(): Product[] {
		return [...this.productsByKey.values()];
	}

	get packages(): OtaPackage[] {
		return this.packageBook.all().map((otaPackage) => this.settledPackage(otaPackage));
	}

	get jobs(): Job[] {
		return this.jobBook.all().map((job) => this.settledJob(job));
	}

	get devices(): Device[] {
		return this.deviceBook.all();
	}

	get tasks(): Task[] {
		return this.book.all();
	}

	/** Sets the clock (ms since 1970) that dates changes and lets delayed cancels take effect. */
	setClock(now: () => number): void {
		this.book.setClock(now);
	}

	/** Sets how far the lists of tasks lag behind, ms. */
	setListLag(lag: number): void {
		this.book.setListLag(lag);
	}

	addProduct(product: Partial<Product> & Pick<Product, 'productKey'>): Product {
		const added = newProduct(product);
		this.productsByKey.set(added.productKey, added);
		return added;
	}

	addModule(module: Partial<OtaModule> & Pick<OtaModule, 'productKey' | 'moduleName'>): OtaModule {
		return this.modules.add(newModule(module));
	}

	/** Adds a package; without a firmwareId it gets one that is free. */
	addPackage(otaPackage: Partial<OtaPackage> & Pick<OtaPackage, 'productKey'>): OtaPackage {
		const { firmwareId = this.packageBook.nextId() } = otaPackage;
		return this.packageBook.add(newPackage({ ...otaPackage, firmwareId }));
	}

	/** Removes a package; its jobs and tasks stay. */
	removePackage(firmwareId: string): void {
		this.packageBook.remove(firmwareId);
	}

	/** Adds a job of a package that is there already; without a jobId it gets a 19-digit one. */
	addJob(job: Partial<Job> & Pick<Job, 'firmwareId'>): Job {
		const otaPackage = found(this.package(job.firmwareId), 'package', job.firmwareId);
		const jobId = numbered('1836340779', this.jobBook.size + 1);
		return this.jobBook.add(newJob(job, otaPackage, jobId));
	}

	/** Adds a device, or hands out the one that is there. */
	addDevice(device: NewDevice): Device {
		return this.deviceBook.add(device);
	}

	/** Adds the task of a device in a job that is there already, and the device if it is new. */
	addTask(task: Partial<Task> & Pick<Task, 'jobId' | 'deviceName'>): Task {
		const job = found(this.jobBook.find(task.jobId), 'job', task.jobId);
		const otaPackage = found(this.package(job.firmwareId), 'package', job.firmwareId);
		const device = this.addDevice({ productKey: job.productKey, deviceName: task.deviceName });
		const taskId = numbered('1836340780', this.book.size + 1);
		const added = this.book.add(newTask(task, { job, otaPackage, device, taskId }));
		this.noteVersion(added);
		return added;
	}

	product(productKey: string): Product | undefined {
		return this.productsByKey.get(productKey);
	}

	package(firmwareId: string): OtaPackage | undefined {
		const otaPackage = this.packageBook.find(firmwareId);
		return otaPackage && this.settledPackage(otaPackage);
	}

	job(jobId: string): Job | undefined {
		const job = this.jobBook.find(jobId);
		return job && this.settledJob(job);
	}

	jobsOfPackage(firmwareId: string): readonly Job[] {
		return this.jobBook.ofPackage(firmwareId).map((job) => this.settledJob(job));
	}

	device(productKey: string, deviceName: string): Device | undefined {
		return this.deviceBook.find(productKey, deviceName);
	}

	deviceByIotId(iotId: string): Device | undefined {
		return this.deviceBook.findByIotId(iotId);
	}

	/** The devices of a product, oldest first. */
	devicesOfProduct(productKey: string): readonly Device[] {
		return this.deviceBook.ofProduct(productKey);
	}

	/** The number of devices of a product. */
	deviceCount(productKey: string): number {
		return this.devicesOfProduct(productKey).length;
	}

	/** The tasks of one device, oldest first. */
	tasksOfDevice(device: Device, scope: TaskScope = {}): Task[] {
		return this.book.ofDevice(device, scope);
	}

	/** The tasks of one job, in the order in which they were added. */
	tasksOfJob(jobId: string): readonly Task[] {
		return this.book.ofJob(jobId);
	}

	/** The task of an id, as it stands now. */
	taskById(taskId: string): Task | undefined {
		return this.book.find(taskId);
	}

	/** A task as lists show it, which may lag behind. */
	listed(task: Task): Task {
		return this.book.listed(task);
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
		for (const task of tasks) {
			this.book.move(task, taskStatus, { progress, taskDesc });
			this.noteVersion(task);
		}
	}

	/** Cancels one task, now or after a delay (ms); the caller checks that its state allows it. */
	cancel(task: Task, delay = 0): void {
		this.book.cancel(task, delay);
	}

	/** Lets a task that waits for a confirmation go on; the caller checks that it does. */
	confirm(task: Task): void {
		this.book.move(task, 'QUEUED', {});
	}

	private chosen(deviceName: string, choice: TaskChoice): Task[] {
		const { productKey, ...scope } = choice;
		return this.deviceBook
			.named(deviceName)
			.filter((device) => productKey === undefined || device.productKey === productKey)
			.flatMap((device) => this.book.ofDevice(device, scope));
	}

	/** A device that took an update reports the new version. */
	private noteVersion({ taskStatus, iotId, moduleName, destVersion }: Task): void {
		const device = this.deviceBook.findByIotId(iotId);
		if (taskStatus === 'SUCCEEDED' && device) device.moduleVersions[moduleName] = destVersion;
	}

	private settledJob(job: Job): Job {
		return { ...job, jobStatus: statusOfJob(job, this.book.ofJob(job.jobId)) };
	}

	private settledPackage(otaPackage: OtaPackage): OtaPackage {
		const jobs = this.jobBook.ofPackage(otaPackage.firmwareId);
		otaPackage.status = statusOfPackage(otaPackage, jobs, (jobId) => this.book.ofJob(jobId));
		return otaPackage;
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
