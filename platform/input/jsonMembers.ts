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
 * The members of a JSON object in their order, a key that is there twice included; none for an empty text.
 * @param text valid and compact, see `compactJson`
 */
export function membersOf(text: string): Member[] {
	const members: Member[] = [];
	let depth = 0;
	let start = 1;
	for (const { 0: mark, index } of text.matchAll(STRING_OR_MARK)) {
		if (mark === '{' || mark === '[') depth++;
		if (mark === '}' || mark === ']') depth--;
		if (depth > 1 || (depth === 1 && mark !== ',')) continue;
		const [, key, written] = MEMBER.exec(text.slice(start, index)) ?? [];
		if (key !== undefined && written !== undefined)
			members.push([String(JSON.parse(key)), written]);
		start = index + 1;
	}
	return members;
}

/** The text of a JSON object with these members. */
export function objectOf(members: readonly Member[]): string {
	return `{${members.map(([key, written]) => `${JSON.stringify(key)}:${written}`).join(',')}}`;
}
