const SECOND = 1000;

/** Lets at most so many requests pass within any second; refused ones do not count. */
export class RateLimit {
	private passed: number[] = [];

	constructor(private readonly requestsPerSecond: number | undefined) {}

	/** Whether a request at this time (ms) may pass; if so, it is counted. */
	admits(now: number): boolean {
		if (this.requestsPerSecond === undefined) return true;
		this.passed = this.passed.filter((at) => at > now - SECOND);
		if (this.passed.length >= this.requestsPerSecond) return false;
		this.passed.push(now);
		return true;
	}
}
