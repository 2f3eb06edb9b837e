/** The lines that enclose a part of a document which a program writes. */
export interface Marks {
	readonly start: string;
	readonly end: string;
}

/** The document with another part between its marks; throws if it has no such marks. */
export function withPart(text: string, { start, end }: Marks, part: string): string {
	const [before, rest] = text.split(start);
	const [, after] = rest?.split(end) ?? [];
	if (before === undefined || after === undefined) throw new Error(`"${start}" is not there`);
	return `${before}${start}\n\n${part}\n\n${end}${after}`;
}
