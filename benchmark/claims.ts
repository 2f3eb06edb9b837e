import { LIMIT } from './measurements/plan';
import type { Claim, Measurements } from './results';
import { shareTheLimit } from './togetherClaims';
import { stopsRolloutUnderWay } from './underWayClaims';

/** Holds what was measured against what is promised. In a quick run the numbers of devices are smaller. */
export function judgeClaims(measured: Measurements): Claim[] {
	return [
		...stopsRolloutUnderWay(measured),
		...shareTheLimit(measured),
		...fewRequests(measured),
		...readsCheaply(measured),
		...growsInStep(measured),
		...signsFast(measured),
		...beatsItemByItem(measured),
	];
}

function fewRequests({ limited, plan }: Measurements): Claim[] {
	const { requests, secondsOnTheWire, fewestPaired } = limited.thisNode;
	const most = plan.devices / 200 + 2;
	const longest = (1.1 * (requests.max - 1)) / LIMIT.requestsPerSecond;
	const devices = count(plan.devices);
	return [
		{
			claim: `${devices} items of one package take at most ${most} requests`,
			measured: `${requests.max} requests`,
			holds: requests.max <= most,
		},
		{
			claim: `at ${LIMIT.requestsPerSecond} a second they are on the wire for at most 1.1 x (requests - 1) / ${LIMIT.requestsPerSecond} s`,
			measured: `${secondsOnTheWire.max.toFixed(2)} s of ${longest.toFixed(2)} s`,
			holds: secondsOnTheWire.max <= longest,
		},
		{
			claim: `${devices} paired outputs`,
			measured: `${count(fewestPaired)} paired outputs`,
			holds: fewestPaired === plan.devices,
		},
	];
}

/** Most CPU for a whole run on the engine, and most time that it may add to that on the wire, s. */
const MOST_CPU = 1;
const MOST_ON_TOP = 0.25;

/** Requests that crypto-js signs in a second on the machine that those seconds are meant for. */
const MEANT_FOR = 3_000;

function readsCheaply({ growth: { few }, limited, signing, plan }: Measurements): Claim[] {
	const { requests, seconds } = limited.thisNode;
	const slower = MEANT_FOR / signing.cryptoJs.median;
	const cpu = few.run.median / 1_000;
	const mostCpu = MOST_CPU * slower;
	const onTheWire = (1.1 * (requests.median - 1)) / LIMIT.requestsPerSecond;
	const longest = onTheWire + MOST_ON_TOP * slower;
	const machine = `a machine on which crypto-js signs ${count(MEANT_FOR)} such requests a second`;
	return [
		{
			claim: `${count(few.items)} items with four plain expressions each: the whole run on the engine takes at most the work of ${MOST_CPU.toFixed(1)} s of CPU of ${machine}`,
			measured: `${cpu.toFixed(2)} s of ${mostCpu.toFixed(2)} s here`,
			holds: cpu <= mostCpu,
		},
		{
			claim: `${count(plan.devices)} items at ${LIMIT.requestsPerSecond} a second take at most 1.1 x (requests - 1) / ${LIMIT.requestsPerSecond} s, and the work of ${MOST_ON_TOP} s of such a machine for all that n8n's engine does`,
			measured: `${seconds.median.toFixed(2)} s of ${longest.toFixed(2)} s here`,
			holds: seconds.median <= longest,
		},
	];
}

function growsInStep({ growth: { few, many, factor } }: Measurements): Claim[] {
	return [
		{
			claim: `${count(many.items)} items run through the engine`,
			measured: `${count(many.fewestOutputs)} outputs, ${count(many.fewestCancelled)} devices cancelled`,
			holds: many.fewestOutputs === many.items && many.fewestCancelled === many.items,
		},
		{
			claim: `from ${count(few.items)} to ${count(many.items)} items the CPU of this node's own work grows at most 11-fold`,
			measured: `${factor.toFixed(1)}-fold`,
			holds: factor <= 11,
		},
	];
}

function signsFast({ signing }: Measurements): Claim[] {
	const own = signing.thisPackage.median;
	return [
		{ name: '@alicloud/openapi-util', times: own / signing.openApiUtil.median },
		{ name: '@alicloud/pop-core', times: own / signing.popCore.median },
	].map(({ name, times }) => ({
		claim: `signs a request of 200 names at least 3 x as often a second as ${name}`,
		measured: `${times.toFixed(1)} x`,
		holds: times >= 3,
	}));
}

function beatsItemByItem({ limited, plan }: Measurements): Claim[] {
	const requests = limited.itemByItem.requests.median / limited.thisNode.requests.median;
	const time = limited.itemByItem.seconds.median / limited.thisNode.seconds.median;
	const devices = count(plan.devices);
	return [
		{
			claim: `${devices} items: at least 100 x fewer requests than Code and HTTP Request nodes`,
			measured: `${requests.toFixed(0)} x fewer`,
			holds: requests >= 100,
		},
		{
			claim: `${devices} items: at least 50 x less time than Code and HTTP Request nodes`,
			measured: `${time.toFixed(0)} x less`,
			holds: time >= 50,
		},
	];
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
