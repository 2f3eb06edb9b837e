/** States in which a cancel still works. Source: the platform's page CancelOTATaskByDevice. */
const WAITING = ['CONFIRM', 'QUEUED', 'NOTIFIED'] as const;

const ENDED = ['SUCCEEDED', 'FAILED', 'CANCELED'] as const;

/** Every state of a task, in the order in which a task goes through them (PROTOCOL section 8). */
export const TASK_STATUSES = [...WAITING, 'IN_PROGRESS', ...ENDED] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

/** States of a task that has not ended. */
export const UNFINISHED = [...WAITING, 'IN_PROGRESS'] as const;

/** States of a task that has ended. */
export type EndedStatus = (typeof ENDED)[number];

// Texts, so that a state which this version does not know can be looked for as well.

export const CANCELLABLE: readonly string[] = WAITING;
export const FINISHED: readonly string[] = ENDED;
