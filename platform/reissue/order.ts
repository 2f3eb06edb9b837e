import type { ActionParameters } from '../catalog/actionParameters';
import type { EndedStatus } from '../catalog/taskStatus';

/** Which devices of a job get a package anew. */
interface Retry {
	readonly kind: 'retryFailed';
	/** The states that their tasks ended in. */
	readonly states: readonly EndedStatus[];
	/** A part of the reason that the platform gives, in any letter case; empty for every reason. */
	readonly reasonContains: string;
}

/** Which devices of a job get an earlier package. */
interface RollBack {
	readonly kind: 'rollBack';
	readonly earlierFirmwareId: string;
	/** Whether those that failed get it too. */
	readonly alsoFailed: boolean;
	/** What to do while tasks of the job can still run. */
	readonly whileWaiting: 'refuse' | 'cancel';
}

export type Aim = Retry | RollBack;

/** What one item of a workflow asks to put right. */
export interface ReissueOrder {
	/** Number of the item. */
	readonly item: number;
	/** The job whose devices are meant. */
	readonly jobId: string;
	/** The package that the job is said to roll out; empty where nobody said so. */
	readonly firmwareId: string;
	readonly aim: Aim;
	/** How the new jobs are to run: parameters of CreateOTAStaticUpgradeJob, without its devices. */
	readonly settings: ActionParameters;
}
