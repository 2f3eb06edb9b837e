/** What was measured several times. */
export interface Measured {
	readonly median: number;
	readonly min: number;
	readonly max: number;
}

/** The median, and the smallest and largest where they differ. */
export function written({ median, min, max }: Measured): string {
	const isSteady = figure(min) === figure(max);
	return isSteady ? figure(median) : `${figure(median)} (${figure(min)} - ${figure(max)})`;
}

export function figure(value: number): string {
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
	return value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (column === 0 ? '---' : head.length > 3 ? '---:' : '---'));
	return [line(head), line(rule), ...rows.map(line)].join('\n');
}
