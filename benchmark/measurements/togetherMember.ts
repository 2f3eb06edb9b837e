/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- never shipped: one of several processes that share a limit */
import { createServer } from 'node:http';
import { cancelDevices, openClient, readConnection } from '../../platform';
import type { CancelPlan, Client, Outgoing, Sent } from '../../platform';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../../test/emulator/emulator';
import { listening } from '../../test/support/localServer';
import { LIMIT, NAMES } from './plan';
import { requestsFor } from './requests';

/** What a member is asked. */
export interface MemberOrder {
	/** Of the emulator. */
	readonly url: string;
	readonly requests: CancelPlan['requests'];
	/** Ms to wait before. */
	readonly wait: number;
}

/** What a member tells: that it is loaded, and later how it went. */
export type MemberReply =
	| { readonly kind: 'loaded' }
	/** `at` in ms since 1970. */
	| { readonly kind: 'ended'; readonly at: number; readonly accepted: number };

/** As many as a process has under way at once, twice. */
const WARM_UP_REQUESTS = 10;

/** As the node's options are by default. Timeout in ms. */
const RULES = { maxAttempts: 4, timeout: 30_000, requestsPerSecond: LIMIT.requestsPerSecond };

async function sleep(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

async function send({ request, ending }: Outgoing): Promise<Sent> {
	const { url, method } = request();
	const response = await fetch(url, { method, signal: ending });
	const headers = Object.fromEntries(response.headers);
	return { kind: 'answered', status: response.status, headers, body: await response.text() };
}

/**
 * A worker of n8n has cancelled before. Without this, 16 processes on a few cores load and compile at once what they
 * need for their first requests, and stand still for seconds over it: that would be measured in place of the pace.
 */
async function warmUp(): Promise<void> {
	const server = createServer((_, response) => response.end('{"success":true}'));
	const { url, stop } = await listening(server);
	const requests = requestsFor(WARM_UP_REQUESTS * NAMES);
	const { reports } = await cancelDevices({ requests }, 0, clientOf(url));
	await stop();
	if (reports.some(({ outcome }) => outcome !== 'accepted')) {
		throw new Error('The warm-up did not get through');
	}
}

function clientOf(url: string): Client {
	const connection = readConnection({
		endpoint: url,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
	});
	if (!connection.ok) throw new Error('The connection cannot be read');
	return openClient({ connection: connection.value, rules: RULES, send, sleep });
}

async function obey({ url, requests, wait }: MemberOrder): Promise<MemberReply> {
	const client = clientOf(url);
	await sleep(wait);
	const { reports } = await cancelDevices({ requests }, 0, client);
	const accepted = reports.filter(({ outcome }) => outcome === 'accepted').length;
	return { kind: 'ended', at: Date.now(), accepted };
}

process.on('message', (order: MemberOrder) => {
	void obey(order).then((reply) => process.send?.(reply));
});
void warmUp().then(() => {
	const loaded: MemberReply = { kind: 'loaded' };
	process.send?.(loaded);
});
