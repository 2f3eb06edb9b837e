import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { EmulatorOptions } from '../emulator/emulator';
import { always } from '../emulator/faults/faults';

/**
 * What can be wrong with a credential or with what it leads to: the emulator, the fields that differ from the right
 * ones, and what the credential test then says.
 */
export const WRONG_CREDENTIALS: ReadonlyArray<
	readonly [string, EmulatorOptions, ICredentialDataDecryptedObject, string]
> = [
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
	[
		'a private certificate',
		{ https: true },
		{ ignoreSslIssues: false },
		'cannot be verified (DEPTH_ZERO_SELF_SIGNED_CERT)',
	],
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
		{ clockOffset: 30 * 60 * 60_000 },
		{},
		'The clock of this n8n and the clock of the platform are too far apart',
	],
	['no secret', {}, { accessKeySecret: ' ' }, 'AccessKey Secret is empty'],
	['a path', {}, { endpoint: 'host:8686/x' }, 'Endpoint holds the path "/x"'],
];
