import type { CallAction } from './callAction';

/** Counts what a client sends, to tell the user afterwards. */
export class CallCounter {
	requests = 0;
	retries = 0;
	private readonly started: number;

	/** @param now ms since some fixed moment */
	constructor(private readonly now: () => number) {
		this.started = now();
	}

	/** The same call, counted. */
	over(call: CallAction): CallAction {
		return async (asked) => {
			const outcome = await call(asked);
			this.requests += outcome.attempts;
			this.retries += Math.max(0, outcome.attempts - 1);
			return outcome;
		};
	}

	/** Since the start, in seconds with one decimal. */
	get seconds(): string {
		return ((this.now() - this.started) / 1000).toFixed(1);
	}
}
