import type { Emulator } from '../emulator';
import { always, first, onRequest, sequence, share, type Fault, type FaultPlan } from './faults';
import { DEMO } from '../fleet/fleets';
import { commonParameters, send, signedQuery, withEmulator, type RawAnswer } from '../testing';

const CANCEL = {
	Action: 'CancelOTATaskByDevice',
	ProductKey: DEMO.productKey,
	FirmwareId: DEMO.firmwareId,
	'DeviceName.1': 'testDevice1',
};

function cancel(emulator: Emulator, signal?: AbortSignal): Promise<RawAnswer> {
	const query = signedQuery({ ...commonParameters(), ...CANCEL });
	return send(emulator, `/?${query}`, signal === undefined ? {} : { signal });
}

/** Sends one cancel under a fault and looks at what became of it. */
async function answerTo(fault: Fault, done = false): Promise<RawAnswer> {
	let answer: RawAnswer = { status: 0, headers: {}, body: '' };
	await withEmulator({ faults: always(fault) }, async (emulator) => {
		answer = await cancel(emulator);
		expect(emulator.log).toMatchObject([{ outcome: 'fault', status: answer.status }]);
		expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe(done ? 'CANCELED' : 'QUEUED');
	});
	return answer;
}

describe('given a fault that is an answer of the platform', () => {
	it('when it throttles, then HTTP 400, Throttling.User and the pause are answered', async () => {
		const answer = await answerTo({ kind: 'throttle', retryAfter: 3 });
		expect(answer).toMatchObject({ status: 400, headers: { 'retry-after': '3' } });
		expect(JSON.parse(answer.body)).toMatchObject({ Code: 'Throttling.User' });
	});

	it.each([
		[500, 'InternalError'],
		[503, 'ServiceUnavailable'],
	])(
		'when it is status %d without a code, then the usual code is answered',
		async (status, code) => {
			const answer = await answerTo({ kind: 'status', status });
			expect(answer.status).toBe(status);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: code });
		},
	);

	it('when it is a status with a code and a pause, then both are answered', async () => {
		const answer = await answerTo({ kind: 'status', status: 429, code: 'X', retryAfter: 1 });
		expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
		expect(JSON.parse(answer.body)).toMatchObject({ Code: 'X' });
	});

	it('when it is a status with a body, then that body is answered as it is', async () => {
		const answer = await answerTo({ kind: 'status', status: 502, body: 'bad gateway' });
		expect(answer).toMatchObject({ status: 502, body: 'bad gateway' });
	});

	it('when it is another status, then a web page is answered', async () => {
		const answer = await answerTo({ kind: 'status', status: 504 });
		expect(answer.body).toContain('<h1>504 Gateway Timeout</h1>');
	});

	it('when it is a code, then the envelope with success false is answered', async () => {
		const code = 'iot.system.SystemException';
		const answer = await answerTo({ kind: 'code', code, message: 'busy' });
		expect(answer.status).toBe(200);
		const expected = { code, errorMessage: 'busy', success: false };
		expect(JSON.parse(answer.body)).toMatchObject(expected);
	});

	it('when it is a code in gateway shape, then HTTP 400 and that shape are answered', async () => {
		const answer = await answerTo({ kind: 'code', code: 'Forbidden', shape: 'gateway' });
		expect(answer.status).toBe(400);
		expect(JSON.parse(answer.body)).toMatchObject({ Code: 'Forbidden' });
	});

	it.each<Fault>([{ kind: 'throttle' }, { kind: 'code', code: 'X' }])(
		'when it is $kind but the gate refuses the request, then the refusal is answered',
		(fault) =>
			withEmulator({ faults: always(fault), accessKeySecret: 'other' }, async (emulator) => {
				await cancel(emulator);
				expect(emulator.log).toMatchObject([{ code: 'SignatureDoesNotMatch', outcome: 'refused' }]);
			}),
	);
});

