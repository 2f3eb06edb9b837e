import fc from 'fast-check';
import { nullMembers, withDecimals, withoutDecimal } from '../../../platform/input/decimals';
import { compactJson, membersOf, objectOf } from '../../../platform/input/jsonMembers';
import { readJsonObject } from '../../../platform/input/jsonObject';

const read = (value: unknown) => readJsonObject('Properties', value, '{"PowerSwitch":1}');

/** What is told of a value that is refused. */
function told(value: unknown): string {
	const result = read(value);
	return result.ok ? '' : `${result.fault.field} ${result.fault.what}. ${result.fault.fix}`;
}

const AS_OBJECT = 'Write it as a JSON object, e.g. {"PowerSwitch":1}.';

describe('given a JSON object that somebody hands over', () => {
	it.each([
		['text with blanks', ' {\n\t"a" : 10.0 , "b c" : " x : y " } ', '{"a":10.0,"b c":" x : y "}'],
		['text with an ID beyond 2^53', '{"id":1836340779212660001}', '{"id":1836340779212660001}'],
		['text without members', '{}', '{}'],
		['an object', { a: 1, b: { c: [true, null] } }, '{"a":1,"b":{"c":[true,null]}}'],
		['nothing', undefined, ''],
		['a blank text', '  ', ''],
		['an object without keys', {}, ''],
	])('when it is %s, then it is sent with numbers as they are written', (_, value, text) => {
		expect(read(value)).toEqual({ ok: true, value: text });
	});

	it.each([
		[
			'text that is no JSON',
			"{'a':1}",
			/^Properties is not JSON: "\{'a':1\}"\. Write it as a JSON object/,
		],
		['two numbers side by side', '{"a":1 2}', /^Properties is not JSON/],
		['a comma too many', '{"a":1,}', /no comma stands behind the last value\.$/],
		['a JSON list', '[1]', `Properties is a list, not a JSON object. ${AS_OBJECT}`],
		['a JSON text', '"a"', `Properties is a string, not a JSON object. ${AS_OBJECT}`],
		['null as JSON', 'null', `Properties is null, not a JSON object. ${AS_OBJECT}`],
		['a list', [1], `Properties is a list, not a JSON object. ${AS_OBJECT}`],
		['a number', 7, `Properties is a number, not a JSON object. ${AS_OBJECT}`],
		['a key twice', '{"a":1,"a":2}', /^Properties has "a" twice\. Leave it in once/],
		['an object with undefined', { a: undefined }, /^Properties has no value for "a"\./],
		['an object with NaN', { a: { b: Number.NaN } }, /^Properties has no number for "b"\./],
		['an object with a lost ID', { id: 2 ** 60 }, /has a number beyond 2\^53 for "id", whose last/],
		['an object with a big integer', { a: 1n }, /^Properties cannot be written as JSON\./],
	])('when it is %s, then a sentence says what to write', (_, value, sentence) => {
		expect(told(value)).toMatch(sentence);
	});

	it('when it is an object that holds itself, then it is refused', () => {
		const round: Record<string, unknown> = {};
		round.self = round;
		expect(told(round)).toMatch(/^Properties cannot be written as JSON/);
	});
});

describe('given any JSON object', () => {
	const anyObject = fc.dictionary(fc.string(), fc.jsonValue());

	it('when it is compacted and taken apart, then the parts make the same again', () => {
		fc.assert(
			fc.property(anyObject, fc.constantFrom(0, 1, '\t'), (object, blanks) => {
				const text = compactJson(JSON.stringify(object, null, blanks));
				expect(text).toBe(JSON.stringify(object));
				expect(objectOf(membersOf(text))).toBe(text);
				expect(membersOf(text).map(([key]) => key)).toEqual(Object.keys(object));
			}),
		);
	});

	it('when no member is a whole number, then no decimal is added', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.string()), (object) => {
				const text = JSON.stringify(object);
				expect(withDecimals(text, new Set(Object.keys(object)))).toBe(text);
			}),
		);
	});
});

describe('given numbers that need a decimal', () => {
	const text = '{"a":10,"b":10.0,"c":-3,"d":1e3,"e":null,"f":{"a":1},"g":"10"}';

	it('when whole ones among some keys are looked for, then those written without are found', () => {
		expect(withoutDecimal(text, new Set(['a', 'b', 'd', 'g']))).toEqual(['a']);
		expect(withoutDecimal(text, new Set())).toEqual([]);
	});

	it('when they get one, then all else stays as it is', () => {
		expect(withDecimals(text, new Set(['a', 'c', 'g']))).toBe(
			'{"a":10.0,"b":10.0,"c":-3.0,"d":1e3,"e":null,"f":{"a":1},"g":"10"}',
		);
	});

	it('when members that are null are looked for, then they are named', () => {
		expect(nullMembers(text)).toEqual(['e']);
	});
});
