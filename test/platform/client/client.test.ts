import fc from 'fast-check';
import { callAction } from '../../../platform/client/callAction';
import { mayHaveBeenDone } from '../../../platform/client/retry';
import type {
	ActionCall,
	CallOutcome,
	ClientTools,
	Sent,
} from '../../../platform/client/callAction';
import type { CallFault, NetworkReason } from '../../../platform/errors/faults';

const CALL: ActionCall = { action: 'CancelOTATaskByDevice', parameters: { ProductKey: 'k1' } };
const NOW = Date.UTC(2024, 10, 19, 9, 47, 43);
const DATE = new Date(NOW + 1_800_000).toUTCString();

/** Which pauses were made, and where. */
interface Played {
	outcome: CallOutcome;
	sent: ActionCall[];
	slept: number[];
	paced: Array<number | undefined>;
	turns: string[];
	learned: Array<string | undefined>;
	retries: Array<{ attempt: number; pause: number; fault: CallFault }>;
}

interface Stage {
	maxAttempts?: number;
	random?: number;
	canLearn?: boolean;
	call?: ActionCall;
	/** Stops the workflow once so many requests were sent, or in that pause (counted from 1). */
	stopAfterSends?: number;
	stopInSleep?: number;
}

/** Lets a call run against answers that come in this order; the last one comes ever after. */
async function play(script: readonly Sent[], stage: Stage = {}): Promise<Played> {
	const { maxAttempts = 3, random = 0.5, canLearn = true, call = CALL } = stage;
	const played: Omit<Played, 'outcome'> = {
		sent: [],
		slept: [],
		paced: [],
		turns: [],
		learned: [],
		retries: [],
	};
	let stopped = stage.stopAfterSends === 0;
	let held = 0;
	const tools: ClientTools = {
		send: async (call) => {
			const answer = script[Math.min(played.sent.length, script.length - 1)];
			played.sent.push(call);
			if (played.sent.length === stage.stopAfterSends) stopped = true;
			return answer ?? { kind: 'stopped' };
		},
		turn: async (action) => {
			played.turns.push(action);
			return undefined;
		},
		pace: (_action, throttledFor) => {
			played.paced.push(throttledFor);
			// As in a lane, a throttled call waits for its next turn: ten seconds here.
			if (throttledFor !== undefined) held += throttledFor + 10_000;
		},
		sleep: async (ms) => {
			played.slept.push(ms);
			if (played.slept.length === stage.stopInSleep) stopped = true;
		},
		stopped: () => stopped,
		learnTime: (dateHeader) => {
			played.learned.push(dateHeader);
			return canLearn;
		},
		random: () => random,
		now: () => NOW + held,
		onRetry: ({ attempt, pause, fault }) => void played.retries.push({ attempt, pause, fault }),
	};
	return { outcome: await callAction(call, maxAttempts, tools), ...played };
}

const PLAIN_502: Extract<Sent, { kind: 'answered' }> = {
	...{ kind: 'answered', status: 502, headers: {} },
	body: '<html><p>Bad Gateway</p></html>',
};

function answered(body: object | string, status = 200, headers: Record<string, string> = {}): Sent {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { kind: 'answered', status, body: text, headers };
}

function refused(code: string, status = 200, headers: Record<string, string> = {}): Sent {
	return answered({ code, errorMessage: 'no', requestId: 'r', success: false }, status, headers);
}

function network(reason: NetworkReason): Sent {
	return { kind: 'network', reason, cause: '' };
}

const YES = answered({ code: '', requestId: 'r', success: true });

describe('given an answer at once', () => {
	it('when it is yes, then one request was sent, as it was asked for', async () => {
		const { outcome, sent, slept, turns, paced } = await play([YES]);

		expect(outcome).toEqual({
			ok: true,
			attempts: 1,
			inDoubt: false,
			answer: { requestId: 'r', json: { code: '', requestId: 'r', success: true } },
		});
		expect(sent).toEqual([CALL]);
		expect(slept).toEqual([]);
		expect(turns).toEqual([CALL.action]);
		expect(paced).toEqual([undefined]);
	});
});

