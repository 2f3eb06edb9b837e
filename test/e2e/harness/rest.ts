import { z } from 'zod';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olga',
	lastName: 'Owner',
	password: 'Only-4-tests',
} as const;

/** What someone logs in with. */
export interface Login {
	readonly email: string;
	readonly password: string;
}

const TIMEOUT = 120_000;

/** n8n wraps most answers. */
const wrapped = <T extends z.ZodTypeAny>(schema: T) => z.object({ data: schema });

/** Speaks to n8n as its editor does. */
export class RestClient {
	/** "name=value", once logged in. */
	cookie = '';

	constructor(readonly url: string) {}

	/** Makes the owner of a new n8n and logs in as them. */
	async setUpOwner(login: Login = OWNER): Promise<void> {
		this.keepCookie(await this.send('POST', '/rest/owner/setup', { ...OWNER, ...login }));
	}

	/** Logs in as someone who is known already. */
	async logIn({ email, password }: Login): Promise<void> {
		const body = { emailOrLdapLoginId: email, password };
		this.keepCookie(await this.send('POST', '/rest/login', body));
	}

	/** What n8n answers within its wrapping. */
	async ask<T extends z.ZodTypeAny>(
		schema: T,
		method: 'GET' | 'POST' | 'PATCH',
		path: string,
		body?: unknown,
	): Promise<z.output<T>> {
		const response = await this.send(method, path, body);
		const answer: z.output<ReturnType<typeof wrapped<T>>> = wrapped(schema).parse(
			await response.json(),
		);
		return answer.data;
	}

	/** A file that n8n serves to who is logged in, as JSON. */
	async file<T extends z.ZodTypeAny>(schema: T, path: string): Promise<z.output<T>> {
		const response = await this.send('GET', path);
		return schema.parse(await response.json());
	}

	/** Any request as it is. Throws for an answer that is not a success. */
	async send(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			// A connection kept open may be closed by n8n just when the next request leaves.
			headers: {
				'Content-Type': 'application/json',
				Cookie: this.cookie,
				Connection: 'close',
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(TIMEOUT),
		});
		if (!response.ok) {
			const text = await response.text();
			throw new Error(`${method} ${path}: HTTP ${response.status} ${text.slice(0, 2_000)}`);
		}
		return response;
	}

	private keepCookie(response: Response): void {
		this.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
	}
}