describe('given a fault that is no answer of the platform', () => {
	it('when it is html, then a web page is answered', async () => {
		const answer = await answerTo({ kind: 'html' });
		expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } });
		expect(answer.body).toMatch(/^<html>/);
		expect((await answerTo({ kind: 'html', status: 502 })).status).toBe(502);
	});

	it('when it is xml, then the XML form of an error is answered', async () => {
		const answer = await answerTo({ kind: 'xml', code: 'Forbidden', status: 403 });
		expect(answer.status).toBe(403);
		expect(answer.body).toMatch(/^<\?xml .*<Error>.*<Code>Forbidden<\/Code>/);
	});

	it('when it is empty, then HTTP 200 without a body is answered', async () => {
		expect(await answerTo({ kind: 'empty' })).toMatchObject({ status: 200, body: '' });
	});

	it('when it is a redirect, then the location is answered', async () => {
		const location = 'https://elsewhere.example/';
		const answer = await answerTo({ kind: 'redirect', location });
		expect(answer).toMatchObject({ status: 302, headers: { location } });
	});

	it('when it is a cut, then half of the JSON is answered', async () => {
		const { status, body } = await answerTo({ kind: 'cut' });
		expect(status).toBe(200);
		expect(body).toMatch(/^{"code":"","requestId":/);
		expect(() => JSON.parse(body)).toThrow();
	});

	it('when it is a cut that closes, then the socket is closed within the body', () =>
		withEmulator({ faults: always({ kind: 'cut', closes: true }) }, async (emulator) => {
			await expect(cancel(emulator)).rejects.toMatchObject({ code: 'ECONNRESET' });
		}));

	it('when it is a reset, then the socket is closed before any answer', () =>
		withEmulator({ faults: always({ kind: 'reset' }) }, async (emulator) => {
			await expect(cancel(emulator)).rejects.toMatchObject({ code: 'ECONNRESET' });
			expect(emulator.log).toMatchObject([{ outcome: 'fault', code: 'reset', status: 0 }]);
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('QUEUED');
		}));

	it('when it hangs, then there is no answer until the client gives up', () =>
		withEmulator({ faults: always({ kind: 'hang' }) }, async (emulator) => {
			await expect(cancel(emulator, AbortSignal.timeout(500))).rejects.toThrow('aborted');
			expect(emulator.log).toMatchObject([{ outcome: 'fault', code: 'hang', status: 0 }]);
		}));

	it('when it is slow, then the true answer comes late', () =>
		withEmulator({ faults: always({ kind: 'slow', ms: 15 }) }, async (emulator) => {
			const start = performance.now();
			const answer = await cancel(emulator);
			expect(performance.now() - start).toBeGreaterThan(13);
			expect(JSON.parse(answer.body)).toMatchObject({ success: true });
			expect(emulator.log).toMatchObject([{ outcome: 'answered', code: '' }]);
		}));
});

describe('given a fault after the action was carried out', () => {
	it.each<Fault>([
		{ kind: 'html', after: 'done' },
		{ kind: 'status', status: 500, after: 'done' },
		{ kind: 'cut', after: 'done' },
	])('when it is $kind, then the task is cancelled although the answer is lost', async (fault) => {
		await answerTo(fault, true);
	});

	it.each<Fault>([
		{ kind: 'reset', after: 'done' },
		{ kind: 'hang', after: 'done' },
	])('when it is $kind, then the task is cancelled although no answer comes', (fault) =>
		withEmulator({ faults: always(fault) }, async (emulator) => {
			await expect(cancel(emulator, AbortSignal.timeout(500))).rejects.toThrow();
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('CANCELED');
		}),
	);
});

describe('given a plan', () => {
	const fault: Fault = { kind: 'empty' };

	/** Whether the planned requests 1 to n fail. */
	function hits(plan: FaultPlan, n: number): boolean[] {
		return Array.from({ length: n }, (_, place) => {
			return plan({ index: place + 1, action: undefined, parameters: {} }) !== undefined;
		});
	}

	it('when it names one request, some first ones, all or a sequence, then those fail', () => {
		expect(hits(onRequest(2, fault), 4)).toEqual([false, true, false, false]);
		expect(hits(first(2, fault), 4)).toEqual([true, true, false, false]);
		expect(hits(always(fault), 4)).toEqual([true, true, true, true]);
		const inTurn = sequence([fault, undefined, fault]);
		expect(hits(inTurn, 4)).toEqual([true, false, true, false]);
	});

	it('when it is a share, then about that share fails, and the same seed fails the same', () => {
		const run = hits(share(0.3, [fault], 7), 1000);
		const failed = run.filter((hit) => hit).length;
		expect(failed).toBeGreaterThan(250);
		expect(failed).toBeLessThan(350);
		expect(hits(share(0.3, [fault], 7), 1000)).toEqual(run);
		expect(hits(share(0.3, [fault], 8), 1000)).not.toEqual(run);
	});

	it('when it is replaced, then the new one counts from 1; without one nothing fails', () =>
		withEmulator({ faults: onRequest(1, fault) }, async (emulator) => {
			await cancel(emulator);
			emulator.setFaults(onRequest(1, fault));
			await cancel(emulator);
			emulator.setFaults(undefined);
			await cancel(emulator);
			expect(emulator.log.map(({ outcome }) => outcome)).toEqual(['fault', 'fault', 'answered']);
		}));

	it('when it looks at action and parameters, then it is given them', () => {
		const plan: FaultPlan = ({ action, parameters }) =>
			action === CANCEL.Action && parameters['DeviceName.1'] === 'testDevice1' ? fault : undefined;
		return withEmulator({ faults: plan }, async (emulator) => {
			expect((await cancel(emulator)).body).toBe('');
		});
	});
});
