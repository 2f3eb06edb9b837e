/**
 * How a parameter is written: a list as `Name.1`, `Name.2` …, a boolean as `true` or `false`, `json` as the
 * text of a JSON object, a time in milliseconds since 1970. IDs are text: they can be longer than a number holds.
 */
export type ParameterType = 'text' | 'integer' | 'boolean' | 'textList' | 'json' | 'time';

/** What the platform's page says about the characters of a text. */
export interface TextForm {
	/** Never narrower than the page. */
	readonly pattern: RegExp;
	/** How to write such a text, as an advice to whoever did not. */
	readonly advice: string;
}

/** What the platform's page says about one parameter. A figure it does not state is absent. */
export interface ParameterFacts {
	readonly type: ParameterType;
	/** Absent = the action does without it. */
	readonly required?: true;
	/** Taken by Alibaba Cloud's own endpoint alone, which wants a RegionId; the platform does not document it. */
	readonly needsRegion?: true;
	/** The only values it takes, as written on the wire; of a list, the values of each entry. */
	readonly values?: readonly string[];
	/** Smallest whole number. */
	readonly min?: number;
	/** Largest whole number. */
	readonly max?: number;
	/** Most characters of a text. */
	readonly maxLength?: number;
	/** Text that people write for people: any character may be in it. */
	readonly free?: true;
	/** What a text as a whole looks like. */
	readonly form?: TextForm;
	/** Most entries of a list, or members of a JSON object. */
	readonly maxItems?: number;
	/** A JSON object without members is a value of its own. */
	readonly orNone?: true;
}

/** How a list is read in pages, which count from 1 with `CurrentPage` and `PageSize`. */
export interface PagingFacts {
	/** Largest `PageSize`. */
	readonly largestPage: number;
	/** Absent = pages are reached by number alone. */
	readonly nextToken?: {
		/** When `CurrentPage` times `PageSize` is above this, the request needs the `NextToken` of the answer before. */
		readonly neededAbove: number;
		/** With it, `CurrentPage` times `PageSize` has to stay below this. */
		readonly endsBelow: number;
	};
}

/** Where an answer keeps its list of records. */
export interface ListFacts {
	/** Keys from the outermost to the list, e.g. `['Data', 'SimpleOTATaskInfo']`. */
	readonly path: readonly string[];
	/** The key that makes a record itself, e.g. `TaskId`: two records with the same are one. */
	readonly identity: string;
	/** Absent = the list comes whole. */
	readonly paging?: PagingFacts;
}

/** What becomes of the platform, or of a device, when an action is called. */
export type Effect = 'read' | 'change' | 'create' | 'invoke';

/** What the platform documents about one action. */
export interface ActionFacts {
	/** By name on the wire, letter case included. A list, on the pages `X.N`, is named `X`. Without `Action` and the common ones. */
	readonly parameters: Readonly<Record<string, ParameterFacts>>;
	/** Absent = the answer holds no list. */
	readonly list?: ListFacts;
	/** Keys to the one record of an answer, e.g. `['FirmwareInfo']`. Absent = it holds none. */
	readonly record?: readonly string[];
	/**
	 * A read changes nothing, a change can be repeated and leaves the same behind, a create makes something
	 * anew each time, and an invoke has a device do something each time.
	 */
	readonly effect: Effect;
	/** Calls a second that Alibaba Cloud grants one account; the platform states no figure. Absent = none seen. */
	readonly requestsPerSecond?: number;
	/**
	 * Of a record with more than ten keys those that people look for, ten at most: what it is, its state, what it
	 * belongs to and when it changed. Absent = a record is short.
	 */
	readonly simplified?: readonly string[];
	/** Keys of a record that nobody but the platform and the device or uploader should know. */
	readonly secrets?: readonly string[];
	/** Page the facts were read on: the Chinese one where there is one, since the English ones change letter case. */
	readonly page: string;
}

/** Actions by name on the wire. */
export type ActionTable = Readonly<Record<string, ActionFacts>>;
