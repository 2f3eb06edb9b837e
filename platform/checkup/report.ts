import type { Point } from './findings';

/** The points as a Markdown table, to be pasted into an issue. Has no name, key or value of the instance. */
export function reportOf(points: readonly Point[]): string {
	const rows = points.map(({ point, seen, section = '' }) =>
		[point, seen, section].map(cell).join(' | '),
	);
	return [
		'## What the instance answered',
		'',
		'| Point | Seen | Open in docs/PROTOCOL.md |',
		'| --- | --- | --- |',
		...rows.map((row) => `| ${row} |`),
		'',
	].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
