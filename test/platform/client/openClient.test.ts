import { openClient } from '../../../platform/client/client';
import type { CallRules } from '../../../platform/client/client';
import type { ActionCall, Sent } from '../../../platform/client/callAction';
import { PlatformClocks } from '../../../platform/client/clock';
import { Lanes } from '../../../platform/client/pacing';
import type { ClientPorts, Outgoing } from '../../../platform/client/ports';
import { explain } from '../../../platform/errors/explain';
import type { HttpMethod } from '../../../platform/signing/signature';
import { connectionTo } from '../../support/connections';

const NOW = Date.UTC(2024, 10, 19, 9, 47, 43);
const HOUR = 60 * 60_000;
const CALL: ActionCall = {
	action: 'CancelOTATaskByDevice',
	parameters: { DeviceName: ['a', 'b'] },
};
const RULES = { maxAttempts: 3, timeout: 30_000, requestsPerSecond: 10 };
const YES = answered({ code: '', requestId: 'r', success: true });

function answered(body: object, status = 200, headers: Record<string, string> = {}): Sent {
	return { kind: 'answered', status, body: JSON.stringify(body), headers };
}

function refused(code: string, headers: Record<string, string> = {}): Sent {
	return answered({ code, requestId: 'r', success: false }, 400, headers);
}

/** Never comes. */
const nothing = async (): Promise<never> => await new Promise(() => {});

interface Stage {
	readonly rules?: Partial<CallRules>;
	readonly method?: HttpMethod;
	readonly ports?: Partial<ClientPorts>;
	readonly lanes?: Lanes;
}

/** A client whose time passes in its sleep alone, and whose answers come in this order, the last ever after. */
function stage(answers: readonly Sent[], { rules, method, ports, lanes }: Stage = {}) {
	const left: Outgoing[] = [];
	const lines: string[] = [];
	const slept: number[] = [];
	let now = NOW;
	const connection = connectionTo('iot.example.com:8686', method && { method });
	const client = openClient(
		{
			connection,
			rules: { ...RULES, ...rules },
			send: async (outgoing) => {
				left.push(outgoing);
				return answers[Math.min(left.length, answers.length) - 1] ?? (await nothing());
			},
			sleep: async (ms) => {
				slept.push(ms);
				now += ms;
			},
			log: (line) => void lines.push(line),
			...ports,
		},
		{
			lanes: lanes ?? new Lanes(),
			clocks: new PlatformClocks(
				() => now,
				() => 0,
			),
			random: () => 0.5,
			now: () => now,
		},
	);
	return { client, connection, left, lines, slept };
}

function parametersOf({ request }: Outgoing): Record<string, string> {
	const { url, body } = request();
	const form = typeof body === 'string' ? new URLSearchParams(body) : new URL(url).searchParams;
	return Object.fromEntries(form);
}

describe('given a call', () => {
	it.each<[HttpMethod, Record<string, string>]>([
		['GET', {}],
		['POST', { 'Content-Type': 'application/x-www-form-urlencoded' }],
	])(
		'when it leaves by %s, then it can be signed as often as it is sent',
		async (method, headers) => {
			const { client, left } = stage([YES], { method });
			expect(await client.call(CALL)).toMatchObject({ ok: true, attempts: 1 });
			expect(left).toHaveLength(1);
			for (const outgoing of left) {
				expect(outgoing).toMatchObject({ call: CALL, timeout: 30_000 });
				expect(outgoing.request()).toMatchObject({ method, headers });
				const [first, second] = [parametersOf(outgoing), parametersOf(outgoing)];
				expect(first).toMatchObject({ Action: CALL.action, 'DeviceName.2': 'b' });
				expect(first.Timestamp).toBe('2024-11-19T09:47:43Z');
				expect(first.SignatureNonce).not.toBe(second.SignatureNonce);
				expect(first.Signature).not.toBe(second.Signature);
			}
		},
	);

	it('when the platform refuses the time, then the next attempt is signed with the platform’s', async () => {
		const date = new Date(NOW + HOUR).toUTCString();
		const { client, left } = stage([refused('InvalidTimeStamp.Expired', { date }), YES]);
		expect(await client.call(CALL)).toMatchObject({ ok: true, attempts: 2 });
		expect(left.map(parametersOf).at(-1)?.Timestamp).toMatch(/^2024-11-19T10:47/);
		expect(client.platformNow()).toBeLessThan(NOW + HOUR);
	});

	it('when attempts are repeated, then they are counted and logged without a secret', async () => {
		const quoting = answered(
			{ code: 'InternalError', errorMessage: 'got SECRET', requestId: 'r', success: false },
			500,
		);
		const { client, lines } = stage([quoting, quoting, YES]);
		await client.call(CALL);
		await client.call(CALL);
		expect(client.counter).toMatchObject({ requests: 4, retries: 2 });
		expect(client.counter.seconds).toBe('0.9');
		expect(lines).toEqual([
			expect.stringMatching(/^CancelOTATaskByDevice, attempt 1: .* Next attempt in 250 ms\.$/),
			expect.stringMatching(/^CancelOTATaskByDevice, attempt 2: .* Next attempt in 500 ms\.$/),
		]);
		expect(lines.join()).not.toContain('SECRET');
	});

	it('when sending throws, then it is a network fault that keeps nothing of what was thrown', async () => {
		const send = async (): Promise<never> => {
			throw Object.assign(new Error('GET /?Signature=abc'), { code: 'ECONNREFUSED' });
		};
		const { client } = stage([], { ports: { send } });
		const outcome = await client.call(CALL);
		expect(outcome).toMatchObject({
			ok: false,
			attempts: 3,
			fault: { kind: 'network', reason: 'refusedConnection', cause: 'ECONNREFUSED' },
		});
		expect(JSON.stringify(outcome)).not.toContain('Signature');
		if (!outcome.ok) {
			const { message } = explain(outcome.fault, client.explanation);
			expect(message).toContain('iot.example.com:8686');
		}
	});

	it('when no answer comes in time, then the attempt is ended and told as a timeout', async () => {
		const { client, left } = stage([], { rules: { timeout: 1, maxAttempts: 1 } });
		const fault = { kind: 'network', reason: 'timeout', cause: 'ECONNABORTED' };
		expect(await client.call(CALL)).toMatchObject({ ok: false, fault });
		expect(left.map(({ ending }) => ending.aborted)).toEqual([true]);
	});
});

