import fc from 'fast-check';
import { readChoice, readChoices, readSwitch } from '../../../platform/input/choices';
import { numberOf, readCount, readPercent } from '../../../platform/input/numbers';
import { isNothing, quoted } from '../../../platform/input/origin';

const anything = fc.oneof(fc.anything(), fc.string(), fc.double());

describe('given any value of an expression', () => {
	it('when a switch is read, then only true and false come of it, and never of anything else', () => {
		fc.assert(
			fc.property(anything, (value) => {
				const read = readSwitch('Field', value, false, 'expression');
				expect(read.ok).toBe([true, false, 'true', 'false'].some((one) => one === value));
				if (read.ok) expect(String(read.value)).toBe(String(value));
				else expect(read.fault.field).toBe('Field');
			}),
		);
	});

	it('when a count is read, then it is within its bounds and stands in the value', () => {
		fc.assert(
			fc.property(fc.oneof(anything, fc.integer(), fc.nat(12).map(String)), (value) => {
				const read = readCount('Field', value, { usual: 4, least: 0, most: 10 }, 'expression');
				if (!read.ok) return;
				expect(read.value).toBeGreaterThanOrEqual(0);
				expect(read.value).toBeLessThanOrEqual(10);
				expect(['number', 'string']).toContain(typeof value);
				expect(Number(value)).toBe(read.value);
			}),
		);
	});

	it('when a choice is read, then it is one of those offered', () => {
		fc.assert(
			fc.property(fc.oneof(anything, fc.constantFrom('a', 'b')), (value) => {
				const read = readChoice('Field', value, ['a', 'b'], 'a', 'expression');
				expect(read.ok).toBe(value === 'a' || value === 'b');
			}),
		);
	});

	it('when it is quoted, then it never throws and is short', () => {
		fc.assert(
			fc.property(anything, (value) => {
				expect(quoted(value).length).toBeLessThan(70);
			}),
		);
	});
});

describe('given a field that the user left alone', () => {
	it.each([undefined, null, ''])('when it holds %j, then it is the default', (value) => {
		expect(readSwitch('Field', value, true)).toEqual({ ok: true, value: true });
		expect(readChoice('Field', value, ['a', 'b'], 'b')).toEqual({ ok: true, value: 'b' });
		expect(readChoices('Field', value, ['a', 'b'])).toEqual({ ok: true, value: [] });
		expect(readChoices('Field', value, ['a', 'b'], 'user', ['b'])).toEqual({
			ok: true,
			value: ['b'],
		});
		expect(readCount('Field', value, { usual: 7 })).toEqual({ ok: true, value: 7 });
		expect(readPercent('Field', value, 5)).toEqual({ ok: true, value: 5 });
	});
});

describe('given a number', () => {
	it.each([
		[3, 3],
		['3', 3],
		[' 2.5 ', 2.5],
		['-1', -1],
	])('when it is %j, then it reads %j', (value, number) => {
		expect(numberOf(value)).toBe(number);
	});

	it.each([true, false, null, undefined, '', ' ', [], [3], {}, '0x10', '1e3', '3 devices', 'NaN'])(
		'when it is %j, then it is none',
		(value) => {
			expect(numberOf(value)).toBeNaN();
		},
	);
});

describe('given a list of choices', () => {
	it('when a user has taken all of them out, then none is chosen, whatever is usual', () => {
		expect(readChoices('Field', [], ['a', 'b'], 'user', ['b'])).toEqual({ ok: true, value: [] });
	});

	it.each([
		[['a'], ['a']],
		['b', ['b']],
		[
			['a', 'b'],
			['a', 'b'],
		],
	])('when an expression gives %j, then it reads %j', (value, chosen) => {
		expect(readChoices('Field', value, ['a', 'b'], 'expression')).toEqual({
			ok: true,
			value: chosen,
		});
	});

	it.each([[[]], [['a', 'c']], [['']], ['c'], [1], [{}]])(
		'when an expression gives %j, then it is refused',
		(value) => {
			expect(readChoices('Field', value, ['a', 'b'], 'expression').ok).toBe(false);
		},
	);
});

describe('given what counts as nothing', () => {
	it.each([undefined, null, '', ' \n', [], {}])('when it is %j, then it is nothing', (value) => {
		expect(isNothing(value)).toBe(true);
	});

	it.each([0, false, 'a', [0], { a: 1 }, Number.NaN])(
		'when it is %j, then it is something',
		(value) => {
			expect(isNothing(value)).toBe(false);
		},
	);
});
