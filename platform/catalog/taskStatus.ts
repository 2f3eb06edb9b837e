/** States in which a cancel still works. Source: the platform's page CancelOTATaskByDevice. */
const WAITING = ['CONFIRM', 'QUEUED', 'NOTIFIED'] as const;

const ENDED = ['SUCCEEDED', 'FAILED', 'CANCELED'] as const;

/** Every state of a task, in the order in which a task goes through them (PROTOCOL section 8). */
export const TASK_STATUSES = [...WAITING, 'IN_PROGRESS', ...ENDED] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

// Texts, so that a state which this version does not know can be looked for as well.

export const CANCELLABLE: readonly string[] = WAITING;
export const UNFINISHED: readonly string[] = [...WAITING, 'IN_PROGRESS'];
export const FINISHED: readonly string[] = ENDED;
