import fc from 'fast-check';
import { isJsonObject, isRecord, parseJson, readKey, readText } from '../../platform/json';

/** Numbers that JSON writes as they are: no integers beyond 2^53 written out in digits. */
const number = fc.oneof(
	fc.maxSafeInteger(),
	fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.filter((value) => !Object.is(value, -0))
		.filter((value) => Number.isSafeInteger(value) || !/^-?\d+$/.test(JSON.stringify(value))),
);

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 16, maxLength: 40 });
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	digits,
	fc
		.array(
			fc.oneof(digits, fc.constantFrom('"', '\\', '\\"', ':', ',', '{', '}', '[', ' ', '-', '\n')),
			{
				maxLength: 8,
			},
		)
		.map((parts) => parts.join('')),
);

const value = fc.letrec<{ any: unknown; object: Record<string, unknown> }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 4 },
		fc.oneof(number, text, fc.boolean(), fc.constant(null)),
		fc.array(tie('any'), { maxLength: 5 }),
		tie('object'),
	),
	object: fc.dictionary(
		text.filter((key) => key !== '__proto__'),
		tie('any'),
		{ maxKeys: 5, noNullPrototype: true },
	),
}));

describe('given JSON', () => {
	it('when it holds any values with safe numbers, then they come back as they were', () => {
		fc.assert(
			fc.property(value.any, fc.constantFrom(undefined, '\t'), (original, indent) => {
				expect(parseJson(JSON.stringify(original, undefined, indent))).toEqual(original);
			}),
			{ numRuns: 3000 },
		);
	});

	it('when it holds integers of 17 digits and more, then they come back as their exact text', () => {
		const integer = fc.bigInt({ min: 10n ** 16n, max: 10n ** 40n });
		fc.assert(
			fc.property(integer, fc.boolean(), (size, negative) => {
				const written = `${negative ? -size : size}`;
				expect(parseJson(written)).toBe(written);
				expect(parseJson(`{"a":[1,${written},${written} ],"b":${written}}`)).toEqual({
					a: [1, written, written],
					b: written,
				});
			}),
		);
	});

	it.each([
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		['9007199254740992', '9007199254740992'],
		['-9007199254740993', '-9007199254740993'],
		['1836340779212660001', '1836340779212660001'],
		['-1836340779212660001', '-1836340779212660001'],
		['[1836340779212660001,1836340779212660002]', ['1836340779212660001', '1836340779212660002']],
		['1234567890123456.5', 1234567890123456.5],
		['12345678901234567.25', Number('12345678901234567.25')],
		['0.12345678901234567890', Number('0.12345678901234567890')],
		['-0.12345678901234567890', Number('-0.12345678901234567890')],
		['1e25', 1e25],
		['12345678901234567890e5', Number('12345678901234567890e5')],
		['12345678901234567890E-5', Number('12345678901234567890e-5')],
		['1.5e+30', 1.5e30],
		['"1836340779212660001"', '1836340779212660001'],
		['"a: 1836340779212660001, b"', 'a: 1836340779212660001, b'],
		['"\\"1836340779212660001\\""', '"1836340779212660001"'],
		['"\\\\",1', undefined],
		['["\\\\",1836340779212660001]', ['\\', '1836340779212660001']],
		[
			'{"1836340779212660001":1836340779212660001}',
			{ '1836340779212660001': '1836340779212660001' },
		],
	])('when it is %s, then it reads %j', (json, expected) => {
		expect(parseJson(json)).toEqual(expected);
	});
});

describe('given JSON with a very long text', () => {
	it('when that holds five million escapes, then it is read all the same', () => {
		const long = '\n'.repeat(5_000_000);
		expect(parseJson(JSON.stringify([long, 1]))).toEqual([long, 1]);
	});
});

describe('given text that is not JSON', () => {
	it.each(['', ' ', 'OK', '<html>', '{', '}', "{'a':1}", '{"a":1,}', '[1 2]', 'undefined', 'NaN'])(
		'when it is %j, then there is no value',
		(json) => {
			expect(parseJson(json)).toBeUndefined();
		},
	);

	it('when a JSON object is cut anywhere, then there is no value', () => {
		fc.assert(
			fc.property(value.object, fc.nat(), (original, seed) => {
				const whole = JSON.stringify(original);
				expect(parseJson(whole.slice(0, seed % whole.length))).toBeUndefined();
			}),
			{ numRuns: 2000 },
		);
	});

	it('when it is any text, then reading it never throws', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.json(), fc.string()), (json) => {
				expect(() => parseJson(json)).not.toThrow();
			}),
		);
	});

	it('when it breaks off after 100,000 escaped quotes, then that is found in no time', () => {
		const started = performance.now();
		expect(parseJson(`{"a":"${'\\"'.repeat(100_000)}`)).toBeUndefined();
		expect(performance.now() - started).toBeLessThan(1000);
	});

	it('when it is nested a million deep, then there is no value', () => {
		expect(parseJson('['.repeat(1_000_000))).toBeUndefined();
	});
});

describe('given an object', () => {
	it('when a key is asked for in another letter case, then it is found', () => {
		expect(readKey({ RequestID: 'a' }, 'requestId')).toBe('a');
		expect(readKey({ requestid: 'a' }, 'RequestId')).toBe('a');
	});

	it('when a key stands there in the asked letter case too, then that one counts', () => {
		expect(readKey({ Code: 'a', code: 'b' }, 'code')).toBe('b');
	});

	it('when a key is absent, then there is no value and no text', () => {
		expect(readKey({ code: 'a' }, 'success')).toBeUndefined();
		expect(readText({ code: 'a' }, 'success')).toBe('');
	});

	it.each([
		['text', 'text'],
		['', ''],
		[168, '168'],
		[0, '0'],
		[true, ''],
		[null, ''],
		[['a'], ''],
		[{ a: 'b' }, ''],
	])('when a key holds %j, then its text is %j', (held, expected) => {
		expect(readText({ Key: held }, 'key')).toBe(expected);
	});

	it.each([isJsonObject, isRecord])('when %p looks at it, then it is one', (check) => {
		expect(check({})).toBe(true);
		expect(check({ a: 1 })).toBe(true);
	});

	it.each([isJsonObject, isRecord])('when %p looks at anything else, then it is none', (check) => {
		expect([null, undefined, [], 'text', 1, true].filter((other) => check(other))).toEqual([]);
	});
});
