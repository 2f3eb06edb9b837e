import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	type Emulator,
} from '../../emulator/emulator';
import type { RestClient } from './rest';
import { CREDENTIAL_TYPE } from './workflows';

/** The fields that open an emulator, whose certificate is its own. */
export function credentialData(emulator: Emulator): ICredentialDataDecryptedObject {
	return {
		endpoint: emulator.endpoint,
		accessKeyId: EMULATOR_ACCESS_KEY_ID,
		accessKeySecret: EMULATOR_ACCESS_KEY_SECRET,
		commonParameters: 'full',
		version: '2018-01-20',
		httpMethod: 'GET',
		regionId: '',
		instanceId: '',
		ignoreSslIssues: true,
	};
}

/** Saves a credential; returns its id. */
export async function addCredential(
	rest: RestClient,
	data: ICredentialDataDecryptedObject,
	name = `Platform ${randomUUID()}`,
): Promise<string> {
	const body = { name, type: CREDENTIAL_TYPE, data };
	const { id } = await rest.ask(z.object({ id: z.string() }), 'POST', '/rest/credentials', body);
	return id;
}

/** Saves a credential and tests it, as the Save button in n8n does. */
export async function testCredential(
	rest: RestClient,
	data: ICredentialDataDecryptedObject,
): Promise<{ status: string; message: string }> {
	const id = await addCredential(rest, data);
	const credentials = { id, name: 'Platform', type: CREDENTIAL_TYPE, data };
	const result = z.object({ status: z.string(), message: z.string() });
	return await rest.ask(result, 'POST', '/rest/credentials/test', { credentials });
}
