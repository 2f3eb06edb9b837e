import fc from 'fast-check';
import { readDeviceNames, readNamesToCancel } from '../../../platform/cancellation/deviceNames';
import { explain } from '../../../platform/errors/explain';
import { nameFlawOf } from '../../../platform/input/text';

const NONE =
	'Enter at least one device name, e.g. testDevice1. If the names come from an expression, check that the item holds them.';
const GIVE_NAMES =
	'Use an expression that gives names, e.g. {{ $json.deviceNames }}, or for a list of objects {{ $json.devices.map(d => d.deviceName) }}.';
const LIST_OF_NAMES = 'Use a list of names, e.g. {{ $json.devices.map(d => d.deviceName) }}.';
const AS_JSON = 'Write it as ["testDevice1", "testDevice2"], or separate the names with commas.';
const EXTRA = 'Remove the extra comma or line break, or check the expression that gives this name.';
const TOO_LONG = 'A name has 64 characters at most. Separate names with commas or line breaks.';
const AS_TEXT = 'Pass it as text.';
const CORRECT = 'Correct the name where it comes from.';

const CONTROL = 'holds a line break, tab or other control character';
const HALF = 'holds half of a character (a lone surrogate)';

describe('given device names', () => {
	it.each([
		['one name', 'testDevice1', ['testDevice1']],
		['one name with blanks', '  testDevice1\t', ['testDevice1']],
		['a name with a blank inside', 'test device 1', ['test device 1']],
		['commas', 'a,b, c ,d', ['a', 'b', 'c', 'd']],
		['Chinese commas', 'a，b， c', ['a', 'b', 'c']],
		['line breaks', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
		['commas and line breaks', 'a,b\nc', ['a', 'b', 'c']],
		['a line break at the end', 'a\nb\n', ['a', 'b']],
		['a JSON array', '["a", "b"]', ['a', 'b']],
		['a JSON array with blanks around', ' \n["a"," b "]\n', ['a', 'b']],
		['a JSON array whose names hold commas', '["a,b","c"]', ['a,b', 'c']],
		['a JSON array of numbers', '[1, 22]', ['1', '22']],
		['a JSON array of long numbers', '[1836340779212660001]', ['1836340779212660001']],
		['a list', ['a', ' b '], ['a', 'b']],
		['a list with numbers', ['a', 7], ['a', '7']],
		['a number', 7, ['7']],
		['a long name', 'x'.repeat(64), ['x'.repeat(64)]],
		['repeated names', 'b,a,b', ['b', 'a', 'b']],
		['any letters', '灯1,лампа,😀', ['灯1', 'лампа', '😀']],
		['quotes and brackets inside', `a"b,c[1]`, ['a"b', 'c[1]']],
	])('when they come as %s, then they are read in order', (_form, value, names) => {
		expect(readDeviceNames(value)).toEqual({ ok: true, value: names });
	});
});

describe('given names of devices to cancel', () => {
	it('when they are anything at all, then none are read for an empty list of an expression alone', () => {
		const emptyLists = fc.constantFrom<unknown>([], '[]', ' [\n] ');
		fc.assert(
			fc.property(
				fc.oneof({ weight: 4, arbitrary: fc.anything() }, emptyLists),
				fc.constantFrom('user' as const, 'expression' as const),
				(value, origin) => {
					const isEmptyList = Array.isArray(value)
						? value.length === 0
						: /^\s*\[\s*\]\s*$/.test(textOf(value));
					const expected =
						isEmptyList && origin === 'expression'
							? { ok: true, value: [] }
							: readDeviceNames(value);
					expect(readNamesToCancel(value, origin)).toEqual(expected);
				},
			),
			{ numRuns: 1000 },
		);
	});
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

describe('given something that names no devices', () => {
	it.each([
		[undefined, 'names no device', NONE],
		[null, 'names no device', NONE],
		['', 'names no device', NONE],
		[' \n ', 'names no device', NONE],
		[[], 'names no device', NONE],
		['[]', 'names no device', NONE],
		[true, 'is a boolean, not a list of names', GIVE_NAMES],
		[{ deviceName: 'a' }, 'is an object, not a list of names', GIVE_NAMES],
		['["a", "b"', 'starts like a JSON array, but is not valid JSON', AS_JSON],
		["['a']", 'starts like a JSON array, but is not valid JSON', AS_JSON],
		['[a, b]', 'starts like a JSON array, but is not valid JSON', AS_JSON],
		['["a"], b', 'starts like a JSON array, but is not valid JSON', AS_JSON],
		['a,,b', 'has an empty name at position 2', EXTRA],
		['a,b,', 'has an empty name at position 3', EXTRA],
		[',a', 'has an empty name at position 1', EXTRA],
		['a\n\nb', 'has an empty name at position 2', EXTRA],
		[['a', ' '], 'has an empty name at position 2', EXTRA],
		[[''], 'has an empty name', EXTRA],
		[[{ deviceName: 'a' }], 'has an entry that is not text', LIST_OF_NAMES],
		[['a', null], 'has an entry at position 2 that is not text', LIST_OF_NAMES],
		[['a', undefined], 'has an entry at position 2 that is not text', LIST_OF_NAMES],
		['[["a"], "b"]', 'has an entry at position 1 that is not text', LIST_OF_NAMES],
		['["a", true]', 'has an entry at position 2 that is not text', LIST_OF_NAMES],
		[2 ** 53, 'has a number beyond 2^53, whose last digits are lost', AS_TEXT],
		[['a', 1e21], 'has a number beyond 2^53 at position 2, whose last digits are lost', AS_TEXT],
		['1.83634077921266e+18', 'has a number beyond 2^53, whose last digits are lost', AS_TEXT],
		['x'.repeat(65), `has a name of 65 characters: ${'x'.repeat(20)}…`, TOO_LONG],
		[
			`a,${'y'.repeat(100)}`,
			`has a name of 100 characters at position 2: ${'y'.repeat(20)}…`,
			TOO_LONG,
		],
		[
			`${'z'.repeat(19)}😀${'z'.repeat(60)}`,
			`has a name of 81 characters: ${'z'.repeat(19)}\ufffd…`,
			TOO_LONG,
		],
		['a\tb', `has a name that ${CONTROL}`, CORRECT],
		[['a', 'b\nc'], `has a name at position 2 that ${CONTROL}`, CORRECT],
		['a,b\ud800', `has a name at position 2 that ${HALF}`, CORRECT],
	])('when it is %j, then the user reads "Device Names %s"', (value, what, fix) => {
		const read = readDeviceNames(value);
		expect(!read.ok && explain(read.fault)).toEqual({
			message: `Device Names ${what}`,
			description: fix,
		});
	});

	it('when it is anything at all, then reading it never throws and every name is usable', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
				const read = readDeviceNames(value);
				if (!read.ok) return expect(read.fault.field).toBe('Device Names');
				expect(read.value.length).toBeGreaterThan(0);
				expect(read.value.filter((name) => name === '' || name.length > 64)).toEqual([]);
				expect(read.value.filter((name) => nameFlawOf(name) !== undefined)).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});
});
