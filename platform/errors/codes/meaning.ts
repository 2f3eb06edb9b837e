/** What kind of thing a code says. Retry and wording depend on it. */
export type CodeKind =
	| 'auth'
	| 'clock'
	| 'signature'
	| 'throttle'
	| 'transient'
	| 'input'
	| 'notFound'
	| 'state'
	| 'limit'
	| 'permission'
	| 'platform';

/** What one of the platform's codes says, told to a person who does not program. */
export interface CodeMeaning {
	readonly kind: CodeKind;
	/** What happened: one sentence, ending in a full stop. */
	readonly happened: string;
	/** What to do about it: one or two sentences, each ending in a full stop. */
	readonly remedy: string;
	/** A later attempt with a new nonce, time and signature can pass. Absent = false. */
	readonly retry?: true;
	/** One or some of the devices named in the request can be the cause, so a smaller request can pass. Absent = false. */
	readonly devices?: true;
	/** The code does not tell whether a device named in the request or the request as a whole is the cause. Absent = false. */
	readonly perhapsDevices?: true;
	/** The platform says that there is no task left that this request could cancel. Absent = false. */
	readonly nothingToCancel?: true;
}

/** Codes of one family, spelled as the platform spells them. */
export type CodeTable = Readonly<Record<string, CodeMeaning>>;

type Flags = Pick<CodeMeaning, 'retry' | 'devices' | 'perhapsDevices' | 'nothingToCancel'>;
type Row = (happened: string, remedy: string, flags?: Flags) => CodeMeaning;

const rowOf =
	(kind: CodeKind, always?: Flags): Row =>
	(happened, remedy, flags) => ({ kind, happened, remedy, ...always, ...flags });

// One builder for each kind, so that a table reads as rows of code, kind, sentence, remedy.
export const auth = rowOf('auth');
export const clock = rowOf('clock');
export const signature = rowOf('signature');
export const input = rowOf('input');
export const notFound = rowOf('notFound');
export const state = rowOf('state');
export const limit = rowOf('limit');
export const permission = rowOf('permission');
export const platform = rowOf('platform');

// These two pass by themselves, whatever the code, so a row need not say so.
export const throttle = rowOf('throttle', { retry: true });
export const transient = rowOf('transient', { retry: true });
