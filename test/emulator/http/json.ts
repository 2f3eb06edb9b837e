export type Json = string | number | boolean | JsonObject | Json[];
export interface JsonObject {
	[key: string]: Json;
}

/** How a tree with lower camel case keys is printed. */
export interface JsonForm {
	letterCase: 'camel' | 'pascal';
	/** prints jobId and taskId without quotes */
	bareNumbers: boolean;
}

/** Prints a tree as JSON text. */
export function toJson(tree: JsonObject, form: JsonForm): string {
	const text = JSON.stringify(form.letterCase === 'pascal' ? toPascal(tree) : tree);
	if (!form.bareNumbers) return text;
	// On the text, because a JavaScript number cannot hold 19 digits. A quote within a value is
	// escaped, so that nothing in a value looks like these keys.
	return text.replace(/"(jobId|taskId)":"(\d+)"/gi, '"$1":$2');
}

/** The same tree with every key in Pascal case. */
export function toPascal(tree: JsonObject): JsonObject {
	const pascal: JsonObject = {};
	for (const [key, value] of Object.entries(tree)) pascal[capitalised(key)] = pascalValue(value);
	return pascal;
}

function pascalValue(value: Json): Json {
	if (Array.isArray(value)) return value.map((entry) => pascalValue(entry));
	return typeof value === 'object' ? toPascal(value) : value;
}

function capitalised(key: string): string {
	return key.charAt(0).toUpperCase() + key.slice(1);
}
