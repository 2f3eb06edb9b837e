import fc from 'fast-check';
import { readEnvelope } from '../../../platform/client/envelope';
import type { RawAnswer } from '../../../platform/client/envelope';
import { isJsonObject, parseJson, readKey } from '../../../platform/json';
import { refusedFault } from '../../support/refusedFault';

function answered(body: string, status = 200): RawAnswer {
	return { kind: 'answered', status, body, headers: {} };
}

function read(body: unknown, status = 200) {
	return readEnvelope(answered(typeof body === 'string' ? body : JSON.stringify(body), status));
}

const ID = 'd2fce065-8238-4ee2-a793-0226f69b0542';
const YES = { code: '', requestId: ID, success: true };

describe('given an answer that says yes', () => {
	it.each([
		['lower camel case', YES],
		['Pascal case', { Code: '', RequestId: ID, Success: true }],
		['mixed case', { code: '', RequestID: ID, SUCCESS: true }],
		['the text "true"', { ...YES, success: 'true' }],
		['the text "True"', { ...YES, success: 'True' }],
		['no code', { requestId: ID, success: true }],
		['neither code nor request ID', { success: true }],
		['a payload', { ...YES, data: { moduleName: 'default' } }],
	])('when it is written in %s, then it is accepted as received', (_how, json) => {
		const requestId = 'requestId' in json || 'RequestId' in json || 'RequestID' in json ? ID : '';
		expect(read(json)).toEqual({ ok: true, value: { json, requestId } });
	});

	it.each([
		['no code', {}],
		...['', ' ', 0, '0', 200, '200', 'OK', 'ok', null].map(
			(code) => [`the code ${JSON.stringify(code)}`, { code }] as const,
		),
	] as const)('when success is true beside %s, then it is accepted', (_what, more) => {
		expect(read({ requestId: ID, success: true, ...more }).ok).toBe(true);
	});

	it.each([200, 201, 299])('when the HTTP status is %d, then it is accepted', (status) => {
		expect(read(YES, status).ok).toBe(true);
	});

	it.each([400, 403, 404, 500, 503])(
		'when the HTTP status is %d all the same, then it is refused',
		(status) => {
			expect(read(YES, status)).toMatchObject({ fault: { kind: 'refused', status } });
		},
	);

	it('when a byte order mark and blanks surround it, then these are passed over', () => {
		expect(read(`\uFEFF \r\n${JSON.stringify(YES)}\n`).ok).toBe(true);
	});

	it('when IDs are bare numbers beyond 2^53, then all their digits are kept', () => {
		expect(read('{"success":true,"requestId":1,"data":{"jobId":1836340779212660001}}')).toEqual({
			ok: true,
			value: {
				json: { success: true, requestId: 1, data: { jobId: '1836340779212660001' } },
				requestId: '1',
			},
		});
	});
});

describe('given an answer that says no', () => {
	const refused = { kind: 'refused', code: 'iot.x', platformMessage: 'no', requestId: ID };

	it.each([
		['lower camel case', { code: 'iot.x', errorMessage: 'no', requestId: ID, success: false }],
		['Pascal case', { Code: 'iot.x', ErrorMessage: 'no', RequestId: ID, Success: false }],
		['a text as success', { code: 'iot.x', errorMessage: 'no', requestId: ID, success: 'false' }],
		['no success', { code: 'iot.x', errorMessage: 'no', requestId: ID }],
		['null as success', { code: 'iot.x', errorMessage: 'no', requestId: ID, success: null }],
		['1 as success', { code: 'iot.x', errorMessage: 'no', requestId: ID, success: 1 }],
	])('when it has %s, then code, text and request ID are read, and all is kept', (_how, json) => {
		expect(read(json)).toEqual({ ok: false, fault: { ...refused, status: 200, json } });
	});

	it('when it has the gateway’s own shape, then that is read as well', () => {
		const json = { RequestId: ID, HostId: 'iot.example.com', Code: 'iot.x', Message: 'no' };
		expect(read(json, 400)).toEqual({ ok: false, fault: { ...refused, status: 400, json } });
	});

	it.each(['iot.device.NotExistedDevice', 'IOT.DEVICE.NOTEXISTEDDEVICE', 'NobodyKnows'])(
		'when its code is %s, then the fault carries what that says',
		(code) => {
			const json = { code, requestId: ID, success: false };
			const fault = refusedFault(code, { requestId: ID, json });
			expect(read(json)).toEqual({ ok: false, fault });
		},
	);

	it('when it gives two texts, then the action’s goes before the gateway’s', () => {
		const json = { code: 'iot.x', errorMessage: 'no', message: 'other', requestId: ID };
		expect(read(json)).toMatchObject({ fault: { platformMessage: 'no' } });
	});

	it('when it gives neither code nor text, then these are empty', () => {
		expect(read({ success: false })).toEqual({
			ok: false,
			fault: {
				kind: 'refused',
				code: '',
				meaning: undefined,
				platformMessage: '',
				requestId: '',
				status: 200,
				json: { success: false },
			},
		});
	});
});

