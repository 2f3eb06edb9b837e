import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { explain, openClient, readConnection } from '../../../platform';
import type { Explanation } from '../../../platform';
import { sendingOfTest } from '../shared/sending';

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
	const client = openClient({
		connection: connection.value,
		// A person waits for this one request, so it neither queues nor repeats.
		rules: { maxAttempts: 1, patience: 0, timeout },
		send: sendingOfTest(context, connection.value),
		sleep,
	});
	const outcome = await client.call({
		action: 'ListOTAFirmware',
		parameters: { CurrentPage: 1, PageSize: 1 },
	});
	if (outcome.ok) return { status: 'OK', message: 'Connection successful' };
	return failure(explain(outcome.fault, client.explanation));
}

function failure({ message, description }: Explanation): INodeCredentialTestResult {
	return { status: 'Error', message: `${message}. ${description}` };
}
