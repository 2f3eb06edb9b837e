import type { Claim, Measurements } from './results';

/** Requests for each device at most, see below. */
const REQUESTS_PER_DEVICE = 0.029;

/** Room for finding the jobs, and for states that change meanwhile. */
const MORE_REQUESTS = 10;

/**
 * What this node promises of a roll-out under way. Of 1,000 devices it sends 5 requests, looks them up with 10
 * lists of 100 names, sends what can be cancelled again with 4, and reads the 10 that no list shows one by one
 * at worst: 29 requests.
 */
export function stopsRolloutUnderWay({ underWay, plan }: Measurements): Claim[] {
	const ways = [underWay.thisNodeOfJob, underWay.thisNode];
	const devices = count(plan.devicesUnderWay);
	const most = Math.floor(MORE_REQUESTS + REQUESTS_PER_DEVICE * plan.devicesUnderWay);
	const [withJob, without] = ways.map(({ requests }) => requests.max);
	const cancelled = ways.map(
		({ fewestCancelled, cancellable }) => `${count(fewestCancelled)} of ${count(cancellable)}`,
	);
	return [
		{
			claim: `of ${devices} devices of a roll-out under way each one is cancelled that can be, with a job and without`,
			measured: `${cancelled.join(' and ')} cancelled`,
			holds: ways.every(({ fewestCancelled, cancellable }) => fewestCancelled === cancellable),
		},
		{
			claim: `that takes at most ${count(most)} requests of all actions`,
			measured: `${count(withJob ?? 0)} and ${count(without ?? 0)} requests`,
			holds: ways.every(({ requests }) => requests.max <= most),
		},
	];
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
