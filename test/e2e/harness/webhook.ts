/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import type { N8n } from './n8n';

const ANSWER_IN = 120_000;
const REGISTERED_IN = 20_000;
const LOOK_AGAIN = 200;
const NOT_REGISTERED = 404;

/**
 * Posts to a webhook of a workflow that was activated. n8n registers it a little later; until then it
 * answers that there is none, and nothing has run.
 */
export async function callWebhook({ url }: N8n, path: string, payload: unknown): Promise<Response> {
	const deadline = Date.now() + REGISTERED_IN;
	for (;;) {
		const response = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Connection: 'close' },
			body: JSON.stringify(payload),
			signal: AbortSignal.timeout(ANSWER_IN),
		});
		if (response.status !== NOT_REGISTERED || Date.now() > deadline) return response;
		await pause(LOOK_AGAIN);
	}
}
