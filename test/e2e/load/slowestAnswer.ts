/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';

const ASK_AGAIN = 100;

/** Asks a server time and again, and keeps how long it took at most to answer. */
export class SlowestAnswer {
	private slowest = 0;
	private ended = false;
	private readonly asking: Promise<void>;

	constructor(url: string) {
		this.asking = this.askAgain(url);
	}

	/** Stops asking; ms of the slowest answer. */
	async end(): Promise<number> {
		this.ended = true;
		await this.asking;
		return this.slowest;
	}

	private async askAgain(url: string): Promise<void> {
		while (!this.ended) {
			const asked = performance.now();
			// A connection kept open may be closed by the server just when the next request leaves.
			await (await fetch(url, { headers: { Connection: 'close' } })).text();
			this.slowest = Math.max(this.slowest, performance.now() - asked);
			await pause(ASK_AGAIN);
		}
	}
}
