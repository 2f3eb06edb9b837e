import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	badInput,
	fail,
	gaveNothing,
	isNothing,
	ok,
	quoted,
	readChoice,
	readChoices,
	readCount,
	readFreeText,
	readPercent,
	readRequiredId,
	readSwitch,
} from '../../../platform';
import type { InputFault, Origin, Result } from '../../../platform';

// An option is defined once: what the editor offers and what the node takes cannot differ.

/** An option of a node, or a field that is read like one. */
export interface Option<Value> {
	/** As the editor shows it. */
	readonly field: INodeProperties;
	/** What stands for it where it is left alone. */
	readonly usual: Value;
	/** Whether it is read for every input item, which all have to agree; else the first item tells. */
	readonly guards: boolean;
	read(value: unknown, origin: Origin): Result<Value, InputFault>;
}

interface Words {
	readonly displayName: string;
	readonly name: string;
	readonly description: string;
	readonly placeholder?: string;
	/** What is to be read without a pointer on the name: shown below a field of its own. */
	readonly hint?: string;
	readonly displayOptions?: IDisplayOptions;
	/** Whether what it guards is worth more than an expression for each item. */
	readonly guards?: boolean;
}

interface CountWords extends Words {
	readonly default: number;
	readonly min: number;
	/** Absent = no limit but that of whole numbers. */
	readonly max?: number;
}

/** A whole number within bounds. */
export function countOption({ min, max, ...words }: CountWords): Option<number> {
	const bounds = { usual: words.default, least: min, most: max };
	const typeOptions = { minValue: min, ...(max === undefined ? {} : { maxValue: max }) };
	return {
		...basics(words, { type: 'number', typeOptions, default: words.default }),
		usual: words.default,
		read: (value, origin) => readCount(words.displayName, value, bounds, origin),
	};
}

/** A whole number that has to be given: what is left alone or emptied is refused. */
export function requiredCountOption(words: Omit<CountWords, 'default'>): Option<number> {
	const { displayName, min } = words;
	const option = countOption({ ...words, default: 0 });
	return {
		...option,
		field: { ...option.field, required: true },
		read: (value, origin) => {
			if (origin === 'expression' || !isNothing(value)) return option.read(value, origin);
			const fix = `Enter a whole number from ${min}, e.g. 500.`;
			return fail(badInput(displayName, 'is empty', fix));
		},
	};
}

/** A text that people write; empty where it is left alone. */
export function textOption(
	words: Words & { readonly placeholder: string; readonly emptyMeans: string },
): Option<string> {
	const { displayName, emptyMeans } = words;
	return {
		...basics(words, { type: 'string', default: '' }),
		usual: '',
		read: (value, origin) =>
			origin === 'expression' && isNothing(value)
				? fail(gaveNothing(displayName, value, { meant: emptyMeans }))
				: readFreeText(displayName, value),
	};
}

/** A share in percent, with up to two decimals in the editor. */
export function percentOption(words: Words & { readonly default: number }): Option<number> {
	const typeOptions = { minValue: 0, maxValue: 100, numberPrecision: 2 };
	return {
		...basics(words, { type: 'number', typeOptions, default: words.default }),
		usual: words.default,
		read: (value, origin) => readPercent(words.displayName, value, words.default, origin),
	};
}

/** Yes or no. */
export function switchOption(words: Words & { readonly default: boolean }): Option<boolean> {
	return {
		...basics(words, { type: 'boolean', default: words.default }),
		usual: words.default,
		read: (value, origin) => readSwitch(words.displayName, value, words.default, origin),
	};
}

/** A name that is never empty: where the user empties it, it is the usual one. */
export function nameOption(words: Words & { readonly default: string }): Option<string> {
	const { displayName, default: usual } = words;
	return {
		...basics(words, { type: 'string', default: usual }),
		usual,
		read: (value, origin) =>
			origin === 'user' && isNothing(value)
				? ok(usual)
				: readRequiredId(displayName, value, `Enter a name, e.g. ${usual}.`),
	};
}

/** A value to choose, as the editor lists it. */
interface Choice<Value extends string> extends INodePropertyOptions {
	readonly value: Value;
}

interface ChoiceWords<Value extends string> extends Words {
	readonly default: NoInfer<Value>;
	/** By name, as the editor lists them. */
	readonly options: ReadonlyArray<Choice<Value>>;
	readonly noDataExpression?: true;
}

/** One of several values. */
export function choiceOption<Value extends string>(words: ChoiceWords<Value>): Option<Value> {
	const values = words.options.map(({ value }) => value);
	const { noDataExpression } = words;
	return {
		...basics(words, {
			type: 'options',
			...(noDataExpression ? { noDataExpression } : {}),
			options: [...words.options],
			default: words.default,
		}),
		usual: words.default,
		read: (value, origin) => readChoice(words.displayName, value, values, words.default, origin),
	};
}

/** Any number of several values; none unless chosen or usual. */
export function choicesOption<Value extends string>(
	words: Omit<ChoiceWords<Value>, 'default'> & { readonly default?: ReadonlyArray<NoInfer<Value>> },
): Option<readonly Value[]> {
	const values = words.options.map(({ value }) => value);
	const { default: usual = [] } = words;
	return {
		...basics(words, { type: 'multiOptions', options: [...words.options], default: [...usual] }),
		usual,
		read: (value, origin) => readChoices(words.displayName, value, values, origin, usual),
	};
}

/** At least one of several values; these are chosen at first. */
export function someChoicesOption<Value extends string>(
	words: Omit<ChoiceWords<Value>, 'default'> & { readonly default: readonly NoInfer<Value>[] },
): Option<readonly Value[]> {
	const { default: usual, ...others } = words;
	const option = choicesOption(others);
	return {
		...option,
		field: { ...option.field, default: [...usual], required: true },
		usual,
		read: (value, origin) => {
			const read = option.read(value, origin);
			if (!read.ok || read.value.length > 0) return read;
			const fix = `Choose one or more of: ${words.options.map(({ name }) => name).join(', ')}.`;
			return fail(badInput(words.displayName, `is ${quoted(value)}`, fix));
		},
	};
}

const SAME_FOR_ALL =
	'Holds for the whole execution: an expression has to give the same for every item.';

function basics(
	{ displayName, name, description, placeholder, hint, displayOptions, guards = false }: Words,
	kind: Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>,
): Pick<Option<unknown>, 'field' | 'guards'> {
	const sentence = description.endsWith('.') ? description : `${description}.`;
	const field = {
		...{ displayName, name, ...kind },
		description: guards ? `${sentence} ${SAME_FOR_ALL}` : description,
		...(placeholder === undefined ? {} : { placeholder }),
		...(hint === undefined ? {} : { hint }),
		...(displayOptions === undefined ? {} : { displayOptions }),
	};
	return { field, guards };
}