describe('given an envelope that says neither yes nor no', () => {
	const CODES = [null, false, true, [], {}, '', 0, '0', 200, 'OK'];

	it.each<[string, object]>([
		['a request ID alone', { requestId: ID }],
		['a request ID in Pascal case', { RequestId: ID }],
		['another text', { requestId: ID, error: 'denied' }],
		['a message', { message: 'denied', requestId: ID }],
		['an error message', { errorMessage: 'denied', requestId: ID }],
		['data', { requestId: ID, data: { jobId: '1' } }],
		...CODES.map((code): [string, object] => [
			`the code ${JSON.stringify(code)}`,
			{ requestId: ID, code },
		]),
		...[null, 1, 0, 'yes', '', 'OK', [], {}].map((success): [string, object] => [
			`success ${JSON.stringify(success)}`,
			{ requestId: ID, success },
		]),
		...['iot.x', 1010, '1', false, true, [], {}].map((code): [string, object] => [
			`success true beside ${JSON.stringify(code)}`,
			{ requestId: ID, success: true, code },
		]),
		['two verdicts', { success: true, Success: false, requestId: ID }],
		['one and a half', { success: true, SUCCESS: null, requestId: ID }],
	])('when it has %s, then it is no verdict, and never a yes', (_how, json) => {
		const fault = { kind: 'unreadable', found: 'noVerdict', seen: expect.any(String) };
		for (const status of [200, 403, 500]) {
			expect(read(json, status)).toEqual({ ok: false, fault: { ...fault, status } });
		}
	});

	it('when it is told, then by its outermost keys, cut short, and without what stands deeper', () => {
		const json = {
			requestId: ID,
			error: 'x'.repeat(200),
			data: { DeviceSecret: 's3cret' },
			list: [1],
			none: [],
		};
		expect(read(json)).toMatchObject({
			fault: {
				seen: `{ requestId: "${ID}", error: "${'x'.repeat(80)}…", data: {…}, list: […], none: [] }`,
			},
		});
	});
});

describe('given an answer of the Tuya OpenAPI', () => {
	const T = 1_700_000_000_000;

	it.each([
		['an unknown token', { code: 1010, msg: 'token invalid', success: false, t: T }],
		['its newer shape', { code: 1004, msg: 'sign invalid', success: false, t: T, tid: 'a1' }],
		['a no without a text', { code: 28841105, msg: '', success: false, t: T }],
		['a yes', { result: true, success: true, t: T, tid: 'a1' }],
		['a list', { result: [], success: true, t: T }],
	])('when it is %s, then it is told as such, whatever its status', (_what, json) => {
		for (const status of [200, 401, 500]) {
			expect(read(json, status)).toMatchObject({ fault: { found: 'openApi', status } });
		}
	});

	it.each([
		{ code: 'iot.x', msg: 'no', success: false, requestId: ID, t: T },
		{ code: 'iot.x', errorMessage: 'no', success: false },
	])('when it is %j, which that one never sends, then it is a refusal', (json) => {
		expect(read(json)).toMatchObject({ fault: { kind: 'refused', code: 'iot.x' } });
	});
});

describe('given the answer of a proxy', () => {
	it.each<[string, Partial<RawAnswer>]>([
		['asks who is there', { status: 407 }],
		['does so with another status', { status: 401, headers: { 'proxy-authenticate': 'Basic' } }],
		['denies', { status: 403, headers: { 'x-squid-error': 'ERR_ACCESS_DENIED 0' } }],
		['had no connection', { status: 503, headers: { 'x-squid-error': 'ERR_CONNECT_FAIL 111' } }],
		['writes in the clear', { status: 502, isInTheClear: true }],
	])('when it %s, then it is told as such', (_what, more) => {
		const answer: RawAnswer = { ...answered('<html><p>No</p></html>'), ...more };
		const { status } = answer;
		expect(readEnvelope(answer)).toEqual({
			ok: false,
			fault: { kind: 'unreadable', found: 'proxy', status },
		});
	});

	it('when it had passed the request on, then that stays open', () => {
		const headers = { 'x-squid-error': 'ERR_READ_TIMEOUT 0' };
		expect(readEnvelope({ ...answered('<html>', 504), headers })).toMatchObject({
			fault: { found: 'html' },
		});
	});
});

