/* eslint-disable @n8n/community-nodes/no-restricted-imports, import-x/no-unresolved -- never shipped: calculates by a library; installed in benchmark only */
import { max, median, min } from 'simple-statistics';

/** Several measurements of the same thing. */
export interface Spread {
	readonly median: number;
	readonly min: number;
	readonly max: number;
	/** In the order in which they were taken. */
	readonly runs: readonly number[];
}

/** Sums measurements up. Throws if there is none. */
export function spreadOf(values: readonly number[]): Spread {
	const runs = values.map((value) => Number(value.toPrecision(5)));
	return { median: median(runs), min: min(runs), max: max(runs), runs };
}

/** The same measurements in another unit, or of so many times as much. */
export function scaled({ runs }: Spread, factor: number): Spread {
	return spreadOf(runs.map((value) => value * factor));
}
