import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { EmulatorOptions } from '../../../emulator/emulator';
import { always } from '../../../emulator/faults/faults';
import { withEmulator } from '../../../emulator/testing';
import { credentialData, testCredential } from '../../harness/credentials';
import type { N8n } from '../../harness/n8n';

const HOUR = 60 * 60 * 1000;

type Case = [string, EmulatorOptions, ICredentialDataDecryptedObject, string];

const WRONG: Case[] = [
	[
		'a wrong key',
		{},
		{ accessKeyId: 'unknownKeyId' },
		'The AccessKey ID in the credential is unknown on this platform instance',
	],
	[
		'a wrong secret',
		{},
		{ accessKeySecret: 'wrongSecret' },
		'The AccessKey Secret in the credential does not belong to its AccessKey ID',
	],
	['a disabled key', { keyDisabled: true }, {}, 'InvalidAccessKeyId.Inactive'],
	['a private certificate', {}, { ignoreSslIssues: false }, 'The certificate of 127.0.0.1:'],
	[
		'a host that nobody knows',
		{},
		{ endpoint: 'nowhere.invalid:8686' },
		'No server named nowhere.invalid was found',
	],
	[
		'a port where nothing listens',
		{},
		{ endpoint: '127.0.0.1:1' },
		'127.0.0.1:1 refused the connection',
	],
	[
		"the console's port",
		{ faults: always({ kind: 'html' }) },
		{},
		'answered with a web page, which is not the cloud API',
	],
	[
		'a redirect',
		{ faults: always({ kind: 'redirect', location: 'http://127.0.0.1:1/' }) },
		{},
		'sent the request on to another address',
	],
	[
		'answers in XML',
		{ formatDefault: 'xml' },
		{ commonParameters: 'minimal' },
		'answered in XML instead of JSON (HTTP status 200). Set Common Parameters in the credential to Full',
	],
	[
		'a clock that is off by more than a day',
		{ clockOffset: 30 * HOUR },
		{},
		'The clock of this n8n and the clock of the platform are too far apart',
	],
	['no secret', {}, { accessKeySecret: ' ' }, 'AccessKey Secret is empty'],
	['a path', {}, { endpoint: 'host:8686/x' }, 'Endpoint holds the path "/x"'],
];

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

	it.each(WRONG)(
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
