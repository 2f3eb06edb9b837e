import type { ClientPorts } from './ports';

/** Waits for so many ms, or until the signal ends everything. Never throws. */
export async function pause(
	ms: number,
	stopped: AbortSignal | undefined,
	sleep: ClientPorts['sleep'],
): Promise<void> {
	if (stopped?.aborted) return;
	let wake = () => {};
	const ended = new Promise<void>((resolve) => {
		wake = resolve;
	});
	stopped?.addEventListener('abort', wake);
	await Promise.race([sleep(ms, stopped).catch(() => {}), ended]);
	// A signal that outlives hundreds of pauses would keep them all.
	stopped?.removeEventListener('abort', wake);
}
