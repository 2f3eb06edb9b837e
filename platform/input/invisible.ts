/**
 * Characters that nobody sees, but that make another name of a name: soft hyphen, zero-width and no-break
 * blanks, joiners, marks of the writing direction, line and paragraph separator, byte order mark.
 */
const INVISIBLE =
	/[\u00a0\u00ad\u061c\u115f\u1160\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0]/;

/**
 * Names the first invisible character of a text and its place, counted from 1, to be read after the name
 * of a field; undefined when there is none. Shows nothing else of the text, so that it may be a secret.
 */
export function invisibleIn(text: string): string | undefined {
	const index = text.search(INVISIBLE);
	if (index < 0) return undefined;
	const position = [...text.slice(0, index)].length + 1;
	const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
	return `holds an invisible character at position ${position} (U+${code})`;
}
