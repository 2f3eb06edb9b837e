/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: moves the clock of tests */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Node.js tells here of each request that a client in this process has sent. */
const REQUESTS = 'http.client.request.start';

/** How often to look whether everyone waits, ms. */
const LOOK = 1;

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
	let hasBegun = false;
	const begin = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		hasBegun = true;
		underWay++;
		request.once('close', () => underWay--);
	};
	const look = () => {
		// What came back within the last look may not have been taken up.
		if (underWay === 0 && !hasBegun && jest.getTimerCount() > 0) jest.advanceTimersToNextTimer();
		hasBegun = underWay > 0;
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
