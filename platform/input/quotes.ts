/** Quotation marks by family, as keyboards and word processors write them. No name or ID holds any. */
const FAMILIES = ['"“”„‟＂«»', "'‘’‚‛＇‹›`´", '「」『』'] as const;

const AROUND = FAMILIES.map((marks) => new RegExp(`^[${marks}]([^${marks}]*)[${marks}]$`, 's'));

/** A spreadsheet keeps a cell as text when an apostrophe leads it, and some exports keep the apostrophe. */
const TEXT_MARK = /^['’]([^'’]+)$/;

const AT_ONE_END = new RegExp(`^[${FAMILIES.join('')}]|[${FAMILIES.join('')}]$`);

/** The text between quotation marks, trimmed; undefined for a text that has none around it, or nothing in them. */
export function betweenQuotes(text: string): string | undefined {
	for (const pair of AROUND) {
		const inside = pair.exec(text)?.[1]?.trim();
		if (inside) return inside;
	}
	return undefined;
}

/** A text without quotation marks around it or a spreadsheet's apostrophe before it. */
export function withoutQuotes(text: string): string {
	return betweenQuotes(text) ?? TEXT_MARK.exec(text)?.[1]?.trim() ?? text;
}

/** Whether a quotation mark begins or ends a text. */
export function hasQuoteAtEnd(text: string): boolean {
	return AT_ONE_END.test(text);
}
