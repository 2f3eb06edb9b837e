/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: one of several processes that share a limit */
import { runCancellation } from '../../platform/cancellation/run';
import type { CancelRequest } from '../../platform/cancellation/plan';
import { callAction } from '../../platform/client/callAction';
import type { ActionCall, ClientTools, Sent } from '../../platform/client/callAction';
import { readConnection } from '../../platform/signing/connection';
import type { Connection } from '../../platform/signing/connection';
import { networkFault } from '../../platform/errors/network';
import { platformLanes } from '../../platform/client/pacing';
import type { Waiting } from '../../platform/client/pacing';
import { newStamp, signRequest } from '../../platform/signing/request';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { LIMIT } from './plan';

/** What a member is asked. */
export interface MemberOrder {
	/** Of the emulator. */
	readonly url: string;
	readonly requests: readonly CancelRequest[];
	/** Ms to wait before. */
	readonly wait: number;
}

/** What a member tells: that it is loaded, and later how it went. */
export type MemberReply =
	| { readonly kind: 'loaded' }
	/** `at` in ms since 1970. */
	| { readonly kind: 'ended'; readonly at: number; readonly accepted: number };

/** As many as the node makes by default. */
const MOST_ATTEMPTS = 4;

const waiting: Waiting = {
	now: Date.now,
	sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
	stopped: () => false,
};

async function send(connection: Connection, { action, parameters }: ActionCall): Promise<Sent> {
	const own = { ...parameters, Action: action };
	const { method, url } = signRequest('GET', own, connection, newStamp(Date.now()));
	try {
		const response = await fetch(url, { method });
		const headers = Object.fromEntries(response.headers);
		return { kind: 'answered', status: response.status, headers, body: await response.text() };
	} catch (error) {
		return networkFault(error);
	}
}

function toolsFor(connection: Connection): ClientTools {
	const lane = (action: string) => platformLanes.of(connection.endpoint.origin, 'key', action);
	return {
		...waiting,
		random: Math.random,
		learnTime: () => false,
		send: async (call) => await send(connection, call),
		turn: async (action) => await lane(action).turn(LIMIT.requestsPerSecond, waiting),
		pace: (action, throttledFor, turn) =>
			throttledFor === undefined
				? lane(action).answered(waiting.now(), turn)
				: lane(action).throttled(throttledFor, waiting.now(), turn),
	};
}

async function obey({ url, requests, wait }: MemberOrder): Promise<MemberReply> {
	const connection = readConnection({
		endpoint: url,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	});
	if (!connection.ok) throw new Error('The connection cannot be read');
	const tools = toolsFor(connection.value);
	await waiting.sleep(wait);
	const parts = requests.map((request, place) => ({ request, place, doubt: 'none' as const }));
	const { results } = await runCancellation(parts, {
		...waiting,
		call: async (call) => await callAction(call, MOST_ATTEMPTS, tools),
	});
	const accepted = results
		.filter(({ kind }) => kind === 'accepted')
		.reduce((sum, { request }) => sum + request.deviceNames.length, 0);
	return { kind: 'ended', at: Date.now(), accepted };
}

process.on('message', (order: MemberOrder) => {
	void obey(order).then((reply) => process.send?.(reply));
});
const loaded: MemberReply = { kind: 'loaded' };
process.send?.(loaded);
