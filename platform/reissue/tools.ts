import type { CallAction } from '../client/callAction';
import type { Connection } from '../signing/connection';

/** What putting a job right needs of the world around it. */
export interface ReissueTools {
	readonly connection: Connection;
	readonly call: CallAction;
	/** Ms since some fixed moment. */
	readonly now: () => number;
	/** Ms since 1970, to compare with times of the platform. */
	readonly platformNow: () => number;
	/** Waits for so many ms; ends early, without throwing, when the workflow is stopped. */
	readonly sleep: (ms: number) => Promise<void>;
	readonly stopped: () => boolean;
}
