import { readFileSync } from 'node:fs';

/** What a JSON file holds. */
export function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}
