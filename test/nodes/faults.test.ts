/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: looks into everything an execution holds */
import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { GUIDE } from '../../platform/errors/guide';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import type { EmulatorOptions, RequestLogEntry } from '../emulator/emulator';
import { always, first } from '../emulator/faults/faults';
import type { Fault } from '../emulator/faults/faults';
import type { Execution } from '../engine/engine';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';
import { quickTime } from '../support/quickTime';

quickTime();

const HOUR = 60 * 60 * 1000;
const CHECK_ENDPOINT =
	'Check host and port of the Endpoint in the credential: the instance console shows them under Development configuration > Cloud API. The console itself has another port.';
const MAY_BE = 'Not confirmed: testDevice1 (may be cancelled or not).';
const NOT = 'Not cancelled: testDevice1.';
const ALL_THE_SAME = 'The request may have been carried out all the same.';
const REQUEST_ID = / Request ID: [0-9a-f-]{36}\.$/;

function more(page: string): string {
	return `See ${page} for more.`;
}

const NOT_KNOWN = 'Not cancelled: testDevice1 (not known to the platform).';

const REFUSALS: ReadonlyArray<[string, string, string, string]> = [
	[
		'iot.system.SystemException',
		'The platform stumbled over something of its own, and may or may not have carried out the request',
		MAY_BE,
		"Execute the node again in a few minutes, after a look in the console if it was to create something. If this goes on, give the request ID to the platform's support.",
	],
	[
		'iot.common.RamActionPermissionDeny',
		'Access management (RAM) denies this action to the sub-account of the credential',
		NOT,
		`Whoever administers the platform instance can grant this action to the key's account. ${more(GUIDE.leastPrivilege)}`,
	],
	[
		'iot.prod.NotExistedProduct',
		'No product of this account has that product key',
		NOT,
		'Select the Product in this node, or paste the product key that the console shows for it.',
	],
	[
		'iot.firmware.FirmwareNotFound',
		'The platform has no OTA package with this ID',
		NOT,
		'Select the OTA Package in this node, or paste the package ID that the console shows for it.',
	],
	[
		'iot.system.BillIsOverDue',
		'The platform holds back its service because a bill of the account is overdue',
		NOT,
		'Once the bill has been settled in the console, execute the node again.',
	],
	[
		'iot.system.IllegalRequest',
		'The platform could not make sense of the values it was sent',
		NOT,
		'Go through the fields of this node, correct what does not fit, and execute the node again.',
	],
	[
		'iot.device.NotExistedDevice',
		'The platform has no such device under this product',
		NOT_KNOWN,
		'Compare Product and Device Names in this node with the device list in the console.',
	],
	[
		'iot.device.InactiveDevice',
		'One of the devices has not been online even once',
		NOT,
		'Take that device out of Device Names in this node, or bring it online a first time.',
	],
	[
		'iot.never.SeenBefore',
		'The platform refused the request',
		NOT,
		'Look the code up in the console of your instance, or ask its support.',
	],
];

interface Case {
	readonly given: string;
	readonly emulator?: EmulatorOptions;
	readonly fault?: Fault;
	readonly credential?: ICredentialDataDecryptedObject;
	/** `HOST` stands for host and port of the emulator. */
	readonly message: string;
	readonly description: string;
	/** Whether the description ends with the ID of the request. */
	readonly requestId?: true;
	readonly requests?: number;
}

