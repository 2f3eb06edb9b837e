import { isJsonObject, readKey } from '../json';
import type { JsonObject, JsonValue } from '../json';

/** How the keys of an object begin. */
export type LetterCase = 'small' | 'capital' | 'mixed';

/** How the outermost keys of an answer begin; undefined for one without keys. */
export function letterCaseOf(json: JsonObject): LetterCase | undefined {
	const initials = Object.keys(json).map((key) => key.charAt(0));
	if (initials.length === 0) return undefined;
	const isSmall = initials.map((initial) => initial === initial.toLowerCase());
	if (isSmall.every(Boolean)) return 'small';
	return isSmall.some(Boolean) ? 'mixed' : 'capital';
}

/** How an answer holds its list. */
export interface ListLook {
	/** As documented, without its innermost wrapper, one record in its place, none at all, or otherwise. */
	readonly shape: 'documented' | 'bare' | 'single' | 'empty' | 'other';
	/** The documented keys that lead to it, as the answer spells them. */
	readonly keys: readonly string[];
}

/**
 * Looks how an answer holds its list.
 * @param path documented keys from the outermost to the list
 * @param identity the key by which a record is known
 */
export function listLookOf(
	answer: JsonObject,
	path: readonly string[],
	identity: string,
): ListLook {
	const keys: string[] = [];
	let value: JsonValue | undefined = answer;
	for (const name of path) {
		if (!isJsonObject(value)) break;
		const key = spellingOf(name, value);
		if (key === undefined) break;
		keys.push(key);
		value = value[key];
	}
	if (Array.isArray(value)) {
		const isDocumented = keys.length === path.length;
		return { shape: value.length === 0 ? 'empty' : isDocumented ? 'documented' : 'bare', keys };
	}
	if (!isJsonObject(value)) return { shape: value ? 'other' : 'empty', keys };
	if (keys.length > 0 && readKey(value, identity) !== undefined) return { shape: 'single', keys };
	const isEmpty = Object.keys(value).length === 0 || keys.length === 0;
	return { shape: isEmpty ? 'empty' : 'other', keys };
}

/** The key that has this name in whatever letter case; undefined for none. */
export function spellingOf(name: string, json: JsonObject): string | undefined {
	return Object.keys(json).find((key) => key.toLowerCase() === name.toLowerCase());
}

/** Whether IDs of this name stand as text or as numbers in the text of an answer; both where they do both. */
export function idTypesIn(body: string, name: string): Set<'text' | 'number'> {
	// A quote within a text has a backslash before it.
	const found = body.matchAll(new RegExp(`(?<!\\\\)"${name}"\\s*:\\s*(["\\d])`, 'gi'));
	return new Set([...found].map(([, first]) => (first === '"' ? 'text' : 'number')));
}
