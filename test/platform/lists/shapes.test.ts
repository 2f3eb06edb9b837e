import fc from 'fast-check';
import { readDeviceNames } from '../../../platform/cancellation/deviceNames';
import { explain } from '../../../platform/errors/explain';
import { flawOf, isDamagedNumber, readFreeText, readId } from '../../../platform/input/text';
import { INVISIBLE, validName } from '../../support/names';

const MISSING = 'which stands for a missing value';
const NO_VALUE =
	'The place that it comes from had no value: check the expression, or the system that sends it.';
const inQuotes = (word: string) =>
	`${NO_VALUE} If it really is called so, write it in quotes: "${word}".`;
const CELL_ERROR = 'which is an error in a spreadsheet';
const FORMULA = 'Correct the formula of this cell in the spreadsheet.';
const TEMPLATE = 'which is a placeholder that was not filled in';
const FILL_IN =
	'Check the system that sends it, or switch the field to Expression where it is one of n8n.';
const SHORTENED = 'which is a number that a spreadsheet has shortened';
const AS_TEXT =
	'Its last digits are lost. Format the column as text in the spreadsheet, then enter the values anew.';
const SEPARATE = 'Separate names with commas or line breaks.';
const NO_BULLET = `Remove the bullet. ${SEPARATE}`;
const ONE_QUOTE = `Remove the quotation mark. ${SEPARATE}`;
const BULLET = 'which begins with a bullet';
const AT_ONE_END = 'which has a quotation mark at one end only';
const GIVE_NAMES =
	'Use an expression that gives names, e.g. {{ $json.deviceNames }}, or for a list of objects {{ $json.devices.map(d => d.deviceName) }}.';
const AS_JSON = 'Write it as ["testDevice1", "testDevice2"], or separate the names with commas.';

/** Texts that stand where a name or an ID should be: what they are, and what to do. */
const PLACEHOLDERS: ReadonlyArray<readonly [text: string, what: string, fix: string]> = [
	['undefined', MISSING, inQuotes('undefined')],
	['null', MISSING, inQuotes('null')],
	['NULL', MISSING, inQuotes('NULL')],
	['None', MISSING, inQuotes('None')],
	...[
		'NaN',
		'N/A',
		'[no value]',
		'<no value>',
		'(null)',
		'<nil>',
		'*UNKNOWN*',
		'[object Object]',
	].map((text) => [text, MISSING, NO_VALUE] as const),
	...['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#VALUE!', '#NUM!', '#NULL!', '#NV', '#ÜBERLAUF!'].map(
		(text) => [text, CELL_ERROR, FORMULA] as const,
	),
	...['{HOST.NAME}', '{$MACRO}', '{{ $json.x }}', '{{ .Labels.x }}', '${id}', 'lamp-{HOST.ID}'].map(
		(text) => [text, TEMPLATE, FILL_IN] as const,
	),
	...['8,61234E+14', '8.61234E+14', '8,61234e+14', '2E+30'].map(
		(text) => [text, SHORTENED, AS_TEXT] as const,
	),
];

describe.each(PLACEHOLDERS)('given the text %s', (text, what, description) => {
	it('when it stands in a field with an ID, then the user reads what it is', () => {
		const read = readId('OTA Job', ` ${text} `);
		expect(!read.ok && explain(read.fault)).toEqual({
			message: `OTA Job is "${text}", ${what}`,
			description,
		});
	});

	it('when it is the only name or one of several, then the user reads that and where', () => {
		const toldOf = (value: unknown) => {
			const read = readDeviceNames(value);
			return !read.ok && explain(read.fault);
		};
		const at = (place: string) => ({
			message: `Device Names has "${text}"${place}, ${what}`,
			description,
		});
		expect(toldOf(text)).toEqual(at(''));
		expect(toldOf([text])).toEqual(at(''));
		expect(toldOf(['lamp1', text])).toEqual(at(' at position 2'));
		expect(toldOf(JSON.stringify(['lamp1', text]))).toEqual(at(' at position 2'));
	});

	it('when it is a name of several in a text, then none of them is taken', () => {
		for (const between of [',', ';', '\n']) {
			expect(readDeviceNames(`lamp1${between}${text}`)).toMatchObject({ ok: false });
			expect(readDeviceNames(`${text}${between}lamp1`)).toMatchObject({ ok: false });
		}
	});

	it('when people write it for people, then it is taken as it is', () => {
		expect(readFreeText('Description', text)).toEqual({ ok: true, value: text });
	});
});

