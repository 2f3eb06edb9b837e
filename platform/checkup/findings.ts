import type { Asked } from './asking';
import type { RateSeen } from './rate';
import type { Way } from './ways';

/** One thing that was looked at. Texts for people, without a name, key or value of the instance. */
export interface Point {
	readonly point: string;
	/** What the instance showed. */
	readonly seen: string;
	/** What that means for workflows. */
	readonly meaning: string;
	/** What to do, if anything. */
	readonly advice: string;
	/** The section of docs/PROTOCOL.md that leaves the point open. */
	readonly section?: string;
}

/** All that a check has seen. */
export interface Findings {
	/** Reads in the order in which they were asked. */
	readonly asked: readonly Asked[];
	/** As the credential has it. */
	readonly own: Way;
	/** The way on which reads were answered; undefined where none was. */
	readonly taken: Way | undefined;
	/** What became of the measure; undefined where it was not asked for or nothing was answered. */
	readonly rate: RateSeen | undefined;
	readonly isHttps: boolean;
	readonly requests: number;
}

export const FINE = 'Nothing to do.';

/** A point of which nothing was seen, and why. */
export function notSeen(point: string, why: string, section?: string): Point {
	const rest = { meaning: why, advice: FINE, ...(section ? { section } : {}) };
	return { point, seen: 'not seen', ...rest };
}
