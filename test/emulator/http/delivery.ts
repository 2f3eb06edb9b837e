/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- an emulator of late answers needs a server and timers; none of it ships */
import type { ServerResponse } from 'node:http';
import type { Answer } from './answers';

/** How a request ends on the wire. */
export interface Delivery {
	/** break = the socket is closed within the body */
	ending: 'answer' | 'break' | 'reset' | 'hang';
	answer?: Answer;
	/** ms before it */
	delay: number;
}

/** Brings answers onto the wire, now or later, and forgets the late ones when told to stop. */
export class Courier {
	private readonly timers = new Set<NodeJS.Timeout>();
	private isStopped = false;

	/** `date` gives the value of the Date header at the moment of writing. */
	constructor(private readonly date: () => string) {}

	/** Drops what comes after stop(). */
	deliver(response: ServerResponse, delivery: Delivery): void {
		if (this.isStopped) return;
		if (delivery.delay <= 0) {
			this.end(response, delivery);
			return;
		}
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			this.end(response, delivery);
		}, delivery.delay);
		this.timers.add(timer);
	}

	stop(): void {
		this.isStopped = true;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	private end(response: ServerResponse, { ending, answer }: Delivery): void {
		if (ending === 'hang') return;
		if (ending === 'reset' || answer === undefined) {
			response.destroy();
			return;
		}
		const length = Buffer.byteLength(answer.body);
		response.sendDate = false;
		response.writeHead(answer.status, {
			...answer.headers,
			Date: this.date(),
			// A body that breaks off is announced longer than it is.
			'Content-Length': ending === 'break' ? length * 2 : length,
		});
		if (ending === 'answer') response.end(answer.body);
		else response.write(answer.body, () => response.destroy());
	}
}
