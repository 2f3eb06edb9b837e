/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: starts processes */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Arrival, EmulatorReport } from '../emulator/messages';
import type { EmulatorProcess } from '../emulator/process';
import type { Progress } from '../progress';
import { LIMIT, NAMES } from './plan';
import type { Plan } from './plan';
import { requestsFor } from './requests';
import type { MemberOrder, MemberReply } from './togetherMember';

/** How several processes shared the limit, each with a part of the devices. */
export interface Together {
	readonly processes: number;
	/** Requests planned, all processes together; throttled ones come on top. */
	readonly requests: number;
	readonly devices: number;
	/** Devices that a process did not report as accepted, or that are not cancelled on the platform. */
	readonly lost: number;
	/** Share of the requests that were throttled, from 0 to 1. */
	readonly throttled: number;
	/** The same from the fifth second on, until the first process has sent all that it has. */
	readonly throttledOnceSettled: number;
	/** From the arrival of the first request to that of the last, s. */
	readonly seconds: number;
	/** The least that the limit allows, s. */
	readonly floor: number;
	/** From the arrival of the first request until the first process had all its answers, s. */
	readonly secondsOfFirst: number;
}

/** After so many ms the processes have had the time to find their shares. */
const SETTLED = 5_000;

/** How a number of processes share the limit. */
export interface Crowd {
	readonly processes: number;
	readonly requestsEach: number;
	/** Ms over which their starts are spread evenly; 0 for all at once. */
	readonly startWithin: number;
}

/** Lets processes, ever more of them, cancel at the same time under the one limit. */
export async function measureTogether(
	{ processes: sizes, requestsEach }: Plan,
	emulator: EmulatorProcess,
	progress: Progress,
): Promise<Together[]> {
	const results: Together[] = [];
	for (const processes of sizes) {
		progress(`${processes} processes`);
		results.push(await shareLimit({ processes, requestsEach, startWithin: 0 }, emulator));
	}
	return results;
}

/** Lets a crowd cancel. Throws if a process fails. */
export async function shareLimit(crowd: Crowd, emulator: EmulatorProcess): Promise<Together> {
	const { processes, requestsEach, startWithin } = crowd;
	const devices = processes * requestsEach * NAMES;
	const requests = requestsFor(devices);
	const { url } = await emulator.start({ devices, ...LIMIT });
	const members = Array.from({ length: processes }, () =>
		fork(join(__dirname, 'togetherMember.ts')),
	);
	try {
		await Promise.all(members.map(async (member) => await replyOf(member, 'loaded')));
		const ends = await Promise.all(
			members.map(async (member, index) => {
				const own = requests.slice(index * requestsEach, (index + 1) * requestsEach);
				const wait = (index * startWithin) / processes;
				const order: MemberOrder = { url, requests: own, wait };
				member.send(order);
				return await replyOf(member, 'ended');
			}),
		);
		return sumUp(crowd, requests.length, ends, await emulator.report());
	} finally {
		for (const member of members) member.kill();
	}
}

async function replyOf<Kind extends MemberReply['kind']>(
	member: ChildProcess,
	kind: Kind,
): Promise<Extract<MemberReply, { kind: Kind }>> {
	const failed = once(member, 'exit').then(([code]): never => {
		throw new Error(`A process ended with code ${String(code)}`);
	});
	const [reply]: Array<Extract<MemberReply, { kind: Kind }>> = await Promise.race([
		once(member, 'message'),
		failed,
	]);
	failed.catch(() => {});
	if (reply?.kind !== kind) throw new Error('A process replied something else');
	return reply;
}

type Ended = Extract<MemberReply, { kind: 'ended' }>;

function sumUp(
	{ processes, requestsEach }: Crowd,
	requests: number,
	ends: readonly Ended[],
	{ arrivals, cancelled }: EmulatorReport,
): Together {
	const begin = arrivals[0]?.at ?? 0;
	const firstEnd = Math.min(...ends.map(({ at }) => at));
	const accepted = ends.reduce((sum, end) => sum + end.accepted, 0);
	const devices = processes * requestsEach * NAMES;
	const settled = arrivals.filter(({ at }) => at >= begin + SETTLED && at < firstEnd);
	return {
		processes,
		requests,
		devices,
		lost: devices - Math.min(accepted, cancelled),
		throttled: throttledShare(arrivals),
		throttledOnceSettled: throttledShare(settled),
		seconds: ((arrivals.at(-1)?.at ?? 0) - begin) / 1000,
		floor: (requests - 1) / LIMIT.requestsPerSecond,
		secondsOfFirst: (firstEnd - begin) / 1000,
	};
}

function throttledShare(arrivals: readonly Arrival[]): number {
	if (arrivals.length === 0) return 0;
	return arrivals.filter(({ throttled }) => throttled).length / arrivals.length;
}