describe('given a fault that a later attempt can pass', () => {
	const passing: Array<[string, Sent]> = [
		['iot.system.SystemException', refused('iot.system.SystemException')],
		['InternalError', refused('InternalError', 500)],
		['an unknown code with HTTP 503', refused('NobodyKnows', 503)],
		['a web page with HTTP 502', answered('<html>', 502)],
		['a web page with HTTP 200', answered('<html>')],
		['an empty answer', answered('')],
		['half an answer', answered('{"code":"')],
		['XML', answered('<Error/>')],
		['other JSON', answered('[]')],
		['a name not found', network('unknownHost')],
		['a refused connection', network('refusedConnection')],
		['no route', network('unreachable')],
		['a timeout', network('timeout')],
		['a closed connection', network('reset')],
		['an unknown network fault', network('other')],
	];

	it.each(passing)('when %s comes once, then the second attempt succeeds', async (_what, fault) => {
		const { outcome, sent, turns } = await play([fault, YES]);
		expect(outcome).toMatchObject({ ok: true, attempts: 2 });
		expect(sent).toEqual([CALL, CALL]);
		expect(turns).toHaveLength(2);
	});

	it.each(passing)(
		'when %s stays, then it is told after the last attempt',
		async (_what, fault) => {
			const { outcome, sent, retries } = await play([fault], { maxAttempts: 4 });
			expect(outcome).toMatchObject({ ok: false, attempts: 4 });
			expect(sent).toHaveLength(4);
			expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
		},
	);

	it.each(passing)(
		'when %s comes and one attempt is allowed, then that was it',
		async (_what, fault) => {
			const { outcome, sent } = await play([fault, YES], { maxAttempts: 1 });
			expect(outcome).toMatchObject({ ok: false, attempts: 1 });
			expect(sent).toHaveLength(1);
		},
	);

	it('when it stays, then the pauses double, each by its random share', async () => {
		const { slept, retries } = await play([network('timeout')], { maxAttempts: 5 });
		expect(slept).toEqual([250, 500, 1000, 2000]);
		expect(retries.map(({ pause }) => pause)).toEqual(slept);
	});

	it('when different ones follow each other, then they share the same attempts', async () => {
		const script = [network('reset'), answered(''), refused('InternalError', 500), YES];
		expect((await play(script, { maxAttempts: 3 })).outcome).toMatchObject({
			ok: false,
			attempts: 3,
			fault: { kind: 'refused', code: 'InternalError' },
		});
		expect((await play(script, { maxAttempts: 4 })).outcome).toMatchObject({
			ok: true,
			attempts: 4,
		});
	});
});

describe('given a fault that comes back however often one asks', () => {
	const lasting: Array<[string, Sent]> = [
		['an unknown code', refused('NobodyKnows', 400)],
		['no code', answered({ success: false })],
		['a missing device', refused('iot.device.NotExistedDevice')],
		['a wrong signature', refused('SignatureDoesNotMatch', 400)],
		['an unknown key', refused('InvalidAccessKeyId.NotFound', 404)],
		['a missing permission', refused('Forbidden', 403)],
		['a time stamp that cannot be read', refused('InvalidTimeStamp.Format', 400)],
		['a wrong signature with HTTP 500', refused('SignatureDoesNotMatch', 500)],
		['a redirect', answered('', 302)],
		['a body that is too large', answered('<html>', 413)],
		['a URL that is too long', answered('<html>', 414)],
		['headers that are too long', answered('', 431)],
		['an unknown certificate', network('certificate')],
		['a server without TLS', network('notHttps')],
		['a request kept back by n8n', network('blocked')],
	];

	it.each(lasting)('when it is %s, then there is no second attempt', async (_what, fault) => {
		const { outcome, sent, slept, retries } = await play([fault, YES], { maxAttempts: 10 });
		expect(outcome).toMatchObject({ ok: false, attempts: 1, inDoubt: false });
		expect(sent).toHaveLength(1);
		expect([...slept, ...retries]).toEqual([]);
	});
});

