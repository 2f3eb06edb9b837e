/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export interface JsonObject {
	[key: string]: JsonValue;
}

/** What tells where strings begin and end, or an integer of 16 digits and more that stands by itself. */
const ESCAPE_QUOTE_OR_LONG_INTEGER = /\\.|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

/**
 * Parses JSON, but hands integers beyond 2^53 on as text: job and task IDs have 19 digits, which a
 * JavaScript number cannot hold (PROTOCOL section 5). Returns undefined for text that is not JSON.
 */
export function parseJson(text: string): JsonValue | undefined {
	let inString = false;
	const safe = text.replace(ESCAPE_QUOTE_OR_LONG_INTEGER, (token) => {
		if (token === '"') inString = !inString;
		const isDamaged = !inString && /\d$/.test(token) && !Number.isSafeInteger(Number(token));
		return isDamaged ? `"${token}"` : token;
	});
	try {
		const value: JsonValue = JSON.parse(safe);
		return value;
	} catch {
		return undefined;
	}
}

/** Whether a value is a JSON object: not null, not a list. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a key without regard to its letter case: the platform's pages differ in it (PROTOCOL section 5). */
export function readKey(object: JsonObject, name: string): JsonValue | undefined {
	const key = keyOf(object, name);
	return key === undefined ? undefined : object[key];
}

/** The named keys that an object has, in the order of the names and as the object spells them. */
export function pickKeys(object: JsonObject, names: readonly string[]): JsonObject {
	return Object.fromEntries(
		names.flatMap((name) => {
			const key = keyOf(object, name);
			const value = key === undefined ? undefined : object[key];
			return key === undefined || value === undefined ? [] : [[key, value]];
		}),
	);
}

/** The key of an object that has this name in some letter case. */
function keyOf(object: JsonObject, name: string): string | undefined {
	if (Object.hasOwn(object, name)) return name;
	// Nearly every answer is in one of two cases, and lists of thousands of records are read key by key.
	const camel = name.charAt(0).toLowerCase() + name.slice(1);
	if (Object.hasOwn(object, camel)) return camel;
	const wanted = name.toLowerCase();
	return Object.keys(object).find((candidate) => candidate.toLowerCase() === wanted);
}

/** Reads a key as text, whatever its letter case; empty when it is absent. */
export function readText(object: JsonObject, name: string): string {
	const value = readKey(object, name);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a value is an object with keys: not null, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
