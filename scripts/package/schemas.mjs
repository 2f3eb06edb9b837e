import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from './readJson.mjs';

/** The output schemas of an operation, one for each version of the node that has one, the newest first. */
export function schemasOf(unpacked, { path }, { resource, value }) {
	const folder = join(unpacked, dirname(path), '__schema__');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort((left, right) => right.localeCompare(left, 'en', { numeric: true }))
		.map((version) => join(folder, version, resource, `${value}.json`))
		.filter((file) => existsSync(file))
		.map(readJson);
}

/** The names of all fields that a schema has at any depth. */
export function fieldNamesOf({ properties = {}, items }) {
	const inner = [...Object.values(properties), ...(items ? [items] : [])];
	return [...Object.keys(properties), ...inner.flatMap(fieldNamesOf)];
}