describe('given a clock that is off', () => {
	const expired = refused('InvalidTimeStamp.Expired', 400, { date: DATE });

	it('when the right time can be learned, then the attempt is made again at once', async () => {
		const { outcome, learned, slept } = await play([expired, YES], { maxAttempts: 1 });
		expect(outcome).toMatchObject({ ok: true, attempts: 2, inDoubt: false });
		expect(learned).toEqual([DATE]);
		expect(slept).toEqual([]);
	});

	it('when each refusal teaches something new, then it is learned anew each time, up to twenty times', async () => {
		const { outcome, learned, sent } = await play([expired], { maxAttempts: 1 });
		expect(outcome).toMatchObject({
			ok: false,
			attempts: 21,
			fault: { code: 'InvalidTimeStamp.Expired' },
		});
		expect(learned).toHaveLength(20);
		expect(sent).toHaveLength(21);
	});

	it('when the right time cannot be learned, then there is no second attempt', async () => {
		const { outcome, sent } = await play([expired, YES], { canLearn: false });
		expect(outcome).toMatchObject({ ok: false, attempts: 1 });
		expect(sent).toHaveLength(1);
	});

	it('when the answer has no date, then that is what is learned from', async () => {
		const { learned } = await play([refused('InvalidTimeStamp.Expired', 400), YES]);
		expect(learned).toEqual([undefined]);
	});
});

describe('given a nonce that the platform has seen', () => {
	const used = refused('SignatureNonceUsed', 400, { date: DATE });

	it('when a new one passes, then it was tried at once and the clock was left alone', async () => {
		const { outcome, slept, learned } = await play([used, YES], { maxAttempts: 1 });
		expect(outcome).toMatchObject({ ok: true, attempts: 2 });
		expect([...slept, ...learned]).toEqual([]);
	});

	it('when a new one is refused too, then that is told', async () => {
		const { outcome, sent } = await play([used], { maxAttempts: 10 });
		expect(outcome).toMatchObject({ attempts: 2, fault: { code: 'SignatureNonceUsed' } });
		expect(sent).toHaveLength(2);
	});

	it('when the time is refused next, then that is learned all the same', async () => {
		const expired = refused('InvalidTimeStamp.Expired', 400, { date: DATE });
		const { outcome, learned } = await play([used, expired, YES], { maxAttempts: 1 });
		expect(outcome).toMatchObject({ ok: true, attempts: 3 });
		expect(learned).toEqual([DATE]);
	});
});

describe('given throttling', () => {
	it.each<readonly [string, Sent]>([
		['its code', refused('Throttling.User', 400)],
		...['Throttling', 'throttling.api', 'Throttling.Whatever', 'Throttling.Api.Minute'].map(
			(code) => [`the code ${code}`, answered({ Code: code, RequestId: 'r' }, 400)] as const,
		),
		['a code of the message broker', refused('iot.messagebroker.RateLimit')],
		['HTTP status 429 and an unknown code', refused('NobodyKnows', 429)],
		['HTTP status 429 and a web page', answered('<html>', 429)],
	])(
		'when it is told by %s, then the whole lane waits, not this call alone',
		async (_by, fault) => {
			const { paced, slept } = await play([fault, YES]);
			expect(paced).toEqual([0, undefined]);
			expect(slept).toEqual([]);
		},
	);

	it('when it comes more often than attempts are allowed, then it is waited out', async () => {
		const throttled = refused('Throttling.User', 400);
		const { outcome } = await play([...new Array<Sent>(20).fill(throttled), YES], {
			maxAttempts: 1,
		});
		expect(outcome).toMatchObject({ ok: true, attempts: 21 });
	});

	it('when it lasts, then the call gives up after five minutes of waiting', async () => {
		const { outcome, sent } = await play([refused('Throttling.User', 400)], { maxAttempts: 1 });
		expect(outcome).toMatchObject({ ok: false, fault: { code: 'Throttling.User' } });
		expect(sent).toHaveLength(31);
	});

	it('when other faults come in between, then those alone count as attempts', async () => {
		const throttled = refused('Throttling.User', 400);
		const script = [throttled, network('timeout'), throttled, network('timeout'), YES];
		expect((await play(script, { maxAttempts: 2 })).outcome).toMatchObject({
			ok: false,
			attempts: 4,
		});
		expect((await play(script, { maxAttempts: 3 })).outcome).toMatchObject({ ok: true });
	});

	it.each([
		['seconds', '3'],
		['a date', new Date(NOW + 3000).toUTCString()],
	])(
		'when Retry-After names %s, then the pause is that long, and the jitter',
		async (_as, header) => {
			const throttled = refused('Throttling.User', 400, { 'retry-after': header });
			expect((await play([throttled, YES], { random: 0 })).paced).toEqual([3000, undefined]);
			expect((await play([throttled, YES])).paced).toEqual([3250, undefined]);
		},
	);
});

