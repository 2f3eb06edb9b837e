import { toPascal, type Json, type JsonObject } from './json';

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** Prints a tree as an XML document; elements are in Pascal case, lists repeat their element. */
export function toXml(root: string, tree: JsonObject): string {
	return `<?xml version="1.0" encoding="UTF-8"?>${element(root, toPascal(tree))}`;
}

function element(name: string, value: Json): string {
	if (Array.isArray(value)) return value.map((entry) => element(name, entry)).join('');
	return `<${name}>${content(value)}</${name}>`;
}

function content(value: Exclude<Json, Json[]>): string {
	if (typeof value !== 'object') return String(value).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
	return Object.entries(value)
		.map(([name, child]) => element(name, child))
		.join('');
}