describe('given an answer that is nested deep', () => {
	const nested = (levels: number) =>
		`{"success":true,"requestId":"${ID}","data":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

	it.each([
		[100, true],
		[101, false],
		[5_000, false],
		[1_000_000, false],
	])('when it has %d levels, then whether it is read is %s', (levels, isRead) => {
		const judged = read(nested(levels));
		expect(judged.ok).toBe(isRead);
		if (!judged.ok) expect(judged.fault).toMatchObject({ found: 'tooDeep' });
	});

	it('when brackets stand in its texts, then these do not count', () => {
		const text = `\\"${'[{'.repeat(500)}\\`;
		expect(read({ ...YES, data: { text } }).ok).toBe(true);
	});

	it('when objects are nested, then they count as well', () => {
		expect(read(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)).toMatchObject({
			fault: { found: 'tooDeep' },
		});
	});
});

describe('given something else than an answer of this API', () => {
	it.each([
		['empty', ''],
		['empty', ' \r\n\t'],
		['empty', '\uFEFF'],
		['html', '<!DOCTYPE html><p>Sign in</p>'],
		['html', '<!doctype\n HTML>'],
		['html', '<html lang="en"></html>'],
		['html', '  <head><title>Sign in</title></head>'],
		['html', '\uFEFF<body>'],
		['xml', '<?xml version="1.0"?><Error><Code>x</Code></Error>'],
		[
			'xml',
			'<CancelOTATaskByDeviceResponse><Success>true</Success></CancelOTATaskByDeviceResponse>',
		],
		['xml', '<htmlish/>'],
		['cut', '{"code":"","requestId":"d2fc'],
		['cut', '{'],
		['cut', '[{"success":true}'],
		['cut', '{"success":true} and more'],
		['other', 'OK'],
		['other', '42'],
		['other', '"success"'],
		['other', 'null'],
		['other', 'true'],
		['other', '[]'],
		['other', '[{"success":true}]'],
		['other', '{}'],
		['other', '{"data":{"success":true}}'],
		['other', '{"code":"","requestId":""}'],
		['other', '{"t":1700000000000,"result":[]}'],
	])('when it is %s (%j), then it is told as such, with its status', (found, body) => {
		expect(read(body)).toEqual({ ok: false, fault: { kind: 'unreadable', found, status: 200 } });
		expect(read(body, 503)).toMatchObject({ fault: { found, status: 503 } });
	});

	it.each([300, 301, 302, 307, 308, 399])(
		'when the HTTP status is %d, then it is a redirect, whatever its body says',
		(status) => {
			const fault = { kind: 'unreadable', found: 'redirect', status };
			expect(read('', status)).toEqual({ ok: false, fault });
			expect(read(YES, status)).toEqual({ ok: false, fault });
		},
	);
});

describe('given whatever text comes in', () => {
	const json = fc.record(
		{
			success: fc.oneof(fc.boolean(), fc.jsonValue()),
			Success: fc.constantFrom<unknown>(true, 'true', 'TRUE', false, null, 1),
			code: fc.constantFrom<unknown>('', 'iot.x', 0, null),
			requestId: fc.constantFrom<unknown>('', ID, 7, null),
			data: fc.jsonValue(),
		},
		{ requiredKeys: [], noNullPrototype: true },
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		json.map((value) => JSON.stringify(value)),
		fc.constantFrom('<html', '{"', '\uFEFF{}', '[[[[', '"', '<'),
	);
	const status = fc.oneof(
		fc.constantFrom(200, 200, 302, 400, 503),
		fc.integer({ min: 100, max: 599 }),
	);

	it('when it is judged, then that never throws, and only a plain yes with a 2xx status is accepted', () => {
		fc.assert(
			fc.property(text, status, (body, code) => {
				const judged = readEnvelope(answered(body, code));
				if (!judged.ok) return;
				expect(code >= 200 && code < 300).toBe(true);
				expect(saysYes(body)).toBe(true);
			}),
			{ numRuns: 5000 },
		);
	});

	it('when a yes is cut anywhere, then it is never accepted', () => {
		const whole = JSON.stringify({
			...YES,
			data: { name: 'a"b\\}', jobId: '1836340779212660001' },
		});
		for (let length = 0; length < whole.length; length++) {
			const judged = read(whole.slice(0, length));
			expect(judged).toMatchObject({ fault: { found: length === 0 ? 'empty' : 'cut' } });
		}
	});
});

function saysYes(body: string): boolean {
	const value = parseJson(body.replace(/^\uFEFF/, ''));
	if (!isJsonObject(value)) return false;
	const success = readKey(value, 'success');
	return String(success).trim().toLowerCase() === 'true';
}
