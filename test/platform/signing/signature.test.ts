import RPCClient from '@alicloud/pop-core';
import fc from 'fast-check';
import { newStamp, signRequest, toWire } from '../../../platform/signing/request';
import {
	canonicalQuery,
	percentEncode,
	signature,
	stringToSign,
} from '../../../platform/signing/signature';
import { withEmulator } from '../../emulator/testing';
import { connectionTo } from '../../support/connections';
import { parameterSets } from '../../support/parameterSets';
import { NOWHERE, popCoreUrl } from '../../support/popCore';
import {
	encodeBytes,
	secondHmac,
	secondSignature,
	secondStringToSign,
} from '../../support/secondSigner';
import { VECTORS } from './vectors';

const RUNS = 10_000;

const HMAC_BY_SECRET = VECTORS.hmac.filter(({ key }) => key.endsWith('&'));
const HMAC_BY_BARE_KEY = VECTORS.hmac.filter(({ key }) => !key.endsWith('&'));

describe('given a published request', () => {
	it.each(VECTORS.rpc)(
		'when $id is signed, then text and signature are the published ones',
		({ method, params, secret, stringToSign: text, expected }) => {
			expect(stringToSign(method, canonicalQuery(Object.entries(params)))).toBe(text);
			expect(signature(text, secret)).toBe(expected);
		},
	);

	it.each(VECTORS.rpc)(
		'when the second signer signs $id, then it finds the published signature too',
		({ method, params, secret, expected }) => {
			expect(secondSignature(method, params, secret)).toBe(expected);
		},
	);

	it.each(VECTORS.stringToSign)(
		'when $params is written for signing, then the text is $expected',
		({ method, params, expected }) => {
			expect(stringToSign(method, canonicalQuery(Object.entries(params)))).toBe(expected);
		},
	);

	it.each(HMAC_BY_SECRET)(
		'when the text of $id is signed, then the signature is the published one',
		({ key, stringToSign: text, expected }) => {
			expect(signature(text, key.slice(0, -1))).toBe(expected);
		},
	);

	it.each(HMAC_BY_BARE_KEY)(
		'when $id uses a key without ampersand, then the second signer, the only one that can, agrees',
		({ key, stringToSign: text, expected }) => {
			expect(secondHmac(text, key)).toBe(expected);
		},
	);
});

describe('given a cancel of two devices in the form of the platform’s own examples', () => {
	it.each(VECTORS.cancel)(
		'when $id is signed for $method, then text and signature are as computed elsewhere',
		({ method, params, deviceNames, secret, stringToSign: text, expected }) => {
			const wire = toWire({ ...params, DeviceName: deviceNames });

			expect(stringToSign(method, canonicalQuery(Object.entries(wire)))).toBe(text);
			expect(signature(text, secret)).toBe(expected);
			expect(secondSignature(method, wire, secret)).toBe(expected);
		},
	);

	it.each(VECTORS.cancel)(
		'when $id is made into a $method request, then it carries that signature',
		({ method, params, deviceNames, secret, expected }) => {
			const connection = connectionTo(NOWHERE, {
				accessKeyId: params.AccessKeyId,
				accessKeySecret: secret,
				dialect: { kind: 'minimal' },
			});
			const stamp = { nonce: params.SignatureNonce ?? '', timestamp: params.Timestamp ?? '' };
			const wire = toWire({ ...params, DeviceName: deviceNames });
			const signed = signRequest(method, wire, connection, stamp);

			expect(signed.body ?? signed.url).toMatch(
				new RegExp(`&Signature=${percentEncode(expected)}$`),
			);
		},
	);
});

