import { UserError } from 'n8n-workflow';
import { signN8nRequest } from '../../credentials/signN8nRequest';
import type { N8nRequest } from '../../credentials/signN8nRequest';
import { newStamp } from '../../platform';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
} from '../emulator/emulator';
import type { Emulator } from '../emulator/emulator';
import { connectionTo } from '../support/connections';
import { sendN8nRequest } from '../support/sendN8nRequest';

const LIST = { Action: 'ListOTAFirmware', CurrentPage: 1, PageSize: 1 };
const SENT_LIST = { Action: 'ListOTAFirmware', CurrentPage: '1', PageSize: '1' };
const LIST_QUERY = 'Action=ListOTAFirmware&CurrentPage=1&PageSize=1';
const ACCEPTED = { status: 200, json: expect.objectContaining({ code: '', success: true }) };

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});

afterAll(() => emulator.stop());

function sign(request: N8nRequest, changes: Parameters<typeof connectionTo>[1] = {}): N8nRequest {
	return signN8nRequest(request, connectionTo(emulator.url, changes), newStamp(Date.now()));
}

/** Requests that mean the same, each in a shape that n8n uses; `here` is the emulator's URL. */
const SHAPES: ReadonlyArray<[string, (here: string) => N8nRequest]> = [
	['url and qs', (here) => ({ url: `${here}/`, method: 'GET', qs: LIST })],
	['url without a method', (here) => ({ url: here, qs: LIST })],
	['baseURL, url and qs', (here) => ({ baseURL: here, url: '/', method: 'GET', qs: LIST })],
	['baseURL and an empty url', (here) => ({ baseURL: here, url: '', qs: LIST })],
	['a path as url', () => ({ url: '/', qs: LIST })],
	['url with a query in it', (here) => ({ url: `${here}/?${LIST_QUERY}` })],
	[
		'url with one half in a query, the other in qs',
		(here) => ({
			url: `${here}/?Action=ListOTAFirmware&PageSize=9`,
			qs: { CurrentPage: 1, PageSize: 1 },
		}),
	],
	['uri and qs', (here) => ({ uri: `${here}/`, url: '', method: 'GET', qs: LIST })],
	['uri with a query in it', (here) => ({ uri: `${here}/?${LIST_QUERY}`, url: '' })],
	['uri as a URL object', (here) => ({ uri: new URL(`${here}/?${LIST_QUERY}`), url: '' })],
	[
		'qs that holds nothing for some',
		(here) => ({ url: here, qs: { ...LIST, ProductKey: undefined, DestVersion: null } }),
	],
	['POST with qs', (here) => ({ url: here, method: 'POST', qs: LIST })],
	['POST with a body object', (here) => ({ url: here, method: 'POST', body: LIST })],
	[
		'POST with a body object and json',
		(here) => ({ url: here, method: 'POST', body: LIST, json: true }),
	],
	['POST with a body text', (here) => ({ url: here, method: 'POST', body: LIST_QUERY })],
	[
		'POST with URLSearchParams',
		(here) => ({ url: here, method: 'POST', body: new URLSearchParams(LIST_QUERY) }),
	],
	[
		'POST with an empty body',
		(here) => ({ url: `${here}/?${LIST_QUERY}`, method: 'POST', body: '' }),
	],
	['POST with uri and form', (here) => ({ uri: `${here}/`, url: '', method: 'POST', form: LIST })],
	['POST with uri and body', (here) => ({ uri: `${here}/`, url: '', method: 'POST', body: LIST })],
	[
		'POST in parts all over',
		(here) => ({
			uri: `${here}/?Action=ListOTAFirmware`,
			url: '',
			method: 'POST',
			qs: { CurrentPage: 1 },
			form: { PageSize: 1 },
		}),
	],
];