const CASES: readonly Case[] = [
	{
		given: 'a wrong secret',
		credential: { accessKeySecret: 'wrongSecret' },
		message:
			'The AccessKey Secret in the credential does not belong to its AccessKey ID (SignatureDoesNotMatch)',
		description: `${NOT} The platform signed the same text as this node, so nothing was changed on the way. Copy the Secret Key anew into AccessKey Secret in the credential: the console shows it beside the Access Key, under System management > Key management. If the pair is right, this instance computes signatures in a way that its documentation does not show: please report that to the maintainers of the package. ${more(GUIDE.refusedSignatures)}`,
		requestId: true,
	},
	{
		given: 'an unknown key',
		credential: { accessKeyId: 'unknownKeyId' },
		message:
			'The AccessKey ID in the credential is unknown on this platform instance (InvalidAccessKeyId.NotFound)',
		description: `${NOT} In the console of the instance that the endpoint belongs to, open System management > Key management. Copy the Access Key into the AccessKey ID field of the credential.`,
		requestId: true,
	},
	{
		given: 'a disabled key',
		emulator: { keyDisabled: true },
		message:
			'The AccessKey ID in the credential exists but is switched off (InvalidAccessKeyId.Inactive)',
		description: `${NOT} Switch it on under System management > Key management in the console, or put another AccessKey ID and AccessKey Secret into the credential.`,
		requestId: true,
	},
	{
		given: 'a clock that is off by more than a day',
		emulator: { clockOffset: 30 * HOUR },
		message:
			'The clock of this n8n and the clock of the platform are too far apart (on Alibaba Cloud: over 15 minutes) (InvalidTimeStamp.Expired)',
		description: `${NOT} Turn on automatic time setting (NTP) on the computer that runs n8n.`,
		requestId: true,
	},
	{
		given: 'a host that nobody knows',
		credential: { endpoint: 'https://nowhere.invalid:8686' },
		message: 'No server named nowhere.invalid was found (ENOTFOUND)',
		description: `${NOT} Check the Endpoint in the credential for typing slips. If it is right, the computer that runs n8n cannot resolve the name: check its DNS.`,
		requests: 0,
	},
	{
		given: 'a port where nothing listens',
		credential: { endpoint: 'http://127.0.0.1:1' },
		message: '127.0.0.1:1 refused the connection (ECONNREFUSED)',
		description: `${NOT} Check the port in the Endpoint of the credential, and that the instance is running. The instance console shows both under Development configuration > Cloud API.`,
		requests: 0,
	},
	{
		given: 'a private certificate',
		emulator: { https: true },
		message: 'The certificate of HOST cannot be verified (DEPTH_ZERO_SELF_SIGNED_CERT)',
		description: `${NOT} If the instance has a private certificate and you trust the network, switch on Ignore SSL Issues (Insecure) in the credential. Better: let n8n know the certificate authority (NODE_EXTRA_CA_CERTS). ${more(GUIDE.privateCertificates)}`,
		requests: 0,
	},
	{
		given: 'a web page',
		fault: { kind: 'html' },
		message: 'HOST answered with a web page, which is not the cloud API (HTTP status 200)',
		description: `${MAY_BE} ${CHECK_ENDPOINT} If they are right, a proxy or firewall in between answered instead.`,
	},
	{
		given: 'an answer in XML',
		fault: { kind: 'xml' },
		message: 'HOST answered in XML instead of JSON (HTTP status 400)',
		description: `${MAY_BE} Set Common Parameters in the credential to Full, so that JSON is asked for. ${ALL_THE_SAME}`,
	},
	{
		given: 'an empty answer',
		fault: { kind: 'empty' },
		message: 'HOST sent an empty answer (HTTP status 200)',
		description: `${MAY_BE} ${ALL_THE_SAME} Execute the node again. ${CHECK_ENDPOINT}`,
	},
	{
		given: 'an answer that breaks off',
		fault: { kind: 'cut' },
		message: 'The answer of HOST broke off in the middle (HTTP status 200)',
		description: `${MAY_BE} ${ALL_THE_SAME} Execute the node again. If it stays, look for a proxy or firewall in between.`,
	},
	{
		given: 'a redirect',
		fault: { kind: 'redirect', location: 'http://127.0.0.1:1/elsewhere' },
		message:
			'HOST sent the request on to another address, which this node does not follow (HTTP status 302)',
		description: `${NOT} ${CHECK_ENDPOINT}`,
	},
	{
		given: 'a server that closes the connection',
		fault: { kind: 'reset' },
		message: 'HOST closed the connection before it answered (ECONNRESET)',
		description: `${MAY_BE} ${ALL_THE_SAME} Execute the node again. If it stays, look for a proxy or firewall in between.`,
	},
	{
		given: 'a server that does not answer',
		fault: { kind: 'hang' },
		message: 'HOST did not answer in time (ECONNABORTED)',
		description: `${MAY_BE} ${ALL_THE_SAME} Execute the node again, or raise Timeout (Ms) under Options.`,
	},
	{
		given: 'HTTP status 500',
		fault: { kind: 'status', status: 500 },
		message:
			'Something went wrong inside the platform, and it may have carried out the request or not (InternalError)',
		description: `${MAY_BE} Execute the node again in a few minutes. If it was to create something, first look in the console whether that exists by now. The platform says: "The request could not be served".`,
		requestId: true,
	},
	{
		given: 'HTTP status 502 with the page of a proxy',
		fault: { kind: 'html', status: 502 },
		message: 'HOST is not available at the moment (HTTP status 502)',
		description: `${MAY_BE} Execute the node again later. If it stays, check in the instance console that the instance is running, and the Endpoint in the credential.`,
	},
	...REFUSALS.map(
		([code, happened, lead, fix]): Case => ({
			given: `the refusal ${code}`,
			fault: { kind: 'code', code, message: 'Words of the platform' },
			message: `${happened} (${code})`,
			description: `${lead} ${fix} The platform says: "Words of the platform".`,
			requestId: true,
		}),
	),
];

