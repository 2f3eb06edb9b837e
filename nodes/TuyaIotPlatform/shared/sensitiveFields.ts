import { ACTIONS } from '../../../platform';
import type { ActionFacts } from '../../../platform';

/**
 * Where an output can hold secrets, if they are asked for: in a record, and in an answer as received. n8n
 * shows none of these in what it keeps of an execution. Paths as n8n writes them, in either letter case
 * that the platform has.
 */
export const sensitiveFields: string[] = [
	...new Set(Object.values(ACTIONS).flatMap((facts) => pathsOf(facts).flatMap(inEitherCase))),
].sort();

/** The paths to the secrets of an action, as the catalog writes keys. */
function pathsOf({ secrets = [], record, list }: ActionFacts): string[][] {
	const places = [[], ...(record ? [record] : []), ...(list ? placesOf(list.path) : [])];
	return secrets.flatMap((secret) => places.map((place) => [...place, secret]));
}

/** A list may stand without its innermost wrapper. */
function placesOf(path: readonly string[]): string[][] {
	return [path, path.slice(0, -1)].map((keys) =>
		keys.map((key, depth) => (depth === keys.length - 1 ? `${key}[*]` : key)),
	);
}

function inEitherCase(path: readonly string[]): string[] {
	// A key that begins with several capitals, OSSAccessKeyId, is the same in both.
	const camel = path.map((key) => key.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase()));
	return [path.join('.'), camel.join('.')];
}
