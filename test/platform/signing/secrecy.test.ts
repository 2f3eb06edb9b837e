import fc from 'fast-check';
import { hiderFor, withoutSecrets } from '../../../platform/signing/secrecy';
import { encodeBytes } from '../../support/secondSigner';

const KEY = { accessKeyId: 'testKeyId1', accessKeySecret: 'a+b/c=d+e/f=' };

const WAYS: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => encodeBytes(text),
	(text) => encodeBytes(encodeBytes(text)),
];

describe('given a text of the platform', () => {
	it.each([
		['id raw', `key ${KEY.accessKeyId} unknown`, 'key [hidden] unknown'],
		['secret raw', `secret ${KEY.accessKeySecret}!`, 'secret [hidden]!'],
		['secret encoded', 'secret a%2Bb%2Fc%3Dd%2Be%2Ff%3D!', 'secret [hidden]!'],
		['secret encoded twice', 'secret a%252Bb%252Fc%253Dd%252Be%252Ff%253D!', 'secret [hidden]!'],
		[
			'both, repeatedly',
			`${KEY.accessKeyId}${KEY.accessKeySecret}${KEY.accessKeyId}`,
			'[hidden][hidden][hidden]',
		],
		['a signature', 'x?Signature=abc%2B&Action=Pub', 'x?Signature=[hidden]&Action=Pub'],
		['a signature in small letters', 'signature=abc more', 'signature=[hidden] more'],
		['a nonce', 'SignatureNonce=0715a395', 'SignatureNonce=[hidden]'],
		['somebody’s ID', 'AccessKeyId=testid&A=b', 'AccessKeyId=[hidden]&A=b'],
		[
			'the storage’s ID',
			'https://s.example/a.bin?Expires=1&OSSAccessKeyId=LTAI1 x',
			'https://s.example/a.bin?Expires=1&OSSAccessKeyId=[hidden] x',
		],
		['somebody’s ID encoded', 'GET&%2F&AccessKeyId%3Dtestid', 'GET&%2F&AccessKeyId%3D[hidden]'],
		['somebody’s ID encoded twice', 'AccessKeyId%253Dtestid x', 'AccessKeyId%253D[hidden] x'],
	])('when it holds %s, then that is hidden', (_what, text, expected) => {
		expect(withoutSecrets(text, KEY)).toBe(expected);
	});

	it('when hundreds of them are hidden by turns and again, then each is hidden as by itself', () => {
		const hide = hiderFor(KEY);
		const texts = Array.from({ length: 250 }, (_, index) => `${index} of ${KEY.accessKeyId}`);
		const expected = texts.map((text) => withoutSecrets(text, KEY));
		expect(expected[249]).toBe('249 of [hidden]');
		expect([...texts, ...texts].map(hide)).toEqual([...expected, ...expected]);
	});

	it.each([
		['', ''],
		['no such device', 'no such device'],
		['  two\r\n lines\t', 'two lines'],
		['SignatureMethod=HMAC-SHA1', 'SignatureMethod=HMAC-SHA1'],
	])('when it is %j, which tells nothing, then %j is passed on', (text, expected) => {
		expect(withoutSecrets(text, KEY)).toBe(expected);
	});

	it('when it is longer than 300 characters, then it is cut there, after the secrets are out', () => {
		const text = `${'x'.repeat(295)}${KEY.accessKeyId}`;
		expect(withoutSecrets('x'.repeat(300), KEY)).toBe('x'.repeat(300));
		expect(withoutSecrets('x'.repeat(301), KEY)).toBe(`${'x'.repeat(300)}…`);
		expect(withoutSecrets(text, KEY)).toBe(`${'x'.repeat(295)}[hidd…`);
	});

	it.each(['hidden', 'd', 'h', '[', ']', 'i', '[hidden]', 'dd', '$1', '$&', '.*', 'Signature'])(
		'when the AccessKey ID is %j, then each place is hidden once and the text stays readable',
		(accessKeyId) => {
			const key = { accessKeyId, accessKeySecret: 'hid' };
			const text = `x ${accessKeyId} y hid z`;
			expect(withoutSecrets(text, key)).toBe('x [hidden] y [hidden] z');
		},
	);

	it('when ID and secret overlap, then one word stands for both', () => {
		const key = { accessKeyId: 'abcd', accessKeySecret: 'cdef' };
		expect(withoutSecrets('x abcdef y', key)).toBe('x [hidden] y');
		expect(withoutSecrets('x abcdcdef y', key)).toBe('x [hidden][hidden] y');
		const inner = { accessKeyId: 'bc', accessKeySecret: 'abcd' };
		expect(withoutSecrets('x abcd bc', inner)).toBe('x [hidden] [hidden]');
	});

	it.each(WAYS.map((way) => [way('Y9eWn4nF8QPh3c4zAFkM/k/u7eA=')]))(
		'when it quotes a signature without its name (%s), then that is hidden',
		(signature) => {
			for (const text of [`got ${signature}.`, `"Signature":"${signature}"`, `(${signature})`]) {
				expect(withoutSecrets(text, KEY)).toBe(text.replace(signature, '[hidden]'));
			}
		},
	);

	it.each([
		'2jmj7l5rSw0yVb/vlWAYkK/YBwk=x',
		'd2fce065-8238-4ee2-a793-0226f69b0542',
		'A'.repeat(28),
	])('when it holds %s, which is no signature, then it stays', (text) => {
		expect(withoutSecrets(text, KEY)).toBe(text);
	});

	it('when it has 20 MB, then only its beginning is looked at', () => {
		expect(withoutSecrets('x'.repeat(20_000_000), KEY)).toHaveLength(301);
	});

	it('when no key is known, then nothing is replaced', () => {
		expect(withoutSecrets('text', { accessKeyId: '', accessKeySecret: '' })).toBe('text');
	});

	it('when it holds ID and secret raw, encoded or encoded twice, then none of these remains', () => {
		const character = fc.constantFrom(
			...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
		);
		const key = fc.oneof(
			fc.string({ unit: character, minLength: 8, maxLength: 40 }),
			fc.string({ unit: fc.constantFrom(...'A+/=25'), minLength: 8, maxLength: 16 }),
		);
		const between = fc.string({ unit: 'grapheme', maxLength: 12 });
		const pieces = fc.array(fc.tuple(between, fc.boolean(), fc.constantFrom(...WAYS)), {
			minLength: 1,
			maxLength: 6,
		});
		fc.assert(
			fc.property(key, key, pieces, (accessKeyId, accessKeySecret, parts) => {
				const text = parts
					.map(([before, isId, way]) => before + way(isId ? accessKeyId : accessKeySecret))
					.join('');
				const safe = withoutSecrets(text, { accessKeyId, accessKeySecret });
				for (const way of WAYS) {
					expect(safe).not.toContain(way(accessKeyId));
					expect(safe).not.toContain(way(accessKeySecret));
				}
			}),
			{ numRuns: 3000 },
		);
	});
});
