import fc from 'fast-check';
import { ACTIONS } from '../../../platform/catalog';
import type { ParameterFacts } from '../../../platform/catalog/facts';
import { readParameter, tooManyEntries } from '../../../platform/input/parameter';
import { explain } from '../../../platform/errors/explain';
import type { ListWords } from '../../../platform/input/textList';

const WORDS: ListWords = {
	field: 'Field',
	entry: 'a name',
	entries: 'names',
	examples: ['one', 'two'],
	expressions: ['$json.names', '$json.rows.map(row => row.name)'],
};

function factsOf(action: string, parameter: string): ParameterFacts {
	const actions: Readonly<
		Record<string, { parameters: Readonly<Record<string, ParameterFacts>> }>
	> = ACTIONS;
	const facts = actions[action]?.parameters[parameter];
	if (!facts) throw new Error(`${action} has no ${parameter}`);
	return facts;
}

const read = (value: unknown, facts: ParameterFacts) => readParameter(value, facts, WORDS);

describe('given a parameter as the platform documents it', () => {
	it.each([
		['CreateOTAFirmware', 'FirmwareName', ' radio-fix ', 'radio-fix'],
		['CreateOTAFirmware', 'FirmwareName', '', undefined],
		['CreateOTAFirmware', 'FirmwareName', '固件', '固件'],
		['CreateOTAFirmware', 'SignMethod', 'MD5', 'MD5'],
		['ListOTATaskByJob', 'CurrentPage', '3', 3],
		['ListOTATaskByJob', 'CurrentPage', '', undefined],
		['CreateOTAStaticUpgradeJob', 'NeedPush', 'false', false],
		['CreateOTAStaticUpgradeJob', 'NeedPush', '', undefined],
		['CreateOTAStaticUpgradeJob', 'SrcVersion', '1.0.0, 1.0.1, 1.0.0', ['1.0.0', '1.0.1']],
		['CreateOTAStaticUpgradeJob', 'SrcVersion', [], undefined],
	])('when %s is given the %s %j, then it reads %j', (action, parameter, value, result) => {
		expect(read(value, factsOf(action, parameter))).toEqual({ ok: true, value: result });
	});

	it.each([
		[
			'CreateOTAFirmware',
			'FirmwareName',
			'_fix',
			'Field is "_fix", which the platform does not take',
			'Begin with a letter or digit, and use only letters, digits, hyphens, underscores and parentheses.',
		],
		[
			'CreateOTAFirmware',
			'FirmwareName',
			'a'.repeat(41),
			'Field has 41 characters',
			'Shorten it: the platform takes 40 at most.',
		],
		[
			'CreateOTAModule',
			'ModuleName',
			'模块',
			'Field is "模块", which the platform does not take',
			'Use only Latin letters, digits, dots, hyphens and underscores.',
		],
		[
			'UpdateOTAModule',
			'AliasName',
			'a&b',
			'Field is "a&b", which the platform does not take',
			'Use only letters, digits, dots, hyphens and underscores.',
		],
		['CreateOTAFirmware', 'SignMethod', 'CRC32', 'Field is "CRC32"', 'Use one of: MD5, SHA256.'],
		[
			'CreateOTAVerifyJob',
			'TimeoutInMinutes',
			1441,
			'Field is 1441',
			'Enter a whole number from 1 to 1440.',
		],
		['ListOTATaskByJob', 'CurrentPage', 0, 'Field is 0', 'Enter a whole number from 1.'],
		['ListOTATaskByJob', 'CurrentPage', true, 'Field is true', 'Enter a whole number from 1.'],
		['ListOTATaskByJob', 'CurrentPage', [3], 'Field is [3]', 'Enter a whole number from 1.'],
		[
			'CreateOTAStaticUpgradeJob',
			'NeedPush',
			'no',
			'Field is "no"',
			'Use an expression that gives true or false, or switch the field to Fixed.',
		],
	])(
		'when %s is given the %s %j, then the user reads "%s"',
		(action, parameter, value, message, description) => {
			const result = read(value, factsOf(action, parameter));
			expect(!result.ok && explain(result.fault)).toEqual({ message, description });
		},
	);

	it('when a list is longer than one request carries, then the user reads how many the platform takes', () => {
		const facts: ParameterFacts = { type: 'textList', maxItems: 2 };
		expect(tooManyEntries(['a', 'b'], facts, WORDS)).toBeUndefined();
		const fault = tooManyEntries(['a', 'b', 'c'], facts, WORDS);
		expect(fault && explain(fault)).toEqual({
			message: 'Field holds 3 names',
			description: 'The platform takes 2 at most. Spread them over several items.',
		});
	});

	it('when any whole number is given, then it is read as itself exactly when it is in the range', () => {
		fc.assert(
			fc.property(
				fc.maxSafeInteger(),
				fc.integer({ min: 1, max: 1000 }),
				fc.nat(1000),
				(number, min, span) => {
					const max = min + span;
					const result = read(number, { type: 'integer', min, max });
					expect(result.ok).toBe(number >= min && number <= max);
					if (result.ok) expect(result.value).toBe(number);
				},
			),
		);
	});

	it('when any text is given, then its length counts in characters as a reader counts them', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 50 }),
				fc.integer({ min: 1, max: 50 }),
				(length, max) => {
					const result = read('😀'.repeat(length), { type: 'text', maxLength: max });
					expect(result.ok).toBe(length <= max);
				},
			),
		);
	});
});
