import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { withEmulator } from '../../harness/reachable';
import { WRONG_CREDENTIALS } from '../../../support/wrongCredentials';
import { credentialData, testCredential } from '../../harness/credentials';
import type { N8n } from '../../harness/n8n';

/** That n8n's own Test button says what is wrong. */
export function checkCredentialTest(running: () => N8n): void {
	it.each<[string, ICredentialDataDecryptedObject]>([
		['GET', {}],
		['POST', { httpMethod: 'POST' }],
		['minimal parameters', { commonParameters: 'minimal' }],
	])('given the right fields and %s, when it runs, then it passes', async (_, fields) => {
		await withEmulator({ https: true }, async (emulator) => {
			const result = await testCredential(running().rest, {
				...credentialData(emulator),
				...fields,
			});
			expect(result).toEqual({ status: 'OK', message: 'Connection successful' });
			expect(emulator.log.map(({ action }) => action)).toEqual(['ListOTAFirmware']);
		});
	});

	it.each(WRONG_CREDENTIALS)(
		'given %s, when it runs, then it fails and says so',
		async (_, options, fields, sentence) => {
			await withEmulator({ https: true, ...options }, async (emulator) => {
				const data = { ...credentialData(emulator), ...fields };
				const { status, message } = await testCredential(running().rest, data);
				expect(status).toBe('Error');
				expect(message).toContain(sentence);
				expect(message).not.toContain(String(data.accessKeyId));
			});
		},
	);
}
