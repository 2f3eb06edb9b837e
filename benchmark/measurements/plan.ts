/** How much is measured. */
export interface Plan {
	readonly rounds: number;
	/** Of what takes minutes a round: a roll-out under way, and the node's own work. */
	readonly longRounds: number;
	/** Devices to cancel under the limit. */
	readonly devices: number;
	/** Of these, how many are measured where a request names one device; the rest is scaled. */
	readonly devicesOneByOne: number;
	/** Devices named when a roll-out under way is stopped. */
	readonly devicesUnderWay: number;
	/** Of these, how many are measured for the script that halves what is refused; the rest is scaled. */
	readonly devicesHalved: number;
	/** Devices to cancel without the limit, for CPU and memory. */
	readonly devicesUnlimited: number;
	/** The node's own work is compared between these two numbers of items. */
	readonly growth: readonly [few: number, many: number];
	/** How many processes share the limit, each size by itself. */
	readonly processes: readonly number[];
	/** How many requests each of them sends. */
	readonly requestsEach: number;
	/** How long each signer is measured in each round, ms. */
	readonly signingTime: number;
}

/** The limit and latency under which all are timed. */
export const LIMIT = { requestsPerSecond: 10, latency: 50 } as const;

/** Names in the request whose signing is measured. */
export const NAMES = 200;

export const FULL: Plan = {
	rounds: 3,
	longRounds: 1,
	devices: 10_000,
	devicesOneByOne: 500,
	devicesUnderWay: 10_000,
	devicesHalved: 400,
	devicesUnlimited: 10_000,
	growth: [10_000, 100_000],
	processes: [2, 8, 16],
	requestsEach: 60,
	signingTime: 3_000,
};

/** Enough to see that everything runs; its figures say nothing. */
export const QUICK: Plan = {
	rounds: 1,
	longRounds: 1,
	devices: 2_000,
	devicesOneByOne: 40,
	devicesUnderWay: 400,
	devicesHalved: 200,
	devicesUnlimited: 1_000,
	growth: [1_000, 10_000],
	processes: [2],
	requestsEach: 60,
	signingTime: 200,
};

/** Everyone's turn in a round: forwards and backwards in turn, so that no one always runs on a warm machine. */
export function turns<Key>(keys: readonly Key[], round: number): Key[] {
	return round % 2 === 0 ? [...keys] : keys.toReversed();
}
