import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import {
	callAction,
	explain,
	hiderFor,
	newStamp,
	platformClocks,
	readConnection,
	signRequest,
	toWire,
} from '../../../platform';
import type { Connection, Explanation, SignedRequest } from '../../../platform';
import { attempt } from '../shared/attempt';

/** Long enough for a slow instance, short enough for someone who looks at a spinner. Ms. */
const TIMEOUT = 15_000;

type CredentialTest = (
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/** A credential test that takes no longer than so many ms, whatever the server does. */
export function credentialTestWithin(timeout: number): CredentialTest {
	return async function (credential) {
		return await testCredential(this, credential, timeout);
	};
}

/** The test that n8n runs. */
export const tuyaIotPlatformApiTest = credentialTestWithin(TIMEOUT);

/**
 * Tests a credential with the cheapest signed read there is: one OTA package, page 1. Says which field is
 * wrong: endpoint, key, secret, or the computer's clock.
 */
async function testCredential(
	context: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
	timeout: number,
): Promise<INodeCredentialTestResult> {
	const connection = readConnection(credential.data ?? {});
	if (!connection.ok) return failure(explain(connection.fault));

	const { endpoint } = connection.value;
	const outcome = await callAction(
		{ action: 'ListOTAFirmware', parameters: { CurrentPage: 1, PageSize: 1 } },
		1,
		{
			send: async (call) => {
				const stamp = newStamp(platformClocks.now(endpoint.origin));
				const parameters = toWire({ Action: call.action, ...call.parameters });
				const signed = signRequest(connection.value.method, parameters, connection.value, stamp);
				return await attempt(
					{ timeout, origin: endpoint.origin },
					async () => await request(context, signed, connection.value, timeout),
				);
			},
			// A person waits for this one request, so it neither queues nor repeats.
			turn: async () => undefined,
			pace: () => {},
			patience: 0,
			sleep: async () => {},
			stopped: () => false,
			learnTime: (date, signedAt) => platformClocks.learn(endpoint.origin, date, signedAt),
			random: Math.random,
			now: Date.now,
		},
	);
	if (outcome.ok) return { status: 'OK', message: 'Connection successful' };
	return failure(explain(outcome.fault, { host: endpoint.host, hide: hiderFor(connection.value) }));
}

/** n8n gives a credential test no other way out than the older request helper. */
async function request(
	context: ICredentialTestFunctions,
	signed: SignedRequest,
	connection: Connection,
	timeout: number,
): Promise<unknown> {
	return await context.helpers.request({
		method: signed.method,
		uri: signed.url,
		...(signed.body === undefined
			? {}
			: {
					body: signed.body,
					headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				}),
		...(connection.anyCertificate ? { rejectUnauthorized: false } : {}),
		timeout,
		json: false,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		// Whatever answers at a mistyped endpoint may send without end, so it is counted while it comes.
		useStream: true,
	});
}

function failure({ message, description }: Explanation): INodeCredentialTestResult {
	return { status: 'Error', message: `${message}. ${description}` };
}
