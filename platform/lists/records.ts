import { isJsonObject, readKey } from '../json';
import type { JsonObject, JsonValue } from '../json';

/**
 * Takes the records out of an answer. The platform's tables, examples and Alibaba Cloud's answers disagree
 * on how a list is wrapped, so a wrapped list, a bare one and a single object are all taken, with keys in
 * either letter case (PROTOCOL section 5).
 * @param path keys from the outermost to the list, e.g. `['Data', 'SimpleOTATaskInfo']`
 */
export function recordsIn(answer: JsonObject, path: readonly string[]): JsonObject[] {
	let value: JsonValue | undefined = answer;
	for (const [depth, key] of path.entries()) {
		if (!isJsonObject(value)) break;
		const inner: JsonValue | undefined = readKey(value, key);
		// Only the innermost wrapper may be missing: then what holds it is the record itself.
		if (inner === undefined && depth > 0 && depth === path.length - 1) break;
		value = inner;
	}
	if (Array.isArray(value)) return value.filter(isJsonObject);
	return isJsonObject(value) && Object.keys(value).length > 0 ? [value] : [];
}
