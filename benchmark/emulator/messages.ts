import type { CancelTimes } from './cancelTimes';

/** How the emulator behaves during one measurement. */
export interface EmulatorSetting {
	/** How many devices it holds, each with one task that can be cancelled. */
	readonly devices: number;
	/** The devices are instead those of a roll-out under way; some cannot be cancelled, some are not there. */
	readonly underWay?: boolean;
	/** Ms before each answer. */
	readonly latency: number;
	/** Requests that may pass within a second; undefined for no limit. */
	readonly requestsPerSecond: number | undefined;
}

/** What the emulator saw during one measurement. */
export interface EmulatorReport {
	readonly requests: number;
	/** Requests refused, by code, e.g. `Throttling.User`. */
	readonly refused: Readonly<Record<string, number>>;
	/** Devices whose task is cancelled now. */
	readonly cancelled: number;
	/** From the arrival of the first request to the answer to the last, ms. */
	readonly onTheWire: number;
	readonly cancelTimes: CancelTimes;
	readonly arrivals: readonly Arrival[];
}

/** When a request arrived, and whether it was let through. */
export interface Arrival {
	/** Ms since 1970. */
	readonly at: number;
	readonly throttled: boolean;
}

/** What the process of the emulator is asked. */
export type Order =
	| { readonly kind: 'start'; readonly setting: EmulatorSetting }
	| { readonly kind: 'report' };

/** What it replies. */
export type Reply =
	| { readonly kind: 'started'; readonly url: string; readonly endpoint: string }
	| { readonly kind: 'reported'; readonly report: EmulatorReport };