describe('given text to percent-encode', () => {
	it.each(VECTORS.percentEncode)('when it is $in, then it becomes $out', ({ in: text, out }) => {
		expect(percentEncode(text)).toBe(out);
	});

	it.each([
		['', ''],
		['AZaz09-_.~', 'AZaz09-_.~'],
		[' ', '%20'],
		['+', '%2B'],
		["!'()*", '%21%27%28%29%2A'],
		['%&=/?#:;,@$', '%25%26%3D%2F%3F%23%3A%3B%2C%40%24'],
		['中文', '%E4%B8%AD%E6%96%87'],
		['😀', '%F0%9F%98%80'],
		['\n\0', '%0A%00'],
	])('when it is %j, then it becomes %j', (text, encoded) => {
		expect(percentEncode(text)).toBe(encoded);
	});

	it.each(['\ud83d', '\ude00', 'a\ud83d', '\ude00\ud83d'])(
		'when it holds half a character (%j), then each half becomes U+FFFD',
		(text) => {
			expect(percentEncode(text)).toBe(encodeBytes(text.replace(/[\ud800-\udfff]/g, '\ufffd')));
		},
	);

	it('when it is any text, then encoding byte by byte gives the same', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(percentEncode(text)).toBe(encodeBytes(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it('when it is any whole text, then decoding gives it back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(decodeURIComponent(percentEncode(text))).toBe(text);
				expect(percentEncode(text)).toMatch(/^(?:[A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
			}),
		);
	});
});

describe('given parameters to write as the canonical query', () => {
	it('when lists have ten entries and more, then names are sorted by character, not by number', () => {
		const query = canonicalQuery(
			Object.entries({ 'N.2': 'b', 'N.10': 'j', 'N.1': 'a', a: 'z', B: 'y' }),
		);
		expect(query).toBe('B=y&N.1=a&N.10=j&N.2=b&a=z');
	});

	it('when nothing is given, then it is empty', () => {
		expect(canonicalQuery([])).toBe('');
	});
});

describe('given any parameters', () => {
	it('when they are signed, then an independent signer finds the same text and signature', () => {
		const method = fc.constantFrom('GET', 'POST');
		const secret = fc.string({ unit: 'grapheme', maxLength: 40 });
		fc.assert(
			fc.property(parameterSets('any'), method, secret, (parameters, verb, key) => {
				const wire = toWire(parameters);
				const text = stringToSign(verb, canonicalQuery(Object.entries(wire)));
				expect(text).toBe(secondStringToSign(verb, wire));
				expect(signature(text, key)).toBe(secondHmac(text, `${key}&`));
			}),
			{ numRuns: RUNS },
		);
	});

	it('when Alibaba Cloud’s client signs them, lists and all, then its URL is the same to the byte', async () => {
		const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
		const connection = connectionTo(NOWHERE, key);
		await fc.assert(
			fc.asyncProperty(parameterSets(), async (parameters) => {
				const stamp = newStamp(Date.UTC(2024, 10, 19, 9, 47, 43));
				const stamped = {
					...parameters,
					SignatureNonce: stamp.nonce,
					Timestamp: stamp.timestamp,
				};
				const { url } = signRequest('GET', toWire(parameters), connection, stamp);
				expect(url).toBe(await popCoreUrl(stamped, key));
			}),
			{ numRuns: RUNS },
		);
	});

	it.each(['GET', 'POST'] as const)(
		'when Alibaba Cloud’s client really sends them by %s, then its signature is the same',
		(method) =>
			withEmulator({}, async (emulator) => {
				const connection = connectionTo(emulator.url);
				const { accessKeyId, accessKeySecret } = connection;
				const client = new RPCClient({
					endpoint: emulator.url,
					apiVersion: '2018-01-20',
					accessKeyId,
					accessKeySecret,
				});
				const [longest, parametersOfOne] = [method === 'POST' ? 200 : 20, parameterSets()];
				const fitting = parametersOfOne.filter(
					({ DeviceName }) => Array.isArray(DeviceName) && DeviceName.length <= longest,
				);
				await fc.assert(
					fc.asyncProperty(fitting, async (parameters) => {
						const sent = { ...parameters, Action: 'ListOTAFirmware', CurrentPage: 1, PageSize: 1 };
						const options = { method, formatParams: false };
						await client.request('ListOTAFirmware', sent, options);

						const { Signature, SignatureNonce, Timestamp } = emulator.log.at(-1)?.parameters ?? {};
						const stamp = { nonce: SignatureNonce ?? '', timestamp: Timestamp ?? '' };
						const signed = signRequest(method, toWire(sent), connection, stamp);
						const carried = new URLSearchParams(signed.body ?? new URL(signed.url).search);
						expect(carried.get('Signature')).toBe(Signature);
					}),
					{ numRuns: 40 },
				);
			}),
	);
});
