import type { Sent } from '../../../platform/client';
import { isRecord } from '../../../platform/json';

/** Reads the full response that n8n's helpers give, of either request shape. */
export function answerOf(response: unknown): Sent {
	if (!isRecord(response)) return { kind: 'network', reason: 'other', cause: '' };
	const { statusCode, body, headers } = response;
	return {
		kind: 'answered',
		status: typeof statusCode === 'number' ? statusCode : 0,
		body: typeof body === 'string' ? body : '',
		headers: Object.fromEntries(
			Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
	};
}
