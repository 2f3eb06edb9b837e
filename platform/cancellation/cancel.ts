import { EarlierTries } from './earlierTries';
import type { CancelPlan } from './plan';
import { reportDevices } from './report';
import type { DeviceReport } from './report';
import { runCancellation } from './run';
import type { RunTools } from './run';
import { verifyDevices } from './verify';

/** What came of a plan. */
export interface Cancellation {
	/** One for each device of each planned request, in the order of the plan. */
	readonly reports: readonly DeviceReport[];
	/** How often a request was halved because no look-up explained its refusal. */
	readonly halvings: number;
	/** On how many of the devices an earlier try had reported, so that this one has not sent them. */
	readonly earlier: number;
}

/** What cancelling needs of the world around it. */
interface CancellationTools extends RunTools {
	/** Ms since 1970 by the platform's clock. */
	readonly platformNow: () => number;
}

/**
 * Carries out a plan: sends its requests, looks up what a refusal left open and, where asked, verifies.
 * @param verifyFor how long to wait for tasks to show the cancel, ms; 0 = do not look
 * @param tries of the same work: what an earlier one has done is told as it was, and not sent again
 */
export async function cancelDevices(
	plan: CancelPlan,
	verifyFor: number,
	tools: CancellationTools,
	tries = new EarlierTries(),
): Promise<Cancellation> {
	const { now, platformNow } = tools;
	const started = tries.begin(now());
	const { parts, done } = tries.remaining(plan.requests);
	const { results, halvings } = await runCancellation(parts, tools);
	// Asked for now and counted back, since the run may have learned the platform's time on its way.
	const since = platformNow() - (now() - started);
	const sent = reportDevices(plan.requests, results, since);
	const reports = done.length === 0 ? sent : inOrder(plan, [...done, ...sent]);
	tries.keep(reports);
	if (verifyFor === 0) return { halvings, reports, earlier: done.length };
	const verified = await verifyDevices(reports, verifyFor, since, tools);
	tries.keep(verified);
	return { halvings, reports: verified, earlier: done.length };
}

/** Reports in the order of the plan. */
function inOrder({ requests }: CancelPlan, reports: readonly DeviceReport[]): DeviceReport[] {
	const ofPlace = requests.map(() => new Map<string, DeviceReport>());
	for (const report of reports) ofPlace[report.result.place]?.set(report.deviceName, report);
	return requests.flatMap(({ devices }, place) =>
		devices.flatMap(({ deviceName }) => ofPlace[place]?.get(deviceName) ?? []),
	);
}
