import fc from 'fast-check';

const { constantFrom, oneof } = fc;

const key = oneof(
	{
		weight: 6,
		arbitrary: constantFrom('a', 'b1', 'a b', '名', 'é', '0', '12', '-1', '00', 'first'),
	},
	constantFrom(
		'length',
		'__proto__',
		'constructor',
		'prototype',
		'arguments',
		'toString',
		'binding',
	),
	constantFrom('a. constructor', 'x.isEmpty()', 'toInt', '__sanitize', '___n8n_data', '$', '$json'),
	constantFrom(
		'a}}b',
		'{{',
		'a"b',
		"a'b",
		'a\\b',
		'a\nb',
		'\u200b',
		' ',
		'',
		'class',
		'a//b',
		'/*',
	),
	fc.string({ maxLength: 4, unit: 'binary' }),
);

/** How people write it, and how they might. */
const WRITTEN = [
	(name: string) => `.${name}`,
	(name: string) => `["${name}"]`,
	(name: string) => `['${name}']`,
	(name: string) => `[${JSON.stringify(name)}]`,
	(name: string) => `[${name}]`,
	(name: string) => `?.${name}`,
	(name: string) => ` .${name}`,
	(name: string) => `[ "${name}" ]`,
	(name: string) => '[`' + name + '`]',
];

class Reading {
	a = 'own of an instance';
	get computed() {
		return 'computed';
	}
}

/** A list with a gap. */
export const sparse: string[] = ['a'];
sparse[2] = 'c';

const value = oneof(
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
	{ weight: 2, arbitrary: oneof(fc.double(), fc.integer(), constantFrom(-0, NaN, Infinity, 1e21)) },
	{ weight: 2, arbitrary: fc.array(fc.string(), { maxLength: 3 }) },
	constantFrom<unknown>(undefined, null, true, false, '', ' ', '={{ 1 }}', '{{ $json.a }}', [], {}),
	constantFrom<unknown>(sparse, ['a', 1], [['a']], [null], ['a', undefined], { a: 'b', length: 3 }),
	fc.constant(0).map(() => new Date(0)),
	fc.constant(0).map(() => new Reading()),
	fc.constant(0).map(() => new Map([['a', 'b']])),
	fc.constant(0).map(() => Object.create({ a: 'inherited', b1: 'inherited' }) as unknown),
	fc.constant(0).map(() => Object.defineProperty({}, 'a', { get: () => 'got', enumerable: true })),
);

/** An object in which the keys lead to the value, the key `__proto__` included. */
const nested = (keys: readonly string[], end: unknown): unknown =>
	keys.reduceRight<unknown>((inner, name) => {
		const holder: unknown = name === '0' ? [] : {};
		return Object.defineProperty(holder as object, name, {
			value: inner,
			enumerable: true,
			writable: true,
			configurable: true,
		});
	}, end);

const spacing = constantFrom('', ' ', ' ', '  ', '\t', '\n', '\r\n', '\u00a0', '\u2028');
const around = oneof(
	{ weight: 20, arbitrary: fc.constant('') },
	constantFrom(' ', 'x', '\n', '{{ $json.a }}', '}}', ';'),
);

/** Expressions that are plain or nearly so, and items of which the first holds something usual. */
export const plainSamples = fc
	.record({
		keys: fc.array(key, { minLength: 1, maxLength: 3 }),
		ways: fc.array(oneof({ weight: 9, arbitrary: constantFrom(1, 2, 0) }, fc.nat(8)), {
			minLength: 3,
			maxLength: 3,
		}),
		spaces: fc.tuple(spacing, spacing),
		outside: fc.tuple(around, around),
		ends: fc.array(value, { minLength: 2, maxLength: 4 }),
		stranger: value,
	})
	.map(({ keys, ways, spaces, outside, ends, stranger }) => {
		const path = keys.map((name, place) => WRITTEN[ways[place] ?? 0]?.(name) ?? '').join('');
		return {
			expression: `=${outside[0]}{{${spaces[0]}$json${path}${spaces[1]}}}${outside[1]}`,
			// The first is usual, so that what follows is read without n8n where the name allows it.
			items: [nested(keys, 'usual'), ...ends.map((end) => nested(keys, end)), stranger],
		};
	});