describe('given a request of n8n', () => {
	it.each(SHAPES)('when it has %s, then the platform takes it', async (_shape, make) => {
		const signed = sign(make(emulator.url));

		expect(await sendN8nRequest(signed)).toEqual(ACCEPTED);
		expect(emulator.log.at(-1)?.parameters).toMatchObject(SENT_LIST);
		expect(signed.qs ?? signed.baseURL ?? signed.form).toBeUndefined();
	});

	it.each(SHAPES)(
		'when it has %s and is signed again and again, then the platform takes each one',
		async (_shape, make) => {
			const first = sign(make(emulator.url));
			const second = sign(first);
			const third = sign(second);

			for (const signed of [first, second, third]) {
				expect(await sendN8nRequest(signed)).toEqual(ACCEPTED);
			}
			const nonces = emulator.log.slice(-3).map(({ parameters }) => parameters.SignatureNonce);
			expect(new Set(nonces).size).toBe(3);
			expect(Object.keys(third).sort()).toEqual(Object.keys(first).sort());
		},
	);

	it.each(SHAPES)('when it has %s, then it is left as it was', (_shape, make) => {
		const request = make(emulator.url);
		const { qs, body, form, headers } = request;
		for (const part of [qs, form, headers, request]) if (part) Object.freeze(part);
		if (typeof body === 'object') Object.freeze(body);

		sign(request);
		expect(request).toEqual(make(emulator.url));
	});

	it.each(SHAPES)(
		'when it has %s, then the secret is nowhere in the signed one',
		(_shape, make) => {
			const spelled = JSON.stringify(sign(make(emulator.url), { anyCertificate: true }));
			expect(spelled).toContain(EMULATOR_ACCESS_KEY_ID);
			expect(spelled).not.toContain(EMULATOR_ACCESS_KEY_SECRET);
		},
	);

	it('when it has lists, objects and booleans, then they are written as the platform reads them', async () => {
		const qs = {
			...LIST,
			DeviceName: ['a b', 'ü+', 7, null],
			Filter: { a: [1] },
			Flag: true,
			Empty: [],
		};
		expect(await sendN8nRequest(sign({ url: emulator.url, qs }))).toEqual(ACCEPTED);

		const { parameters } = emulator.log.at(-1) ?? {};
		expect(parameters).toMatchObject({
			...SENT_LIST,
			'DeviceName.1': 'a b',
			'DeviceName.2': 'ü+',
			'DeviceName.3': '7',
			Filter: '{"a":[1]}',
			Flag: 'true',
		});
		expect(parameters).not.toHaveProperty('Empty');
		expect(parameters).not.toHaveProperty(['DeviceName.4']);
	});

	it('when it has other settings, then they are kept', () => {
		const kept = { timeout: 5000, returnFullResponse: true, disableFollowRedirect: true };
		expect(sign({ url: emulator.url, qs: LIST, ...kept, headers: { 'X-Own': '1' } })).toMatchObject(
			{
				...kept,
				headers: { 'X-Own': '1' },
			},
		);
	});

	it('when a POST names another content type, then that gives way to the one of a form', () => {
		const headers = { 'content-type': 'application/json', 'X-Own': '1' };
		expect(sign({ url: emulator.url, method: 'POST', body: LIST, headers }).headers).toEqual({
			'X-Own': '1',
			'Content-Type': 'application/x-www-form-urlencoded',
		});
	});

	it('when the caller gives what signs a request, then the platform still takes it', async () => {
		const qs = { ...LIST, AccessKeyId: 'x', Signature: 'x', SignatureNonce: 'x', Timestamp: 'x' };
		expect(await sendN8nRequest(sign({ url: emulator.url, qs }))).toEqual(ACCEPTED);
	});
});

