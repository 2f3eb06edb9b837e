/** Remembers each nonce for as long as its request would still pass the check of the time. */
export class NonceLedger {
	private readonly expiries = new Map<string, number>();
	private sweepAt = 10_000;

	constructor(private readonly lifetime: number) {}

	/** Notes a nonce; false when it was noted before. Times are ms since 1970. */
	accepts(nonce: string, timestamp: number, now: number): boolean {
		const expiry = this.expiries.get(nonce);
		if (expiry !== undefined && expiry >= now) return false;
		this.expiries.set(nonce, timestamp + this.lifetime);
		if (this.expiries.size >= this.sweepAt) this.sweep(now);
		return true;
	}

	/** Doubling the next size keeps the cost of a sweep small for each request. */
	private sweep(now: number): void {
		for (const [nonce, expiry] of this.expiries) if (expiry < now) this.expiries.delete(nonce);
		this.sweepAt = Math.max(10_000, this.expiries.size * 2);
	}
}
