import { isJsonObject, readKey, readText } from '../json';
import type { JsonObject, JsonValue } from '../json';

/** What an answer says of the request: `none` for neither or both. */
export type Verdict = 'yes' | 'no' | 'none';

/**
 * Reads the verdict of an envelope. Only `success` true says yes, and not beside a code that tells of something
 * else; only `success` false or such a code says no. Source: PROTOCOL section 5.
 */
export function verdictOf(json: JsonObject): Verdict {
	const said = Object.entries(json)
		.filter(([key]) => key.toLowerCase() === 'success')
		.map(([, value]) => truthOf(value));
	const isDenied = said.includes(false);
	const isAffirmed = said.includes(true);
	const hasCode = isTellingCode(readKey(json, 'code'));
	if (isAffirmed) return isDenied || hasCode || said.includes(undefined) ? 'none' : 'yes';
	if (isDenied) return 'no';
	return hasCode && readText(json, 'code') !== '' ? 'no' : 'none';
}

/** True or false, also as text: whoever prints answers from XML or from tables writes it so. */
function truthOf(value: JsonValue): boolean | undefined {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (text === true || text === 'true') return true;
	return text === false || text === 'false' ? false : undefined;
}

/** What stands in place of a code where all is well, in whatever letter case. */
const ALL_IS_WELL: ReadonlySet<string> = new Set(['', '0', '200', 'ok']);

function isTellingCode(code: JsonValue | undefined): boolean {
	if (code === undefined || code === null) return false;
	if (typeof code !== 'string' && typeof code !== 'number') return true;
	return !ALL_IS_WELL.has(String(code).trim().toLowerCase());
}

/**
 * Whether the Tuya OpenAPI wrote this: `t`, `success`, and `msg` beside a numeric `code` or `result`, but never
 * a request ID. It is another platform, with other actions and keys.
 */
export function isOfOpenApi(json: JsonObject): boolean {
	const { t, success, msg, result, code } = json;
	return (
		typeof t === 'number' &&
		typeof success === 'boolean' &&
		readKey(json, 'requestId') === undefined &&
		(result !== undefined || (typeof msg === 'string' && typeof code === 'number'))
	);
}

/** Most keys of an answer that its outline has, and most characters of a value. */
const MOST_KEYS = 8;
const MOST_CHARACTERS = 80;

/** An answer in one line: its outermost keys and their plain values. What stands deeper may be secret. */
export function outlineOf(json: JsonObject): string {
	const entries = Object.entries(json).slice(0, MOST_KEYS);
	const parts = entries.map(([key, value]) => `${cut(key)}: ${outlineOfValue(value)}`);
	const rest = Object.keys(json).length > MOST_KEYS ? ', …' : '';
	return `{ ${parts.join(', ')}${rest} }`;
}

function outlineOfValue(value: JsonValue): string {
	if (Array.isArray(value)) return value.length > 0 ? '[…]' : '[]';
	if (isJsonObject(value)) return '{…}';
	return typeof value === 'string' ? JSON.stringify(cut(value)) : String(value);
}

function cut(text: string): string {
	return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
