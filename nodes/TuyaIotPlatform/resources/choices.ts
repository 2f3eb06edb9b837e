import type { INodePropertyOptions } from 'n8n-workflow';

/** What people read in place of a value. */
export type Words = string | Pick<INodePropertyOptions, 'name' | 'description'>;

/** Makes the options of a field from the values that the platform takes, sorted by name as n8n has them. */
export function choicesOf<Value extends string | number>(
	values: readonly Value[],
	wordsFor: (value: Value) => Words,
): INodePropertyOptions[] {
	return values
		.map((value) => {
			const words = wordsFor(value);
			const { name, ...rest } = typeof words === 'string' ? { name: words } : words;
			return { name, value, ...rest };
		})
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
