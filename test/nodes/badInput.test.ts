import type { IDataObject } from 'n8n-workflow';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench } from './bench';
import type { BenchRun } from './bench';
import { cancelOnce } from './once';

const NAMES_FIX =
	'Use an expression that gives names, e.g. {{ $json.deviceNames }}, or for a list of objects {{ $json.devices.map(d => d.deviceName) }}.';
const EMPTY_FIX =
	'Remove the extra comma or line break, or check the expression that gives this name.';
const NO_NAMES_FIX =
	'Enter at least one device name, e.g. testDevice1. If the names come from an expression, check that the item holds them.';
const LENGTH_FIX = 'A name has 64 characters at most. Separate names with commas or line breaks.';
const ENDPOINT_FIX =
	'Enter host and port only, e.g. si-0123456789.tuyacloud.com:8686. The instance console shows them under Development configuration > Cloud API.';
const TEXT_FIX =
	'Pass it as text: in JSON, write it in quotes. Numbers above 9007199254740991 (2^53 - 1) cannot be held exactly.';

const WRONG_ITEMS: ReadonlyArray<[string, IDataObject, string, string]> = [
	['no names', { deviceNames: '' }, 'Device Names names no device', NO_NAMES_FIX],
	['only spaces', { deviceNames: ' \n ' }, 'Device Names names no device', NO_NAMES_FIX],
	['an absent value', { deviceNames: null }, 'Device Names names no device', NO_NAMES_FIX],
	[
		'an empty name between commas',
		{ deviceNames: 'testDevice1,, testDevice2' },
		'Device Names has an empty name at position 2',
		EMPTY_FIX,
	],
	[
		'a name of spaces in a list',
		{ deviceNames: ['testDevice1', '  '] },
		'Device Names has an empty name at position 2',
		EMPTY_FIX,
	],
	[
		'a name that is too long',
		{ deviceNames: 'x'.repeat(65) },
		'Device Names has a name of 65 characters: xxxxxxxxxxxxxxxxxxxx…',
		LENGTH_FIX,
	],
	[
		'half of a character',
		{ deviceNames: ['testDevice1', 'test\ud83d'] },
		'Device Names has a name at position 2 that holds half of a character (a lone surrogate)',
		'Correct the name where it comes from.',
	],
	[
		'a control character',
		{ deviceNames: ['test\u0007Device'] },
		'Device Names has a name that holds a line break, tab or other control character',
		'Correct the name where it comes from.',
	],
	[
		'an object',
		{ deviceNames: { name: 'testDevice1' } },
		'Device Names is an object, not a list of names',
		NAMES_FIX,
	],
	[
		'a list of objects',
		{ deviceNames: [{ name: 'testDevice1' }] },
		'Device Names has an entry that is not text',
		'Use a list of names, e.g. {{ $json.devices.map(d => d.deviceName) }}.',
	],
	[
		'a broken JSON array',
		{ deviceNames: '["testDevice1", ' },
		'Device Names starts like a JSON array, but is not valid JSON',
		'Write it as ["testDevice1", "testDevice2"], or separate the names with commas.',
	],
	[
		'an empty product key',
		{ productKey: ' ' },
		'Product is empty',
		'Enter the product key, e.g. k1nhvyl0001. The console shows it on the page of the product.',
	],
	[
		'an empty package ID',
		{ firmwareId: '' },
		'OTA Package is empty',
		'Enter the ID of the package, e.g. 168. The console shows it in the list of OTA packages.',
	],
	[
		'a job ID that came as a number beyond 2^53',
		{ jobId: 1836340779212660000 },
		'OTA Job was given as the number 1836340779212660000, whose last digits are lost',
		TEXT_FIX,
	],
];

describe('bad input', () => {
	it.each(WRONG_ITEMS)(
		'given %s in the second item, when the workflow runs, then the sentence names field, item and fix, and nothing is sent',
		async (_, wrong, message, fix) => {
			const { error, emulator } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }, { deviceNames: 'testDevice2', ...wrong }],
			});
			expect(error?.message).toBe(`${message} [item 1]`);
			expect(error?.description).toBe(fix);
			expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 1 } });
			expect(emulator.log).toEqual([]);
		},
	);

	it('given a bad item, when the workflow continues on fail, then the good items are cancelled and the bad one says why', async () => {
		const { outputs, emulator } = await cancelOnce({
			items: [{ deviceNames: '' }, { deviceNames: 'testDevice2' }],
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(outputs[0])).toEqual([
			{
				error: 'Device Names names no device',
				message: NO_NAMES_FIX,
				details: { kind: 'input', field: 'Device Names' },
			},
			expect.objectContaining({ success: true }),
		]);
		expect(emulator.log).toHaveLength(1);
	});

	it('given a job ID of 19 digits as text, when the workflow runs, then it arrives digit by digit', async () => {
		await onBench(engine, {}, async ({ emulator, run }) => {
			await run({ items: [{ deviceNames: 'testDevice1', jobId: DEMO.jobId }] });
			expect(emulator.log[0]?.parameters.JobId).toBe('1836340779212660001');
		});
	});

	it.each([
		['https://si-1.tuyacloud.com:8686/console', 'Endpoint holds the path "/console"'],
		['si-1.tuyacloud.com:8686/?Action=x', 'Endpoint holds a query'],
		['https://me:word@si-1.tuyacloud.com', 'Endpoint holds a user name or password'],
		['ftp://si-1.tuyacloud.com', 'Endpoint starts with ftp://, which is not https'],
		['not a host', 'Endpoint is not a host and port'],
		['', 'Endpoint is empty'],
	])(
		'given the endpoint "%s", when the workflow runs, then the sentence says what to enter',
		async (endpoint, message) => {
			const { error } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }],
				credential: { endpoint },
			});
			expect(error?.message).toBe(`${message} (in the credential)`);
			expect(error?.description).toBe(ENDPOINT_FIX);
		},
	);

	it('given plain http to another computer, when the workflow runs, then it is refused', async () => {
		const run: BenchRun = {
			items: [{ deviceNames: 'testDevice1' }],
			credential: { endpoint: 'http://si-1.tuyacloud.com:8686' },
		};
		const { error } = await cancelOnce(run);
		expect(error?.message).toBe('Endpoint uses http, which is not encrypted (in the credential)');
	});

	it.each([
		['maxAttempts', 0, 'Max Attempts is 0', 'Enter a whole number from 1 to 10, e.g. 4.'],
		[
			'timeout',
			'soon',
			'Timeout (Ms) is "soon"',
			'Enter a whole number from 1 to 2147483647, e.g. 30000.',
		],
		[
			'devicesPerRequest',
			201,
			'Devices per Request is 201',
			'Enter a whole number from 1 to 200, e.g. 200.',
		],
	])(
		'given the option %s as %s, when the workflow runs, then the sentence says the range',
		async (name, value, message, fix) => {
			const { error, emulator } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }],
				parameters: { options: { [name]: value } },
			});
			expect(error?.message).toBe(`${message} [item 0]`);
			expect(error?.description).toBe(fix);
			expect(emulator.log).toEqual([]);
		},
	);
});
