import fc from 'fast-check';
import type { ActionParameters } from '../../platform/catalog/actionParameters';

/** The characters that encoders disagree about, plain ones, and any others. */
function character(unit: 'binary' | 'binary-ascii' | 'grapheme') {
	return fc.oneof(
		fc.constantFrom(...`*~'()!+ %&=/?#-_.,:"`),
		fc.constantFrom(...'azAZ059'),
		fc.string({ unit, minLength: 1, maxLength: 1 }),
	);
}

const name = fc
	.string({ unit: character('binary-ascii'), minLength: 1, maxLength: 8 })
	.map((text) => `x${text}`);

function deviceNames(text: fc.Arbitrary<string>) {
	const upTo = (minLength: number, maxLength: number) =>
		fc.array(text, { minLength, maxLength, size: 'max' });
	return fc.oneof(
		{ weight: 97, arbitrary: upTo(1, 4) },
		{ weight: 2, arbitrary: upTo(1, 200) },
		{ weight: 1, arbitrary: upTo(200, 200) },
	);
}

/**
 * Parameters of an action with 1 to 200 device names; most sets are small.
 * @param values `wellFormed` has no lone surrogates, which a foreign client refuses
 */
export function parameterSets(
	values: 'any' | 'wellFormed' = 'wellFormed',
): fc.Arbitrary<ActionParameters & { readonly Action: string }> {
	const unit = character(values === 'any' ? 'binary' : 'grapheme');
	const text = fc.string({ unit, maxLength: 10 });
	const anyText =
		values === 'any'
			? fc.oneof(
					text,
					fc.tuple(text, fc.constantFrom('\ud800', '\udfff'), text).map((t) => t.join('')),
				)
			: text;
	const own = fc.dictionary(name, fc.oneof(anyText, fc.boolean(), fc.maxSafeInteger()), {
		maxKeys: 5,
		noNullPrototype: true,
	});
	return fc
		.record({ own, DeviceName: deviceNames(anyText) })
		.map(({ own: others, DeviceName }) => ({
			...others,
			Action: 'CancelOTATaskByDevice',
			DeviceName,
		}));
}
