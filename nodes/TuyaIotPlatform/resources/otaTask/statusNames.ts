import type { TaskStatus } from '../../../../platform';

/** What people read for the state of a task. */
export const STATUS_NAMES: Readonly<Record<TaskStatus, string>> = {
	CONFIRM: 'Waiting for Confirmation',
	QUEUED: 'Queued',
	NOTIFIED: 'Notified',
	IN_PROGRESS: 'In Progress',
	SUCCEEDED: 'Succeeded',
	FAILED: 'Failed',
	CANCELED: 'Canceled',
};