describe('given a request that this API cannot take', () => {
	const thrownBy = (request: N8nRequest): unknown => {
		try {
			return sign(request);
		} catch (error) {
			return error;
		}
	};
	const UNUSABLE_BODY =
		'This API takes its parameters in the query or as form fields. Set the body content type to "Form Urlencoded", or send no body.';

	it.each<[string, N8nRequest]>([
		['url', { url: 'https://elsewhere.example.com/', qs: LIST }],
		['uri', { uri: 'https://elsewhere.example.com/', url: '', qs: LIST }],
		['baseURL', { baseURL: 'https://elsewhere.example.com', url: '/', qs: LIST }],
		['url beside a baseURL of the instance', { url: '//elsewhere.example.com/', qs: LIST }],
	])(
		'when its %s leads to another host, then it is refused and nothing is signed',
		(_by, request) => {
			const error = thrownBy(request);
			expect(error).toBeInstanceOf(UserError);
			expect(error).toMatchObject({
				message: expect.stringMatching(
					/^The URL leads to https?:\/\/elsewhere\.example\.com\/, but this credential is for http:\/\/127\.0\.0\.1:\d+\/\. Use that as the URL, or choose another credential\.$/,
				),
			});
		},
	);

	it.each<[string, N8nRequest, string]>([
		['an address that is no URL', { url: 'http://' }, '"http://" is not a URL.'],
		[
			'a base address that is no URL',
			{ url: '/', baseURL: 'iot.example.com' },
			'"/" is not a URL.',
		],
		[
			'a host without a scheme',
			{ url: 'iot.example.com:8686/' },
			'The URL leads to iot.example.com:8686/,',
		],
		['a path', { url: '/api' }, 'The URL leads to http://127.0.0.1:'],
		[
			'broken JSON as body',
			{ url: '/', method: 'POST', body: '{"Action":' },
			'The body starts like JSON',
		],
	])('when it has %s, then the user reads what to enter', (_, request, sentence) => {
		expect(thrownBy(request)).toMatchObject({ message: expect.stringContaining(sentence) });
	});

	it('when it leads to another port of the host, then it is refused', () => {
		const error = thrownBy({ url: 'http://127.0.0.1:1/', qs: LIST });
		expect(error).toMatchObject({
			message: expect.stringContaining('The URL leads to http://127.0.0.1:1/,'),
		});
	});

	it.each(['PUT', 'DELETE', 'PATCH', 'HEAD'] as const)(
		'when its method is %s, then it is refused',
		(method) => {
			const error = thrownBy({ url: emulator.url, method, qs: LIST });
			expect(error).toBeInstanceOf(UserError);
			expect(error).toMatchObject({
				message: `This API does not take ${method} requests. Choose the method GET or POST.`,
			});
		},
	);

	it.each<[string, Partial<N8nRequest>]>([
		['multipart form data', { body: new FormData() }],
		['multipart form data of the older shape', { formData: { a: 'b' } }],
		['binary data', { body: Buffer.from('a=b') }],
		['a list as body', { body: [LIST] }],
	])('when it has %s, then it is refused', (_what, body) => {
		const error = thrownBy({ url: emulator.url, method: 'POST', ...body });
		expect(error).toBeInstanceOf(UserError);
		expect(error).toMatchObject({ message: UNUSABLE_BODY });
	});
});

describe('given an instance whose certificate is not checked', () => {
	it('when the request has url, then the flag of that shape is set', () => {
		const signed = sign({ url: emulator.url, qs: LIST }, { anyCertificate: true });
		expect(signed.skipSslCertificateValidation).toBe(true);
		expect(signed).not.toHaveProperty('rejectUnauthorized');
	});

	it('when the request has uri, then the flag of that shape is set', () => {
		const signed = sign({ uri: emulator.url, url: '', qs: LIST }, { anyCertificate: true });
		expect(signed.rejectUnauthorized).toBe(false);
		expect(signed).not.toHaveProperty('skipSslCertificateValidation');
	});

	it.each<N8nRequest>([{ url: '/' }, { uri: '/', url: '' }])(
		'when it is checked after all (%j), then no flag is set',
		(request) => {
			const signed = sign({ ...request, qs: LIST });
			expect(signed).not.toHaveProperty('rejectUnauthorized');
			expect(signed).not.toHaveProperty('skipSslCertificateValidation');
		},
	);
});

describe('given a request of a node that tries other common parameters', () => {
	it('when it asks for the minimal set, then neither Version nor Format leaves, and the platform takes it', async () => {
		const request = { url: emulator.url, qs: LIST, dialect: { kind: 'minimal' } } as const;
		const signed = sign(request);
		expect(await sendN8nRequest(signed)).toEqual(ACCEPTED);
		expect(emulator.log.at(-1)?.parameters).not.toHaveProperty('Version');
		expect(emulator.log.at(-1)?.parameters).not.toHaveProperty('Format');
		expect(signed).not.toHaveProperty('dialect');
	});

	it('when it asks for another version, then that one leaves', async () => {
		const dialect = { kind: 'full', version: '2022-01-01' } as const;
		expect(await sendN8nRequest(sign({ url: emulator.url, qs: LIST, dialect }))).toEqual(ACCEPTED);
		expect(emulator.log.at(-1)?.parameters.Version).toBe('2022-01-01');
	});
});
