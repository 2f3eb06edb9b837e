/** A member of a JSON object: its key, and its value as it was written. */
export type Member = readonly [key: string, written: string];

const STRING = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
const STRING_OR_BLANKS = new RegExp(String.raw`(${STRING})|\s+`, 'gs');
const STRING_OR_MARK = new RegExp(String.raw`${STRING}|[{}[\],]`, 'gs');
const MEMBER = new RegExp(`^(${STRING}):(.*)$`, 's');

/** A JSON text without the blanks and line breaks around its values; numbers stay as they are written. */
export function compactJson(text: string): string {
	return text.replace(STRING_OR_BLANKS, (_, string: string | undefined) => string ?? '');
}

/**
 * The parts of a JSON list or object in their order, as they are written; none for an empty text.
 * @param text valid and compact, see `compactJson`
 */
export function partsOf(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 1;
	for (const { 0: mark, index } of text.matchAll(STRING_OR_MARK)) {
		if (mark === '{' || mark === '[') depth++;
		if (mark === '}' || mark === ']') depth--;
		if (depth > 1 || (depth === 1 && mark !== ',')) continue;
		if (index > start) parts.push(text.slice(start, index));
		start = index + 1;
	}
	return parts;
}

/**
 * The members of a JSON object in their order, a key that is there twice included; none for an empty text.
 * @param text valid and compact, see `compactJson`
 */
export function membersOf(text: string): Member[] {
	return partsOf(text).flatMap((part): Member[] => {
		const [, key, written] = MEMBER.exec(part) ?? [];
		return key === undefined || written === undefined ? [] : [[String(JSON.parse(key)), written]];
	});
}

/** The text of a JSON object with these members. */
export function objectOf(members: readonly Member[]): string {
	return `{${members.map(([key, written]) => `${JSON.stringify(key)}:${written}`).join(',')}}`;
}
