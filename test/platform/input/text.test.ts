import fc from 'fast-check';
import { explain } from '../../../platform/errors/explain';
import { isDamagedNumber, nameFlawOf, readId, readRequiredId } from '../../../platform/input/text';

const LOST_DIGITS =
	'Pass it as text: in JSON, write it in quotes. Numbers above 9007199254740991 (2^53 - 1) cannot be held exactly.';
const ONE_TEXT = 'Use an expression that gives one text.';
const REMOVE = 'Remove it, then execute the node again.';
const CONTROL = 'Job ID holds a line break, tab or other control character';
const HALF = 'Job ID holds half of a character (a lone surrogate)';

describe('given an ID', () => {
	it.each([
		['k1nhvyl0001', 'k1nhvyl0001'],
		['  168\n', '168'],
		[168, '168'],
		[0, '0'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['1836340779212660001', '1836340779212660001'],
		['', ''],
		['  ', ''],
		[undefined, ''],
		[null, ''],
		['中文 😀', '中文 😀'],
		['e+5', 'e+5'],
		['10e+5', '10e+5'],
	])('when it is %j, then it reads %j', (value, id) => {
		expect(readId('Job ID', value)).toEqual({ ok: true, value: id });
	});

	it.each([
		[
			1.83634077921266e18,
			'Job ID was given as the number 1836340779212660000, whose last digits are lost',
			LOST_DIGITS,
		],
		[
			'1.83634077921266e+18',
			'Job ID was given as the number 1.83634077921266e+18, whose last digits are lost',
			LOST_DIGITS,
		],
		[
			2 ** 53,
			'Job ID was given as the number 9007199254740992, whose last digits are lost',
			LOST_DIGITS,
		],
		[['a'], 'Job ID is a list, not text', ONE_TEXT],
		[{}, 'Job ID is of type object, not text', ONE_TEXT],
		[true, 'Job ID is of type boolean, not text', ONE_TEXT],
		['a\nb', CONTROL, REMOVE],
		['a\tb', CONTROL, REMOVE],
		['a\u0000', CONTROL, REMOVE],
		['a\u0085b', CONTROL, REMOVE],
		['a\ud800', HALF, REMOVE],
	])('when it is %j, then the user reads "%s"', (value, message, description) => {
		const read = readId('Job ID', value);
		expect(!read.ok && explain(read.fault)).toEqual({ message, description });
	});

	it('when it is anything at all, then reading it never throws and gives usable text or a fault', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (value) => {
				const read = readId('Job ID', value);
				if (read.ok) expect(nameFlawOf(read.value)).toBeUndefined();
				else expect(read.fault.fix).toMatch(/\.$/);
			}),
		);
	});
});

describe('given an ID that must be there', () => {
	const FIX = 'Choose a job.';

	it.each([undefined, null, '', ' \n'])(
		'when it is %j, then it is refused with a way out',
		(value) => {
			const read = readRequiredId('Job ID', value, FIX);
			expect(!read.ok && explain(read.fault)).toEqual({
				message: 'Job ID is empty',
				description: FIX,
			});
		},
	);

	it('when it is there, then it is taken', () => {
		expect(readRequiredId('Job ID', ' 7 ', FIX)).toEqual({ ok: true, value: '7' });
	});

	it('when it is unusable, then that is told instead', () => {
		const read = readRequiredId('Job ID', ['a'], FIX);
		expect(!read.ok && read.fault.what).toBe('is a list, not text');
	});
});

describe('given a number on its way through JavaScript', () => {
	it.each([2 ** 53, -(2 ** 53), 1e21, '1.8363407792126600e+18', ' 2e+30 '])(
		'when it is %j, then its last digits are lost',
		(value) => {
			expect(isDamagedNumber(value)).toBe(true);
		},
	);

	it.each([
		0,
		168,
		-1,
		2 ** 53 - 1,
		'1836340779212660001',
		'e+30',
		'1e30',
		'12e+3',
		'testDevice1',
		null,
		[],
	])('when it is %j, then nothing is lost', (value) => {
		expect(isDamagedNumber(value)).toBe(false);
	});
});
