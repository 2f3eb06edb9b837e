import type { ParameterFacts } from '../../../platform';

/** Values of a parameter, those of a list as its entries. */
type Values = readonly string[];

/** A bound of a parameter, by values that break it and others that just keep it. */
export interface Bound {
	readonly breaks: Values;
	readonly keeps: readonly Values[];
}

/** What the catalog says of the values of a parameter, in values that an instance can be asked with. */
export function boundsOf(facts: ParameterFacts): Bound[] {
	const { type, values, min, max, maxLength, maxItems } = facts;
	const bounds: Array<Bound | undefined> = [
		type === 'boolean' ? { breaks: ['maybe'], keeps: [['true'], ['false']] } : undefined,
		type === 'integer' ? { breaks: ['many'], keeps: [] } : undefined,
		type === 'time' ? { breaks: ['soon'], keeps: [] } : undefined,
		values && { breaks: ['NO_SUCH_VALUE'], keeps: values.map((value) => [value]) },
		min === undefined ? undefined : { breaks: [String(min - 1)], keeps: [[String(min)]] },
		max === undefined ? undefined : { breaks: [String(max + 1)], keeps: [[String(max)]] },
		maxLength === undefined
			? undefined
			: { breaks: ['a'.repeat(maxLength + 1)], keeps: [['a'.repeat(maxLength)]] },
		type === 'json' ? { breaks: ['{'], keeps: [] } : undefined,
		maxItems === undefined
			? undefined
			: { breaks: entries(type, maxItems + 1), keeps: [entries(type, maxItems)] },
	];
	return bounds.flatMap((bound) => bound ?? []);
}

/** Values that differ in nothing but what the catalog leaves open: how long a text is, how many a list has. */
export function openTo({ type, values, form, maxLength, maxItems }: ParameterFacts): Values[] {
	if (values) return [];
	if (type === 'textList' && maxItems === undefined) return [many(2), many(300)];
	if (type === 'text' && !form && maxLength === undefined) return [['aa'], ['a'.repeat(5000)]];
	return [];
}

/** So many entries of a list, or a JSON object of so many members. */
function entries(type: ParameterFacts['type'], count: number): Values {
	const names = many(count);
	if (type !== 'json') return names;
	return [JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])))];
}

function many(count: number): string[] {
	return Array.from({ length: count }, (_, at) => `n${at}`);
}