describe('given device names', () => {
	it.each<[string, unknown, string[]]>([
		['semicolons', 'a;b; c', ['a', 'b', 'c']],
		['Chinese separators', 'a；b、c', ['a', 'b', 'c']],
		['quotes', `"a", 'b', “c”, ‘d’, „e“, «f», 「g」`, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
		['one pair of quotes', '"a, b"', ['a', 'b']],
		['a spreadsheet’s apostrophe', "'testDevice1", ['testDevice1']],
		['a quoted array', '"[\\"a\\",\\"b\\"]"', ['a', 'b']],
		['an array in simple quotes', `'["a","b"]'`, ['a', 'b']],
		['an object as text', '{"deviceNames":["a","b"]}', ['a', 'b']],
		['an object with the list alone', { whatever: ['a', 'b'] }, ['a', 'b']],
		['an object with other things', { jobId: '7', names: ['a'] }, ['a']],
		['words for no value in quotes', '"null","undefined"', ['null', 'undefined']],
		['names like words', 'nullable,undefined1,nan1', ['nullable', 'undefined1', 'nan1']],
		['signs that names may hold', '-a,_b,@c,.d,:e,a-b', ['-a', '_b', '@c', '.d', ':e', 'a-b']],
	])('when they come with %s, then they are read in order', (_form, value, list) => {
		expect(readDeviceNames(value)).toEqual({ ok: true, value: list });
	});

	it.each<[unknown, string, string]>([
		['a|b', 'has "a|b", which looks like several names in one', SEPARATE],
		['a,b | c', 'has "b | c" at position 2, which looks like several names in one', SEPARATE],
		['• a\n• b', `has "• a" at position 1, ${BULLET}`, NO_BULLET],
		['- a\n- b', `has "- a" at position 1, ${BULLET}`, NO_BULLET],
		['* a', `has "* a", ${BULLET}`, NO_BULLET],
		['"a', `has ""a", ${AT_ONE_END}`, ONE_QUOTE],
		['a”,b', `has "a”" at position 1, ${AT_ONE_END}`, ONE_QUOTE],
		["''", `has "''", ${AT_ONE_END}`, ONE_QUOTE],
		[['["a"]'], 'has "["a"]", which is a JSON text', 'Each entry of the list has to be a name.'],
		[
			['{"a":1}'],
			'has "{"a":1}", which is a JSON text',
			'Each entry of the list has to be a name.',
		],
		['{"deviceName":"a"}', 'is a JSON object, not a list of names', GIVE_NAMES],
		['{"a":["x"],"b":["y"]}', 'is a JSON object, not a list of names', GIVE_NAMES],
		[{ name: 'x', tags: ['red'] }, 'is an object, not a list of names', GIVE_NAMES],
		['{"a"', 'starts like a JSON object, but is not valid JSON', AS_JSON],
		[
			'[object Object],[object Object]',
			`has "[object Object]" at position 1, ${MISSING}`,
			NO_VALUE,
		],
		[Number.NaN, 'has the number NaN, which is no name', 'Correct the name where it comes from.'],
	])('when they are %j, then the user reads "Device Names %s"', (value, what, description) => {
		const read = readDeviceNames(value);
		expect(!read.ok && explain(read.fault)).toEqual({
			message: `Device Names ${what}`,
			description,
		});
	});

	it.each(INVISIBLE)('when one holds %s, then its place is named', (code, character) => {
		for (const value of [`lamp1,k1${character}n`, ['lamp1', `k1${character}n`]]) {
			const read = readDeviceNames(value);
			expect(!read.ok && explain(read.fault)).toEqual({
				message: `Device Names has a name at position 2 that holds an invisible character at position 3 (${code})`,
				description: 'Correct the name where it comes from.',
			});
		}
	});
});

describe('given any list of valid names', () => {
	const names = fc.array(validName, { minLength: 1, maxLength: 20 });
	const blank = fc.constantFrom('', ' ', '  ', '\u00a0', '\t');
	const separator = fc.constantFrom(',', '，', ';', '；', '、', '\n', '\r\n', '\r');
	const quotes = fc.constantFrom(
		...['', '""', "''", '“”', '„“', '‘’', '«»', '「」', '``'].map((pair) => [...pair]),
	);
	const quoted = ([before = '', after = '']: string[], text: string) => before + text + after;

	it('when separators, quotes and blanks differ from name to name, then they come back as they were', () => {
		const written = fc.array(fc.tuple(validName, quotes, separator, blank), {
			minLength: 1,
			maxLength: 10,
		});
		fc.assert(
			fc.property(written, (all) => {
				const text = all
					.map(([name, pair, between, pad], index) => {
						return (index === 0 ? '' : between) + pad + quoted(pair, name) + pad;
					})
					.join('');
				expect(readDeviceNames(text)).toEqual({ ok: true, value: all.map(([name]) => name) });
			}),
			{ numRuns: 2000 },
		);
	});

	it('when they come as a list, an object, JSON or JSON in JSON, then they come back as they were', () => {
		fc.assert(
			fc.property(names, blank, blank, (list, before, after) => {
				const padded = list.map((one) => `${before}${one}${after}`);
				const array = JSON.stringify(padded);
				const twice = JSON.stringify(array);
				const object = { deviceNames: padded };
				const forms = [
					...[padded, array, JSON.stringify(padded, undefined, 2), twice, JSON.stringify(twice)],
					...[`'${array}'`, object, JSON.stringify(object), JSON.stringify(JSON.stringify(object))],
					{ event: 'taskFails', firmwareId: '168', device_names: padded },
					{ anything: padded },
				];
				for (const form of forms) {
					expect([form, readDeviceNames(form)]).toEqual([form, { ok: true, value: list }]);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('given an ID', () => {
	it.each(['["168"]', '{"jobId":"168"}', '"168', '168”', '""', '" "', "'", '“”'])(
		'when it is %s, then it is refused, and never taken for nothing',
		(text) => {
			const read = readId('OTA Job', text);
			expect(!read.ok && explain(read.fault)).toEqual({
				message: expect.stringMatching(/^OTA Job (?:is a JSON \w+, not|holds a quotation mark)/),
				description: expect.stringMatching(/\.$/),
			});
		},
	);

	it('when it is any valid one, then it comes back as it was, in quotes or not', () => {
		fc.assert(
			fc.property(validName, (text) => {
				for (const form of [` ${text}\n`, `"${text}"`, `'${text}'`, `“${text}”`, `'${text}`]) {
					expect(readId('OTA Job', form)).toEqual({ ok: true, value: text });
				}
			}),
		);
	});

	it('when a word for no value is in quotes, then it is taken at its word', () => {
		expect(readId('Device Name', '"null"')).toEqual({ ok: true, value: 'null' });
	});

	it.each(INVISIBLE)('when it holds %s, then the place is named', (code, character) => {
		const read = readId('OTA Job', `k1${character}n`);
		expect(!read.ok && explain(read.fault).message).toBe(
			`OTA Job holds an invisible character at position 3 (${code})`,
		);
	});
});

describe('given a text that people write for people', () => {
	it.each([
		...['"quoted"', "'tis", '[1]', '• one', 'a|b', '👩\u200d🔧', 'می\u200cخواهم', 'dix\u00a0mille'],
	])('when it is %s, then it is taken as it is', (text) => {
		expect(readFreeText('Description', text)).toEqual({ ok: true, value: text });
	});

	it('when it is any whole text without control characters, then it comes back trimmed', () => {
		const usable = fc
			.string({ unit: 'grapheme' })
			.filter((text) => flawOf(text) === undefined && !isDamagedNumber(text));
		fc.assert(
			fc.property(usable, (text) => {
				expect(readFreeText('Description', text)).toEqual({ ok: true, value: text.trim() });
			}),
		);
	});
});