describe('given a signal that ends everything', () => {
	const stopped = { ok: false, fault: { kind: 'stopped' } };

	it('when it is aborted before a call, then nothing is sent', async () => {
		const { client, left } = stage([YES], { ports: { stopped: AbortSignal.abort() } });
		expect(await client.call(CALL)).toEqual({ ...stopped, attempts: 0, inDoubt: false });
		expect(client.stopped()).toBe(true);
		expect(left).toEqual([]);
	});

	it('when it is aborted while an answer is awaited, then the call ends and so does its attempt', async () => {
		const stopping = new AbortController();
		const left: Outgoing[] = [];
		const send = async (outgoing: Outgoing) => {
			left.push(outgoing);
			stopping.abort();
			return await nothing();
		};
		const { client } = stage([], { ports: { stopped: stopping.signal, send } });
		expect(await client.call(CALL)).toMatchObject({ ...stopped, attempts: 1 });
		expect(left.map(({ ending }) => ending.aborted)).toEqual([true]);
	});

	it('when it is aborted in a pause that does not heed it, then the pause ends all the same', async () => {
		const ending = new AbortController();
		const sleep = async () => {
			ending.abort();
			await nothing();
		};
		const { client } = stage([answered({}, 503)], { ports: { stopped: ending.signal, sleep } });
		expect(await client.call(CALL)).toMatchObject({ ...stopped, attempts: 1, inDoubt: true });
	});

	it('when calls may take so many ms, then those alone end with them', async () => {
		const { client } = stage([]);
		expect(await client.callWithin(1)(CALL)).toMatchObject(stopped);
		expect(client.stopped()).toBe(false);
		expect(client.counter.requests).toBe(1);
	});
});

describe('given two clients in one lane', () => {
	it('when both send, then the second waits for its turn', async () => {
		const lanes = new Lanes();
		await stage([YES], { lanes }).client.call(CALL);
		const second = stage([YES], { lanes });
		await second.client.call(CALL);
		expect(second.slept).toEqual([expect.closeTo(205)]);
	});

	it('when the second has no rate, then it leaves at once, and slows nobody down', async () => {
		const lanes = new Lanes();
		await stage([YES], { lanes }).client.call(CALL);
		const throttled = refused('Throttling.User', { 'retry-after': '30' });
		const rules = { requestsPerSecond: undefined, patience: 0 };
		const second = stage([throttled], { lanes, rules });
		expect(await second.client.call(CALL)).toMatchObject({ ok: false, attempts: 1 });
		expect(second.slept).toEqual([]);
		const third = stage([YES], { lanes });
		await third.client.call(CALL);
		expect(third.slept).toEqual([expect.closeTo(205)]);
	});
});

describe('given a form for somebody else', () => {
	const URL_THERE = 'https://storage.example.com/';

	it('when it is sent, then it leaves as it is, unsigned and uncounted', async () => {
		const form = new FormData();
		const { client, left } = stage([YES]);
		expect(await client.sendForm(URL_THERE, form, 5_000)).toBe(YES);
		expect(left).toMatchObject([{ origin: 'https://storage.example.com', timeout: 5_000 }]);
		expect(left.map(({ call }) => call)).toEqual([undefined]);
		expect(left.map(({ request }) => request())).toEqual([
			{ method: 'POST', url: URL_THERE, headers: {}, body: form },
		]);
		expect(client.counter.requests).toBe(0);
	});

	it('when sending it throws, then it is a network fault', async () => {
		const send = async (): Promise<never> => {
			throw new Error('no');
		};
		const { client } = stage([], { ports: { send } });
		const sent = await client.sendForm(URL_THERE, new FormData(), 5_000);
		expect(sent).toEqual({ kind: 'network', reason: 'other', cause: '' });
	});
});