describe('what can go wrong between the node and the platform', () => {
	it.each(CASES)(
		'given $given, when the workflow runs, then message and description say what happened and what to do',
		async (one) => {
			await onBench(engine, emulatorOf(one), async (bench) => {
				const execution = await bench.run(runOf(one));
				const { message = '', description = '' } = execution.error ?? {};
				const host = bench.emulator.endpoint;

				expect(message).toBe(`${one.message.replace('HOST', host)} [item 0]`);
				expect((description ?? '').replace(REQUEST_ID, '')).toBe(one.description);
				expect(REQUEST_ID.test(description ?? '')).toBe(one.requestId ?? false);
				if (one.requests !== undefined) expect(bench.cancels()).toHaveLength(one.requests);
				expectNoSecrets(execution, bench.emulator.log);
			});
		},
	);

	it.each(CASES)(
		'given $given, when the workflow continues on fail, then the error item says the same and holds no secret',
		async (one) => {
			await onBench(engine, emulatorOf(one), async (bench) => {
				const execution = await bench.run({ ...runOf(one), onError: 'continueRegularOutput' });
				const [json] = jsonOf(execution.outputs[0]);

				expect(Object.keys(json ?? {}).sort()).toEqual(['details', 'error', 'message']);
				expect(json?.error).toBe(one.message.replace('HOST', bench.emulator.endpoint));
				expectNoSecrets(execution, bench.emulator.log);
			});
		},
	);

	it('given a clock that is off by an hour, when the workflow runs, then one more attempt heals it', async () => {
		await onBench(engine, { clockOffset: HOUR }, async ({ emulator, run }) => {
			const { error, outputs } = await run({ items: [{ deviceNames: 'testDevice1' }] });
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toHaveLength(1);
			expect(emulator.log.map(({ code }) => code)).toEqual(['InvalidTimeStamp.Expired', '']);

			await run({ items: [{ deviceNames: 'testDevice2' }] });
			expect(emulator.log.map(({ code }) => code)).toEqual(['InvalidTimeStamp.Expired', '', '']);
		});
	});

	it('given a private certificate and Ignore SSL Issues, when the workflow runs, then the platform accepts', async () => {
		await onBench(engine, { https: true }, async ({ run }) => {
			const { error } = await run({
				items: [{ deviceNames: 'testDevice1' }],
				credential: { ignoreSslIssues: true },
			});
			expect(error).toBeUndefined();
		});
	});

	it.each<[string, Fault]>([
		['throttling', { kind: 'throttle' }],
		['HTTP status 500', { kind: 'status', status: 500 }],
		['a closed connection', { kind: 'reset' }],
		['an answer that breaks off', { kind: 'cut' }],
		['an answer that never comes', { kind: 'hang' }],
	])(
		'given %s once, when the workflow runs, then a second attempt with another nonce passes',
		async (_, fault) => {
			await onBench(engine, { faults: first(1, fault) }, async ({ emulator, run }) => {
				const execution = await run({
					items: [{ deviceNames: 'testDevice1' }],
					parameters: { options: { timeout: 300 } },
				});
				expect(execution.error).toBeUndefined();
				expect(emulator.log).toHaveLength(2);
				const nonces = emulator.log.map(({ parameters }) => parameters.SignatureNonce);
				expect(new Set(nonces).size).toBe(2);
				expect(execution.log.join()).toContain('attempt 1');
				expectNoSecrets(execution, emulator.log);
			});
		},
	);

	it.each([
		'iot.prod.AlreadyExistedProductName',
		'iot.device.DeviceAccessDenied',
		'iot.EPERM.Eperm',
		'Enoent.EACCES',
		'iot.ECONNREFUSED',
	])(
		'given the code %s, which looks like a system error, when the workflow runs, then it reaches the user unchanged',
		async (code) => {
			const faults = always({ kind: 'code', code });
			await onBench(engine, { faults }, async ({ run }) => {
				const { error } = await run({ items: [{ deviceNames: 'testDevice1' }] });
				expect(error?.message).toMatch(/ \(\S+\) \[item 0\]$/);
				expect(error?.message).toContain(`(${code})`);
			});
		},
	);
});

function emulatorOf(one: Case): EmulatorOptions {
	return { ...one.emulator, ...(one.fault ? { faults: always(one.fault) } : {}) };
}

function runOf(one: Case) {
	return {
		items: [{ deviceNames: 'testDevice1' }],
		credential: one.credential,
		parameters: { options: { maxAttempts: 2, timeout: 300 } },
	};
}

/** Searches everything that n8n would show, store or log: error with context, outputs, hints, log lines. */
function expectNoSecrets(execution: Execution, log: readonly RequestLogEntry[]): void {
	const { error } = execution;
	const shown = inspect(
		[execution.run, error, error?.message, error?.description, execution.log, execution.hints],
		{ depth: 30, maxStringLength: null, maxArrayLength: null },
	);
	const secrets = log.flatMap(({ url, parameters }) => [
		url.slice(2),
		parameters.Signature ?? '',
		parameters.SignatureNonce ?? '',
	]);
	const keys = [EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET, 'wrongSecret', 'unknownKeyId'];
	for (const secret of [...keys, ...secrets.filter((text) => text.length > 4)]) {
		expect(shown).not.toContain(secret);
		expect(shown).not.toContain(encodeURIComponent(secret));
	}
}
