/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: moves the clock of tests */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Node.js tells here of each request that a client in this process has sent. */
const REQUESTS = 'http.client.request.start';

/** How often to look whether everyone waits, ms. */
const LOOK = 1;

/**
 * So many looks in a row have to find nothing under way: what came back within the last may not have been taken up,
 * and a request that is signed may not have left yet. With one on a busy machine the clock jumped in between, and
 * the platform refused the time.
 */
const IDLE_LOOKS = 3;

/**
 * For the tests of a file: no wait takes its time. The clock goes on as it does, and while no request is under way
 * it jumps to the next moment at which someone wakes. Whoever measures by `Date.now` or `performance.now` sees
 * the same as if all had waited; an `AbortSignal.timeout` alone keeps to real time.
 *
 * To be called before the tests, so that whatever is loaded in them gets this clock.
 */
export function quickTime(): void {
	const { setInterval: every, clearInterval: stop } = globalThis;
	let underWay = 0;
	let idleLooks = 0;
	const begin = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		idleLooks = 0;
		underWay++;
		request.once('close', () => underWay--);
	};
	const look = () => {
		idleLooks = underWay === 0 ? idleLooks + 1 : 0;
		if (idleLooks < IDLE_LOOKS || jest.getTimerCount() === 0) return;
		idleLooks = 0;
		jest.advanceTimersToNextTimer();
	};
	jest.useFakeTimers({
		advanceTimers: true,
		doNotFake: [
			...(['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
			...(['setInterval', 'clearInterval', 'hrtime'] as const),
		],
	});
	subscribe(REQUESTS, begin);
	const looks = every(look, LOOK);
	afterAll(() => {
		stop(looks);
		unsubscribe(REQUESTS, begin);
		jest.useRealTimers();
	});
}
