const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// Brackets and braces differ in this bit alone.
const BRACE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/**
 * Whether a JSON text nests lists and objects deeper than so many levels. Looks at the text, so that nothing
 * that deep is ever built: whoever walks it afterwards, n8n included, would run out of stack.
 */
export function isDeeperThan(text: string, levels: number): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charCodeAt(at);
		if (character === QUOTE) at = endOfString(text, at);
		else if ((character | BRACE) === CLOSING) depth--;
		else if ((character | BRACE) === OPENING && ++depth > levels) return true;
	}
	return false;
}

/** Where the string that begins at a quote has its last quote; the end of the text when it has none. */
function endOfString(text: string, start: number): number {
	for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
		let backslashes = 0;
		while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
		if (backslashes % 2 === 0) return at;
	}
	return text.length;
}
