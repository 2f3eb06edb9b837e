import { UNFINISHED, type Job, type JobStatus, type OtaPackage, type Task } from './records';

/** Where a job stands: one that runs, or is planned, ends with its last task, as cancelled if all of them are. */
export function statusOfJob(job: Job, tasks: readonly Task[]): JobStatus {
	const isOpen = job.jobStatus === 'IN_PROGRESS' || job.jobStatus === 'PLANNED';
	if (!isOpen || tasks.length === 0) return job.jobStatus;
	// From the end: a cancel of many begins with the oldest, so that the newest tell soonest.
	if (tasks.findLast((task) => UNFINISHED.includes(task.taskStatus))) return job.jobStatus;
	return tasks.every((task) => task.taskStatus === 'CANCELED') ? 'CANCELED' : 'COMPLETED';
}

export const PACKAGE_STATUS = {
	needsNone: -1,
	notVerified: 0,
	verified: 1,
	beingVerified: 2,
	failed: 3,
} as const;

/** Where a package stands: the tasks of its newest verify job decide while it is being verified. */
export function statusOfPackage(
	{ status }: OtaPackage,
	jobs: readonly Job[],
	tasksOfJob: (jobId: string) => readonly Task[],
): number {
	if (status !== PACKAGE_STATUS.beingVerified) return status;
	const verifyJob = jobs.findLast((job) => job.jobType === 'VERIFY_FIRMWARE');
	const tasks = verifyJob === undefined ? [] : tasksOfJob(verifyJob.jobId);
	if (tasks.length === 0 || tasks.some((task) => UNFINISHED.includes(task.taskStatus))) {
		return PACKAGE_STATUS.beingVerified;
	}
	if (tasks.every((task) => task.taskStatus === 'SUCCEEDED')) return PACKAGE_STATUS.verified;
	const hasFailed = tasks.some((task) => task.taskStatus === 'FAILED');
	return hasFailed ? PACKAGE_STATUS.failed : PACKAGE_STATUS.notVerified;
}
