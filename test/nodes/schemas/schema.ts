import { isRecord } from '../../../platform';

/** What n8n shows of a value before a node has run, in JSON Schema. */
interface Schema {
	readonly type: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
}

/**
 * The text of the output schema that fits these records: every key that one of them has, by name.
 * Throws where a key holds different kinds of values, since n8n could show but one.
 */
export function schemaText(records: readonly unknown[]): string {
	const schema = { ...schemaOf(records, 'an item'), version: 1 };
	return `${JSON.stringify(schema, null, '\t')}\n`;
}

/** @param place where the values stand, for a message */
function schemaOf(values: readonly unknown[], place: string): Schema {
	const types = new Set(values.map(typeOf));
	// What may be absent is shown as what it is when it is there, and a whole number may be a fraction too.
	if (types.size > 1) types.delete('null');
	if (types.has('number')) types.delete('integer');
	const [type = 'nothing', ...others] = types;
	if (others.length > 0) throw new Error(`${place} is ${type} and ${others.join(' and ')}`);
	if (type === 'object') return { type, properties: propertiesOf(values.filter(isRecord), place) };
	if (type !== 'array') return { type };
	const entries = values.flatMap((value): unknown[] => (Array.isArray(value) ? value : []));
	return entries.length > 0 ? { type, items: schemaOf(entries, `an entry of ${place}`) } : { type };
}

function propertiesOf(
	records: ReadonlyArray<Readonly<Record<string, unknown>>>,
	place: string,
): Record<string, Schema> {
	const keys = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
	return Object.fromEntries(
		keys.map((key) => {
			const values = records.filter((record) => key in record).map((record) => record[key]);
			return [key, schemaOf(values, `${key} of ${place}`)];
		}),
	);
}

function typeOf(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	if (value === null) return 'null';
	return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}
