import type { N8nRequest } from '../../credentials/signN8nRequest';

/** What a server answered, as far as tests look at it. */
export interface N8nAnswer {
	readonly status: number;
	readonly json: unknown;
}

/**
 * Sends a signed request of either n8n shape as it stands: nothing is added, encoded or merged. As n8n
 * does, it takes `url` before `uri`.
 */
export async function sendN8nRequest(request: N8nRequest): Promise<N8nAnswer> {
	const { uri, url, method, headers, body } = request;
	const answer = await fetch(String(url ?? uri), {
		method,
		headers: Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
		body: typeof body === 'string' ? body : undefined,
	});
	return { status: answer.status, json: await answer.json() };
}
