import type { CallAction } from '../client/callAction';
import type { IncompleteFault } from '../errors/faults';
import type { Task } from '../ota/tasks';
import type { WatchEvent } from './events';
import type { JobMemory } from './memory';

/** What looking at a job takes. */
export interface LookTools {
	readonly call: CallAction;
	/** Ms since 1970 by the platform's clock. */
	readonly platformNow: () => number;
}

/** What is known before a look at a job. */
export interface Before {
	readonly job: JobMemory | undefined;
	readonly isKnownTask: (task: Task) => boolean;
	/** Whether what is found is only taken note of, not told. */
	readonly quiet: boolean;
	/** Whether its devices are to be looked at, where a rule asks for offline ones. */
	readonly looks: boolean;
	/** Whether nothing new can come of it once it has finished, its devices going offline included. */
	readonly settled: boolean;
}

/** What a look at a job has found. */
export interface Finding {
	readonly events: readonly WatchEvent[];
	/** The share of failures, or of successes, that the job is told at, percent; absent = not told now. */
	readonly told?: number;
	/** Whether the job need never be looked at again. */
	readonly done: boolean;
	/** Failed tasks, known before, told now or taken note of. */
	readonly tasks: readonly Task[];
	/** What a list of tasks did not give. */
	readonly shortfall?: IncompleteFault;
}
