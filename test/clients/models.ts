import * as sdk from '@alicloud/iot20180120';

/** A request or answer of the SDK: what its fields are called on the wire, and what they hold. */
export interface Model {
	new (fields?: Record<string, unknown>): object;
	/** Names on the wire by the names of fields. */
	names(): Record<string, string>;
	/** By the names of fields: `string`, `number`, `boolean`, another model, or a list of one of them. */
	types(): Record<string, unknown>;
}

const EXPORTED: ReadonlyMap<string, unknown> = new Map(Object.entries(sdk));

/** The model of this name, e.g. `QueryOTAJobRequest`; undefined where the SDK has none. */
export function modelOf(name: string): Model | undefined {
	const found = EXPORTED.get(name);
	return isModel(found) ? found : undefined;
}

function isModel(value: unknown): value is Model {
	return typeof value === 'function' && 'names' in value && 'types' in value;
}

/** Records in a list of a made answer. */
const RECORDS = 2;

/** What an answer says of itself where it is a yes with one page. */
const PLAIN: Readonly<Record<string, unknown>> = {
	...{ Code: '', ErrorMessage: '', Success: true, NextToken: '' },
	...{ CurrentPage: 1, Page: 1, PageCount: 1, PageSize: RECORDS, Total: RECORDS },
};

/** An answer in which every field of a model is filled as its type wants it; IDs have 19 digits. */
export function answerOf(model: Model, number = 1): Record<string, unknown> {
	const types = model.types();
	return Object.fromEntries(
		Object.entries(model.names()).map(([field, name]) => [
			name,
			PLAIN[name] ?? valueOf(name, types[field], number),
		]),
	);
}

function valueOf(name: string, type: unknown, number: number): unknown {
	if (isModel(type)) return answerOf(type, number);
	if (type === 'number') return number;
	if (type === 'boolean') return true;
	if (type === 'string') return textOf(name, number);
	const { itemType } = Object(type);
	if (itemType === undefined) throw new Error(`${name} has a type that is not known here`);
	return Array.from({ length: RECORDS }, (_, place) => valueOf(name, itemType, place + 1));
}

function textOf(name: string, number: number): string {
	return name.endsWith('Id') ? `183634078000000000${number}` : `${name} ${number}`;
}
