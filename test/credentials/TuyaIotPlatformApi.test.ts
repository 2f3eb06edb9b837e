import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { N8nRequest } from '../../credentials/signN8nRequest';
import { TuyaIotPlatformApi } from '../../credentials/TuyaIotPlatformApi.credentials';
import { platformClocks } from '../../platform';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
} from '../emulator/emulator';
import type { Emulator } from '../emulator/emulator';
import { withEmulator } from '../emulator/testing';
import { sendN8nRequest } from '../support/sendN8nRequest';

const LIST = { Action: 'ListOTAFirmware', CurrentPage: 1, PageSize: 1 };
const ACCEPTED = { status: 200, json: expect.objectContaining({ code: '', success: true }) };

const api = new TuyaIotPlatformApi();
let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});

afterAll(() => emulator.stop());

/** A credential as n8n stores it when only the required fields were filled in. */
function stored(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	const defaults = api.properties.map(({ name, default: value }) => [name, value]);
	return {
		...Object.fromEntries(defaults),
		endpoint: emulator.url,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
		...changes,
	};
}

/** A list request of each n8n shape. */
const SHAPES: ReadonlyArray<[string, (here: string) => N8nRequest]> = [
	['url', (here) => ({ url: here, method: 'GET', qs: LIST })],
	['uri', (here) => ({ uri: here, url: '', method: 'GET', qs: LIST })],
	['uri and form', (here) => ({ uri: here, url: '', method: 'POST', form: LIST })],
	['url and body', (here) => ({ url: here, method: 'POST', body: LIST })],
];

describe('given a stored credential', () => {
	it.each(SHAPES)(
		'when n8n sends a request by %s, then the platform takes it',
		async (_by, make) => {
			const signed = await api.authenticate(stored(), make(emulator.url));

			expect(await sendN8nRequest(signed)).toEqual(ACCEPTED);
			expect(emulator.log.at(-1)?.parameters).toMatchObject({
				Format: 'JSON',
				Version: '2018-01-20',
				SignatureVersion: '1.0',
			});
		},
	);

	it.each(SHAPES)(
		'when n8n signs the same request by %s again and again, then the platform takes each one',
		async (_by, make) => {
			let signed: N8nRequest = make(emulator.url);
			for (let time = 1; time <= 3; time++) {
				signed = await api.authenticate(stored(), signed);
				expect(await sendN8nRequest(signed)).toEqual(ACCEPTED);
			}
		},
	);

	it('when blanks surround its fields, then the platform still takes the request', async () => {
		const credential = stored({
			endpoint: ` ${emulator.url}/ `,
			accessKeyId: `\t${EMULATOR_ACCESS_KEY_ID}\n`,
			accessKeySecret: ` ${EMULATOR_ACCESS_KEY_SECRET} `,
		});
		expect(
			await sendN8nRequest(await api.authenticate(credential, { url: '/', qs: LIST })),
		).toEqual(ACCEPTED);
	});

	it('when its common parameters are minimal, then the platform takes the request without the rest', async () => {
		const credential = stored({ commonParameters: 'minimal' });
		expect(
			await sendN8nRequest(await api.authenticate(credential, { url: '/', qs: LIST })),
		).toEqual(ACCEPTED);
		expect(Object.keys(emulator.log.at(-1)?.parameters ?? {}).sort()).toEqual([
			'AccessKeyId',
			'Action',
			'CurrentPage',
			'PageSize',
			'Signature',
			'SignatureMethod',
			'SignatureNonce',
			'Timestamp',
		]);
	});

	it('when the instance’s clock was learned, then requests carry the time there', () =>
		withEmulator({ clockOffset: 3_600_000 }, async (ahead) => {
			const credential = stored({ endpoint: ahead.url });
			const send = async () =>
				await sendN8nRequest(await api.authenticate(credential, { url: ahead.url, qs: LIST }));

			expect(await send()).toMatchObject({
				status: 400,
				json: { Code: 'InvalidTimeStamp.Expired' },
			});
			const there = new Date(Date.now() + 3_600_000).toUTCString();
			expect(platformClocks.learn(ahead.url, there)).toBe(true);
			expect(await send()).toEqual(ACCEPTED);
		}));

	it.each(SHAPES)(
		'when a request by %s is signed, then the secret is not in it',
		async (_by, make) => {
			const signed = await api.authenticate(stored(), make(emulator.url));
			expect(JSON.stringify(signed)).toContain(EMULATOR_ACCESS_KEY_ID);
			expect(JSON.stringify(signed)).not.toContain(EMULATOR_ACCESS_KEY_SECRET);
		},
	);

	it('when SSL issues are ignored, then each shape says so in its own way', async () => {
		const credential = stored({ ignoreSslIssues: true });
		expect(await api.authenticate(credential, { url: '/', qs: LIST })).toMatchObject({
			skipSslCertificateValidation: true,
		});
		expect(await api.authenticate(credential, { uri: '/', url: '', qs: LIST })).toMatchObject({
			rejectUnauthorized: false,
		});
	});

	it('when the request is signed, then the given one is left as it was', async () => {
		const request = Object.freeze({ url: emulator.url, qs: Object.freeze({ ...LIST }) });
		await api.authenticate(stored(), request);
		expect(request).toEqual({ url: emulator.url, qs: LIST });
	});
});

describe('given a credential that cannot be used', () => {
	it.each([
		[{ endpoint: '' }, 'Endpoint is empty. Enter host and port only,'],
		[
			{ endpoint: 'http://iot.example.com' },
			'Endpoint uses http, which is not encrypted. Write https:// instead',
		],
		[{ endpoint: 'two words' }, 'Endpoint is not a host and port. Enter host and port only,'],
		[{ accessKeyId: ' ' }, 'AccessKey ID is empty. Copy the Access Key from the instance console,'],
		[
			{ accessKeySecret: '' },
			'AccessKey Secret is empty. Copy the Secret Key from the instance console,',
		],
	])(
		'when it has %j, then a request is refused with the sentence "%s …"',
		async (changes, start) => {
			const signed = api.authenticate(stored(changes), { url: '/', qs: LIST });
			await expect(signed).rejects.toBeInstanceOf(UserError);
			await expect(signed).rejects.toMatchObject({
				message: expect.stringMatching(/^[A-Z][^\n]+\.$/),
			});
			await expect(signed).rejects.toMatchObject({ message: expect.stringContaining(start) });
		},
	);

	it('when the request leads elsewhere, then it is refused', async () => {
		const signed = api.authenticate(stored(), { url: 'https://elsewhere.example.com/', qs: LIST });
		await expect(signed).rejects.toThrow('The URL leads to https://elsewhere.example.com/,');
	});
});

describe('given the form of the credential', () => {
	it('when it is shown, then only the secret is typed unseen', () => {
		const hidden = api.properties.filter(({ typeOptions }) => typeOptions?.password === true);
		expect(hidden.map(({ name }) => name)).toEqual(['accessKeySecret']);
	});

	it('when it is filled in, then exactly endpoint and keys are required', () => {
		const required = api.properties.filter((property) => property.required === true);
		expect(required.map(({ name }) => name)).toEqual([
			'endpoint',
			'accessKeyId',
			'accessKeySecret',
		]);
	});
});