describe('given a server that is not available', () => {
	it('when Retry-After names a pause, then the call sleeps that long', async () => {
		const unavailable = answered('<html>', 503, { 'retry-after': '2' });
		expect((await play([unavailable, YES], { random: 0 })).slept).toEqual([2000]);
	});
});

describe('given an attempt whose end is not known', () => {
	it.each([
		['a timeout', network('timeout')],
		['a closed connection', network('reset')],
		['an unknown network fault', network('other')],
		['a web page with HTTP 502', answered('<html>', 502)],
		['an empty answer', answered('')],
		['HTTP 500 with a code', refused('NobodyKnows', 500)],
		['iot.system.SystemException', refused('iot.system.SystemException')],
	])('when %s comes before a refusal, then the refusal is in doubt', async (_what, fault) => {
		const { outcome } = await play([fault, refused('iot.device.NotExistedDevice')]);
		expect(outcome).toMatchObject({ ok: false, attempts: 2, inDoubt: true });
	});

	it.each([
		['throttling', refused('Throttling.User', 400)],
		['a name not found', network('unknownHost')],
		['a refused connection', network('refusedConnection')],
		['no route', network('unreachable')],
		['a used nonce', refused('SignatureNonceUsed', 400)],
		['a refused time', refused('InvalidTimeStamp.Expired', 400)],
	])('when %s comes before a refusal, then there is no doubt', async (_what, fault) => {
		const { outcome } = await play([fault, refused('iot.device.NotExistedDevice')]);
		expect(outcome).toMatchObject({ ok: false, attempts: 2, inDoubt: false });
	});

	it('when others without doubt follow, then the doubt stays', async () => {
		const script = [network('timeout'), refused('Throttling.User', 400), YES];
		expect((await play(script)).outcome).toMatchObject({ ok: true, attempts: 3, inDoubt: true });
	});

	it('when it was the only attempt, then nothing came after it that could be in doubt', async () => {
		const { outcome } = await play([network('timeout')], { maxAttempts: 1 });
		expect(outcome).toMatchObject({ ok: false, inDoubt: false });
	});

	it('when the fault itself is asked, then it says whether the platform may have acted', () => {
		expect(mayHaveBeenDone({ kind: 'network', reason: 'timeout', cause: '' })).toBe(true);
		expect(mayHaveBeenDone({ kind: 'network', reason: 'refusedConnection', cause: '' })).toBe(
			false,
		);
		expect(mayHaveBeenDone({ kind: 'unreadable', found: 'cut', status: 200 })).toBe(true);
		expect(mayHaveBeenDone({ kind: 'stopped' })).toBe(false);
	});
});

/** Attempts of a call whose turns come every ten seconds, until five minutes of throttling are over. */
const WAITED_OUT = 31;

describe('given an answer that surely did not come from the action', () => {
	const page = '<html><p>No</p></html>';
	const NO_VERDICT = { message: 'denied', requestId: 'r' };
	const OPEN_API = { code: 1010, msg: 'token invalid', success: false, t: 1_700_000_000_000 };

	it.each<[string, Sent, number]>([
		...[401, 403, 404, 405, 407].flatMap(
			(status): Array<[string, Sent, number]> => [
				[`a web page with ${status}`, answered(page, status), 1],
				[`nothing with ${status}`, answered('', status), 1],
				[`no verdict with ${status}`, answered(NO_VERDICT, status), 1],
				[`a code with ${status}`, answered({ Code: 'Forbidden', RequestId: 'r' }, status), 1],
			],
		),
		['a web page with 429', answered(page, 429), WAITED_OUT],
		['no verdict with 429', answered(NO_VERDICT, 429), WAITED_OUT],
		['the Tuya OpenAPI', answered(OPEN_API), 1],
		['a proxy with a web page and 502', { ...PLAIN_502, isInTheClear: true }, 3],
		['a proxy out of reach', { kind: 'network', reason: 'proxy', cause: '' }, 3],
		['throttling with 503', answered({ Code: 'Throttling.Api', RequestId: 'r' }, 503), WAITED_OUT],
	])('when it is %s, then nothing was done, also by a create', async (_what, sent, attempts) => {
		const { outcome } = await play([sent]);
		expect(outcome).toMatchObject({ ok: false, inDoubt: false, attempts });
		if (!outcome.ok) expect(mayHaveBeenDone(outcome.fault)).toBe(false);
	});

	it.each<[string, Sent, number]>([
		['no verdict', answered(NO_VERDICT), 3],
		['a request ID alone', answered({ requestId: 'r' }), 3],
		['two verdicts', answered({ success: true, code: 'iot.x', requestId: 'r' }), 3],
		['no verdict with 500', answered(NO_VERDICT, 500), 3],
		['a web page with 502', PLAIN_502, 3],
		['more than is read', { kind: 'unreadable', found: 'tooLarge', status: 200 }, 1],
		['one nested too deep', answered('['.repeat(5000)), 1],
	])('when it is %s, then it may have been done', async (_what, sent, attempts) => {
		const { outcome } = await play([sent]);
		expect(outcome).toMatchObject({ ok: false, attempts });
		if (!outcome.ok) expect(mayHaveBeenDone(outcome.fault)).toBe(true);
	});

	it('when a create got no verdict, then it is not sent again', async () => {
		const { outcome } = await play([answered({ requestId: 'r' })], {
			call: { action: 'CreateOTAModule', parameters: {} },
		});
		expect(outcome).toMatchObject({ ok: false, attempts: 1 });
	});
});

