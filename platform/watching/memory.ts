import { isJsonObject, isRecord } from '../json';
import type { JsonObject } from '../json';
import { readToldTasks, toldTasksToJson } from './toldTasks';
import type { ToldByJob } from './toldTasks';

/** What is remembered of a job. */
export interface JobMemory {
	/** When it was created, or while it runs last looked at, ms since 1970: the oldest is forgotten first. */
	readonly at: number;
	/** The share of failures, or of successes, that it was last told at, percent. */
	readonly told?: number;
	/** When its devices were last looked at, ms since 1970. */
	readonly looked?: number;
	/** When it was first seen finished, ms since 1970, while its devices may still go offline. */
	readonly ended?: number;
	/** It was asked for its timeout. */
	readonly asked?: true;
	/** It has finished and all of it was told. */
	readonly done?: true;
}

/** Jobs that were told or seen, by ID. */
interface KnownJobs {
	readonly entries: ReadonlyMap<string, JobMemory>;
	/**
	 * When the youngest that was forgotten was created, ms since 1970; 0 = none was. A finished job that is as
	 * old and has no entry counts as told, so that forgetting tells nothing twice. One that was seen running
	 * has an entry.
	 */
	readonly forgottenUpTo: number;
}

/** What a trigger remembers from one poll to the next. */
export interface Memory {
	/** The watch that it belongs to, see `watchKey`. */
	readonly watch: string;
	readonly jobs: KnownJobs;
	/** Failed tasks that were told, by the ID of their job; only of jobs that are still to be looked at. */
	readonly tasks: ToldByJob;
}

/** Jobs kept at most: about 200 KB of JSON. */
export const MOST_JOBS = 2_000;

/** The memory of a watch that has told nothing yet. */
export function blankMemory(watch: string): Memory {
	return { watch, jobs: { entries: new Map(), forgottenUpTo: 0 }, tasks: new Map() };
}

/**
 * Whether a finished job without an entry was told and forgotten.
 * @param created ms since 1970; NaN when nothing tells
 */
export function isForgotten({ forgottenUpTo }: KnownJobs, created: number): boolean {
	return forgottenUpTo > 0 && !(created > forgottenUpTo);
}

/** Keeps the youngest jobs, at most so many. */
export function boundedJobs(known: KnownJobs, most: number): KnownJobs {
	if (known.entries.size <= most) return known;
	const byAge = [...known.entries].sort(([, a], [, b]) => b.at - a.at);
	const youngestForgotten = byAge[most];
	return {
		entries: new Map(byAge.slice(0, most)),
		forgottenUpTo: Math.max(known.forgottenUpTo, youngestForgotten?.[1].at ?? 0),
	};
}

/** The memory as JSON, for n8n's static data. */
export function memoryToJson({ watch, jobs, tasks }: Memory): JsonObject {
	return {
		watch,
		jobs: Object.fromEntries([...jobs.entries].map(([id, entry]) => [id, { ...entry }])),
		jobsForgottenUpTo: jobs.forgottenUpTo,
		toldTasks: toldTasksToJson(tasks),
	};
}

/** Reads a memory back, also that of 1.0.0; undefined for what is none, or the memory of another watch. */
export function memoryFromJson(json: unknown, watch: string): Memory | undefined {
	if (!isRecord(json) || json.watch !== watch) return undefined;
	const pairs = Object.entries(isRecord(json.jobs) ? json.jobs : {});
	const entries = pairs.flatMap(([id, value]): Array<[string, JobMemory]> => {
		const entry = readJob(value);
		return entry === undefined ? [] : [[id, entry]];
	});
	const { jobsForgottenUpTo } = json;
	return {
		watch,
		jobs: {
			entries: new Map(entries),
			forgottenUpTo: typeof jobsForgottenUpTo === 'number' ? jobsForgottenUpTo : 0,
		},
		tasks: readToldTasks(json),
	};
}

function readJob(value: unknown): JobMemory | undefined {
	if (!isJsonObject(value) || typeof value.at !== 'number') return undefined;
	const { at, told, looked, ended, asked, done } = value;
	return {
		at,
		...(typeof told === 'number' ? { told } : {}),
		...(typeof looked === 'number' ? { looked } : {}),
		...(typeof ended === 'number' ? { ended } : {}),
		...(asked === true ? { asked } : {}),
		...(done === true ? { done } : {}),
	};
}
