import { isJsonObject, isRecord } from '../json';
import type { JsonObject } from '../json';

/** What is remembered of a job. */
export interface JobMemory {
	/** When it was created, or while it runs last told, ms since 1970: the oldest is forgotten first. */
	readonly at: number;
	/** The share of failures that it was last told at, percent. */
	readonly told?: number;
	/** It has finished and all of it was told. */
	readonly done?: true;
}

/** Things that were told, by ID. */
export interface Known<Entry> {
	readonly entries: ReadonlyMap<string, Entry>;
	/**
	 * When the youngest that was forgotten came about, ms since 1970; 0 = nothing was. Whatever is as old
	 * and has no entry counts as known, so that forgetting tells nothing twice.
	 */
	readonly forgottenUpTo: number;
}

/** What a trigger remembers from one poll to the next. */
export interface Memory {
	/** The watch that it belongs to, see `keyOf`. */
	readonly watch: string;
	readonly jobs: Known<JobMemory>;
	/** Failed tasks that were told: when each failed, ms since 1970, by task ID. */
	readonly tasks: Known<number>;
}

/** IDs kept at most: 10,000 in all, about 400 KB of JSON. */
export const MOST_JOBS = 2_000;
export const MOST_TASKS = 8_000;

/** The memory of a watch that has told nothing yet. */
export function blankMemory(watch: string): Memory {
	return { watch, jobs: nothingKnown(), tasks: nothingKnown() };
}

export function nothingKnown<Entry>(): Known<Entry> {
	return { entries: new Map(), forgottenUpTo: 0 };
}

/**
 * Whether something without an entry was told and forgotten.
 * @param at when it came about, ms since 1970; NaN when nothing tells
 */
export function isForgotten<Entry>({ forgottenUpTo }: Known<Entry>, at: number): boolean {
	return forgottenUpTo > 0 && !(at > forgottenUpTo);
}

/** Keeps the youngest entries, at most so many. */
export function bounded<Entry>(
	known: Known<Entry>,
	most: number,
	timeOf: (entry: Entry) => number,
): Known<Entry> {
	if (known.entries.size <= most) return known;
	const byAge = [...known.entries].sort(([, a], [, b]) => timeOf(b) - timeOf(a));
	const youngestForgotten = byAge[most];
	return {
		entries: new Map(byAge.slice(0, most)),
		forgottenUpTo: Math.max(
			known.forgottenUpTo,
			youngestForgotten ? timeOf(youngestForgotten[1]) : 0,
		),
	};
}

/** The memory as JSON, for n8n's static data. */
export function memoryToJson({ watch, jobs, tasks }: Memory): JsonObject {
	return {
		watch,
		jobs: Object.fromEntries([...jobs.entries].map(([id, entry]) => [id, { ...entry }])),
		jobsForgottenUpTo: jobs.forgottenUpTo,
		tasks: Object.fromEntries(tasks.entries),
		tasksForgottenUpTo: tasks.forgottenUpTo,
	};
}

/** Reads a memory back; undefined for what is none, or the memory of another watch. */
export function memoryFromJson(json: unknown, watch: string): Memory | undefined {
	if (!isRecord(json) || json.watch !== watch) return undefined;
	return {
		watch,
		jobs: readKnown(json.jobs, json.jobsForgottenUpTo, readJob),
		tasks: readKnown(json.tasks, json.tasksForgottenUpTo, (value) =>
			typeof value === 'number' ? value : undefined,
		),
	};
}

function readKnown<Entry>(
	entries: unknown,
	forgottenUpTo: unknown,
	read: (value: unknown) => Entry | undefined,
): Known<Entry> {
	const pairs = Object.entries(isRecord(entries) ? entries : {});
	return {
		entries: new Map(
			pairs.flatMap(([id, value]): Array<[string, Entry]> => {
				const entry = read(value);
				return entry === undefined ? [] : [[id, entry]];
			}),
		),
		forgottenUpTo: typeof forgottenUpTo === 'number' ? forgottenUpTo : 0,
	};
}

function readJob(value: unknown): JobMemory | undefined {
	if (!isJsonObject(value) || typeof value.at !== 'number') return undefined;
	return {
		at: value.at,
		...(typeof value.told === 'number' ? { told: value.told } : {}),
		...(value.done === true ? { done: true } : {}),
	};
}