describe('given a workflow that is stopped', () => {
	const stopped = { ok: false, fault: { kind: 'stopped' } };

	it('when that was before the first attempt, then nothing is sent', async () => {
		const { outcome, sent } = await play([YES], { stopAfterSends: 0 });
		expect(outcome).toEqual({ ...stopped, attempts: 0, inDoubt: false });
		expect(sent).toEqual([]);
	});

	it('when that was in the pause, then no further attempt is made, and the doubt is told', async () => {
		const { outcome, sent } = await play([network('timeout')], { stopInSleep: 1 });
		expect(outcome).toEqual({ ...stopped, attempts: 1, inDoubt: true });
		expect(sent).toHaveLength(1);
	});

	it('when the sender was interrupted, then there is no further attempt', async () => {
		const { outcome, sent } = await play([{ kind: 'stopped' }, YES], { maxAttempts: 10 });
		expect(outcome).toEqual({ ...stopped, attempts: 1, inDoubt: false });
		expect(sent).toHaveLength(1);
	});

	it('when a yes came all the same, then the yes counts', async () => {
		const { outcome } = await play([YES], { stopAfterSends: 1 });
		expect(outcome).toMatchObject({ ok: true, attempts: 1 });
	});
});

describe('given answers in any order', () => {
	const sent = fc.oneof(
		fc
			.tuple(
				fc.constantFrom(
					'Throttling.User',
					'InvalidTimeStamp.Expired',
					'SignatureNonceUsed',
					'SignatureDoesNotMatch',
					'InternalError',
					'NobodyKnows',
				),
				fc.constantFrom(200, 400, 429, 500),
			)
			.map(([code, status]) => refused(code, status, { date: DATE, 'retry-after': '1' })),
		fc
			.tuple(fc.constantFrom('', '<html>', '{"', '[]', 'null'), fc.constantFrom(200, 302, 414, 503))
			.map(([body, status]) => answered(body, status)),
		fc
			.constantFrom<NetworkReason[]>('timeout', 'reset', 'certificate', 'refusedConnection')
			.map((reason) => network(reason)),
		fc.constant(YES),
	);

	it('when a call runs, then only throttling, a used nonce and a refused time come on top of the attempts', async () => {
		const script = fc.array(sent, { minLength: 1, maxLength: 12 });
		const maxAttempts = fc.integer({ min: 1, max: 8 });
		await fc.assert(
			fc.asyncProperty(script, maxAttempts, fc.boolean(), async (answers, most, canLearn) => {
				const played = await play(answers, { maxAttempts: most, canLearn });
				const throttled = played.paced.filter((pause) => pause !== undefined).length;

				expect(played.sent.length).toBeLessThanOrEqual(
					most + throttled + played.learned.length + 1,
				);
				expect(played.outcome.attempts).toBe(played.sent.length);
				expect(played.turns).toHaveLength(played.sent.length);
				expect(played.slept.length).toBeLessThan(most);
				expect(played.learned.length).toBeLessThanOrEqual(20);
			}),
			{ numRuns: 500 },
		);
	});
});
