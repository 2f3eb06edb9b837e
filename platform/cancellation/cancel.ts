import type { Waiting } from '../pacing';
import type { CallAction } from '../client';
import type { CancelPlan } from './plan';
import { reportDevices } from './report';
import type { DeviceReport } from './report';
import { runCancellation } from './run';
import { verifyDevices } from './verify';

/** What came of a plan. */
export interface Cancellation {
	/** One for each device of each planned request, in the order of the plan. */
	readonly reports: readonly DeviceReport[];
	/** How often a request was halved because no look-up explained its refusal. */
	readonly halvings: number;
}

/** What cancelling needs of the world around it. */
export interface CancellationTools extends Waiting {
	readonly call: CallAction;
	/** Ms since 1970 by the platform's clock. */
	readonly platformNow: () => number;
}

/**
 * Carries out a plan: sends its requests, looks up what a refusal left open and, where asked, verifies.
 * @param verifyFor how long to wait for tasks to show the cancel, ms; 0 = do not look
 */
export async function cancelDevices(
	plan: CancelPlan,
	verifyFor: number,
	tools: CancellationTools,
): Promise<Cancellation> {
	const { now, platformNow } = tools;
	const started = now();
	const { results, halvings } = await runCancellation(plan.requests, tools);
	// Asked for now and counted back, since the run may have learned the platform's time on its way.
	const since = platformNow() - (now() - started);
	const reports = reportDevices(plan.requests, results, since);
	if (verifyFor === 0) return { halvings, reports };
	return { halvings, reports: await verifyDevices(reports, verifyFor, since, tools) };
}
