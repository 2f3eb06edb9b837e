import { isDocumented } from '../errors/codes';
import type { JsonObject, JsonValue } from '../json';

/** A copy of an answer with each of its texts replaced, however deep; a code that was documented stays. */
export function withTexts(json: JsonObject, replace: (text: string) => string): JsonObject {
	const inObject = (object: JsonObject): JsonObject =>
		Object.fromEntries(Object.entries(object).map(([key, value]) => [key, inValue(value)]));
	const inValue = (value: JsonValue): JsonValue => {
		if (Array.isArray(value)) return value.map(inValue);
		if (typeof value === 'string') return isDocumented(value) ? value : replace(value);
		return typeof value === 'object' && value !== null ? inObject(value) : value;
	};
	return inObject(json);
}

/** A copy of an answer or record without the given keys, in either letter case and however deep. */
export function withoutKeys(json: JsonObject, keys: readonly string[]): JsonObject {
	const dropped = new Set(keys.map((key) => key.toLowerCase()));
	const keepObject = (object: JsonObject): JsonObject =>
		Object.fromEntries(
			Object.entries(object)
				.filter(([key]) => !dropped.has(key.toLowerCase()))
				.map(([key, value]) => [key, keep(value)]),
		);
	const keep = (value: JsonValue): JsonValue => {
		if (Array.isArray(value)) return value.map(keep);
		return typeof value === 'object' && value !== null ? keepObject(value) : value;
	};
	return keepObject(json);
}
