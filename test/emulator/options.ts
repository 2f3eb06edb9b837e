import type { Action } from './actions/action';
import { demoFleet } from './fleet/fleets';
import type { FaultPlan } from './faults/faults';
import type { Fleet } from './fleet/fleet';
import type { RequestLogEntry } from './http/requestLog';
import type { Rollout } from './fleet/rollout';

/** The key pair that an emulator knows unless told otherwise. */
export const EMULATOR_ACCESS_KEY_ID = 'emulatorKeyId';
export const EMULATOR_ACCESS_KEY_SECRET = 'emulatorKeySecret';

const LOOPBACK = '127.0.0.1';

/** How the emulated instance behaves. Times are in milliseconds. */
export interface EmulatorOptions {
	/** 0 = any free one (default) */
	port?: number;
	/** what it listens on; default 127.0.0.1 */
	host?: string;
	/** the name by which others reach it, where that is not what it listens on */
	advertisedHost?: string;
	/** serves by TLS with a self-signed certificate for localhost and 127.0.0.1 */
	https?: boolean;
	accessKeyId?: string;
	accessKeySecret?: string;
	/** the key exists but is switched off */
	keyDisabled?: boolean;
	/** default demoFleet() */
	fleet?: Fleet;
	/** letter case of the keys in answers; the platform's pages print both. Default camel */
	letterCase?: 'camel' | 'pascal';
	/** the form of an answer to a request without Format; the pages contradict each other there */
	formatDefault?: 'json' | 'xml';
	/**
	 * How lists are printed: in an object named after the record (default), bare, or, when there is
	 * just one record, as that record itself.
	 */
	listShape?: 'wrapped' | 'bare' | 'single';
	/**
	 * What happens to a list between the reads of two of its pages: nothing (default), a record that
	 * was read vanishes, so that a reader misses one, or a record comes in before it, so that a reader
	 * gets one twice. An instance out of order gives every page but the first empty, or the first one
	 * whatever page is asked for.
	 */
	pages?: 'steady' | 'shrinking' | 'repeating' | 'cut' | 'stuck';
	/** what lists say of how many records there are: the truth (default), zero, or nothing */
	totals?: 'right' | 'zero' | 'blank';
	/** prints JobId and TaskId as JSON numbers, all 19 digits of them */
	bareNumbers?: boolean;
	/** takes GET alone */
	refusesPost?: boolean;
	/** actions that the key may not call */
	deniedActions?: readonly string[];
	/** versions that it knows; default both that the platform's page lists */
	versions?: readonly string[];
	/** requests of each action that may pass within any second; unset = no limit */
	requestsPerSecond?: number;
	/** waits before each answer; the action itself is carried out at once */
	latency?: number;
	/** how far the platform's clock is ahead of this computer's; the Date header follows it */
	clockOffset?: number;
	/** ms since 1970; for tests */
	now?: () => number;
	/** catches up with `now` before each request is answered */
	rollout?: Pick<Rollout, 'advance'>;
	/** a cancel that names a bad device still cancels the good ones, though it answers with a code */
	partialCancel?: boolean;
	/** a cancel is answered at once but the task turns CANCELED only this much later */
	cancelDelay?: number;
	/** lists of tasks show the states of so long ago, though a cancel goes by those of now */
	listLag?: number;
	/** the list of a job's tasks shows every device, whatever names it is asked for */
	ignoresNames?: boolean;
	/** actions that this instance offers beside the documented ones, by name */
	otherActions?: Readonly<Record<string, Action>>;
	faults?: FaultPlan;
	onRequest?: (entry: RequestLogEntry) => void;
}

/** The options that have a default, filled in, and those that may stay open. */
export type Settings = Required<
	Omit<EmulatorOptions, 'requestsPerSecond' | 'faults' | 'onRequest' | 'rollout' | 'https' | 'port'>
> &
	Pick<EmulatorOptions, 'requestsPerSecond' | 'onRequest' | 'rollout'>;

/** Fills in the defaults. */
export function settingsFrom(options: EmulatorOptions): Settings {
	return {
		host: options.host ?? LOOPBACK,
		advertisedHost: options.advertisedHost ?? options.host ?? LOOPBACK,
		accessKeyId: options.accessKeyId ?? EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: options.accessKeySecret ?? EMULATOR_ACCESS_KEY_SECRET,
		keyDisabled: options.keyDisabled ?? false,
		fleet: options.fleet ?? demoFleet(),
		letterCase: options.letterCase ?? 'camel',
		formatDefault: options.formatDefault ?? 'json',
		listShape: options.listShape ?? 'wrapped',
		pages: options.pages ?? 'steady',
		totals: options.totals ?? 'right',
		bareNumbers: options.bareNumbers ?? false,
		latency: options.latency ?? 0,
		clockOffset: options.clockOffset ?? 0,
		now: options.now ?? Date.now,
		partialCancel: options.partialCancel ?? false,
		cancelDelay: options.cancelDelay ?? 0,
		listLag: options.listLag ?? 0,
		ignoresNames: options.ignoresNames ?? false,
		refusesPost: options.refusesPost ?? false,
		deniedActions: options.deniedActions ?? [],
		versions: options.versions ?? ['2018-01-20', '2022-01-01'],
		otherActions: options.otherActions ?? {},
		requestsPerSecond: options.requestsPerSecond,
		onRequest: options.onRequest,
		rollout: options.rollout,
	};
}
