import '../engine/environment';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { tuyaIotPlatformApiTest } from '../../nodes/TuyaIotPlatform/methods/credentialTest';
import { startEmulator } from '../emulator/emulator';
import type { Emulator, EmulatorOptions } from '../emulator/emulator';
import { always } from '../emulator/faults/faults';
import { WRONG_CREDENTIALS } from '../support/wrongCredentials';
import { credentialFor } from './bench';

const OPEN_API = '{"code":1010,"msg":"token invalid","success":false,"t":1700000000000}';
const HOUR = 60 * 60 * 1000;

/** Tests a credential as n8n does, against an emulator of its own. */
async function test(
	options: EmulatorOptions,
	fields: ICredentialDataDecryptedObject = {},
): Promise<{ result: INodeCredentialTestResult; emulator: Emulator }> {
	await using emulator = await startEmulator(options);
	const data = { ...credentialFor(emulator), ...fields };
	const result = await tuyaIotPlatformApiTest.call(new CredentialTestContext(), {
		...{ id: '1', name: 'Test', type: 'tuyaIotPlatformApi', data },
	});
	return { result, emulator };
}

describe('the credential test', () => {
	it.each([
		['the right fields', {}, {}],
		['POST', {}, { httpMethod: 'POST' }],
		['minimal parameters', {}, { commonParameters: 'minimal' }],
		['a clock that is off by an hour', { clockOffset: HOUR }, {}],
		['a private certificate that is let pass', { https: true }, { ignoreSslIssues: true }],
	])('given %s, when it runs, then it passes with a read', async (_, options, fields) => {
		const { result, emulator } = await test(options, fields);
		expect(result).toEqual({ status: 'OK', message: 'Connection successful' });
		expect(emulator.log.at(-1)?.parameters).toMatchObject({
			Action: 'ListOTAFirmware',
			CurrentPage: '1',
			PageSize: '1',
		});
	});

	it.each<(typeof WRONG_CREDENTIALS)[number]>([
		...WRONG_CREDENTIALS,
		[
			'a server that says neither yes nor no',
			{
				faults: always({ kind: 'status', status: 200, body: '{"requestId":"r","error":"denied"}' }),
			},
			{},
			'answered, but said neither yes nor no (HTTP status 200). The request may have been carried out all the same. Check host and port',
		],
		[
			'a server that says no more than an ID',
			{ faults: always({ kind: 'status', status: 200, body: '{"requestId":"r"}' }) },
			{},
			'It said: { requestId: "r" }.',
		],
		[
			'an answer of the Tuya OpenAPI',
			{ faults: always({ kind: 'status', status: 200, body: OPEN_API }) },
			{},
			'answered as the Tuya OpenAPI does, which is another platform',
		],
		[
			'a platform that quotes the signature',
			{
				faults: ({ parameters }) => ({
					...{ kind: 'code', code: 'iot.x' },
					message: `got ${parameters.Signature} of ${parameters.AccessKeyId}`,
				}),
			},
			{},
			'The platform says: "got [hidden] of [hidden]".',
		],
		['the Tuya OpenAPI', {}, { endpoint: 'openapi.tuyaus.com' }, 'which is another platform'],
	])(
		'given %s, when it runs, then it says so without a secret',
		async (_, options, fields, sentence) => {
			const { result, emulator } = await test(options, fields);
			expect(result.status).toBe('Error');
			expect(result.message).toContain(sentence);
			expect(result.message).toMatch(/\.$/);
			for (const { parameters } of emulator.log) {
				expect(result.message).not.toContain(parameters.AccessKeyId);
				expect(result.message).not.toContain(parameters.Signature);
			}
		},
	);
});
