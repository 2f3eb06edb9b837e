/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: measures a process of its own */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect, promisify } from 'node:util';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	type Emulator,
	type EmulatorOptions,
} from '../emulator/emulator';
import { STORAGE_ACCESS_KEY_ID } from '../emulator/storage';
import type { FaultPlan } from '../emulator/faults';
import { granted, uploaded } from '../emulator/uploading';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import type { Execution } from '../engine/engine';
import { itemWithFile } from '../engine/files';
import { credentialFor, jsonOf } from './bench';
import type { UploadMemory } from './uploadMemory';
import { uploadWorkflow } from './workflows';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load();
});

const CONTENT = Buffer.from('firmware '.repeat(100_000));
const hashOf = (algorithm: string) => createHash(algorithm).update(CONTENT).digest('hex');
const file = (fileName = 'lamp.bin', content = CONTENT) => itemWithFile({ fileName, content });

/** Creates a package from the file of each item on an emulator of its own. */
async function create(
	items: INodeExecutionData[],
	parameters: IDataObject = {},
	options: EmulatorOptions = {},
): Promise<{ execution: Execution; emulator: Emulator }> {
	let execution: Execution | undefined;
	let used: Emulator | undefined;
	await withEmulator(options, async (emulator) => {
		used = emulator;
		execution = await engine.run(uploadWorkflow(parameters), credentialFor(emulator), items);
	});
	if (!execution || !used) throw new Error('Nothing ran');
	return { execution, emulator: used };
}

const actionsOf = ({ log }: Emulator) => log.map(({ action }) => action);
const newPackage = ({ fleet }: Emulator) =>
	fleet.packages.find(({ firmwareName }) => firmwareName === 'lamp');

/** Nothing that lets others upload may be in what an execution leaves behind. */
function expectNoGrant({ outputs, error, run, log }: Execution, emulator: Emulator): void {
	const left = inspect({ outputs, error, run, log }, { depth: 20, maxStringLength: null });
	expect(left).not.toMatch(/OSSAccessKeyId=|"?policy"?: ?['"]|Signature=/i);
	expect(left).not.toContain(STORAGE_ACCESS_KEY_ID);
	for (const { parameters } of emulator.log.filter(({ action }) => action === 'PostObject')) {
		for (const name of ['policy', 'Signature', 'OSSAccessKeyId']) {
			if (parameters[name]) expect(left).not.toContain(parameters[name]);
		}
	}
}

describe('Create with a file of the item', () => {
	it.each([
		['MD5', hashOf('md5')],
		['SHA256', hashOf('sha256')],
	])(
		'given a file and %s, when it runs, then the file is uploaded and the package has its facts',
		async (...given) => {
			const [signMethod, firmwareSign] = given;
			const { execution, emulator } = await create([await file()], { signMethod });
			expect(execution.error).toBeUndefined();
			expect(actionsOf(emulator)).toEqual([
				'GenerateOTAUploadURL',
				'PostObject',
				'CreateOTAFirmware',
			]);
			expect([...emulator.uploads.values()]).toEqual([
				expect.objectContaining({
					fileName: 'lamp.bin',
					size: CONTENT.length,
					md5: hashOf('md5'),
					sha256: hashOf('sha256'),
					fields: ['key', 'OSSAccessKeyId', 'policy', 'Signature'],
				}),
			]);
			const firmwareSize = CONTENT.length;
			expect(newPackage(emulator)).toMatchObject({ firmwareSize, firmwareSign, signMethod });
			expect(jsonOf(execution.outputs[0])).toMatchObject([
				{ success: true, data: expect.anything() },
			]);
			expectNoGrant(execution, emulator);
		},
	);

	it('given a file, when it is uploaded, then the log tells of it', async () => {
		const { execution, emulator } = await create([await file()]);
		const lines = execution.log.filter((line) => line.includes('upload'));
		expect(lines).toEqual([
			`info: Tuya IoT Platform: uploading lamp.bin (0.9 MB) to ${emulator.endpoint} ...`,
			expect.stringMatching(/^info: Tuya IoT Platform: uploaded lamp\.bin in \d+\.\d s\.$/),
		]);
	});

	it.each(['default', 'filesystem'] as const)(
		'given n8n in the mode "%s" for files, when one comes as a stream, then it arrives whole',
		async (mode) => {
			const content = Readable.from([CONTENT.subarray(0, 7), CONTENT.subarray(7)]);
			const item = await itemWithFile({ fileName: 'a.tar.gz', content }, mode, 'image');
			const { emulator } = await create([item], { binaryPropertyName: 'image' });
			expect(newPackage(emulator)).toMatchObject({ firmwareSign: hashOf('md5') });
			expect(emulator.log[0]?.parameters.FileSuffix).toBe('tar.gz');
		},
	);

	it('given two items, when they are served, then each has its own file and answer', async () => {
		const { execution, emulator } = await create(
			[
				{ ...(await file('a.bin')), json: { name: 'lamp', version: '2.0.0' } },
				{ ...(await file('b.zip', Buffer.from('b'))), json: { name: 'lamp2', version: '3.0.0' } },
			],
			{ firmwareName: '={{ $json.name }}', destVersion: '={{ $json.version }}' },
		);
		expect(execution.error).toBeUndefined();
		expect([...emulator.uploads.values()].map(({ fileName, size }) => [fileName, size])).toEqual([
			['a.bin', CONTENT.length],
			['b.zip', 1],
		]);
	});

	it('given a URL of a file that is there, when it runs, then nothing is uploaded', async () => {
		await withEmulator({}, async (emulator) => {
			const firmwareUrl = await uploaded(emulator, 'firmware');
			const seen = emulator.log.length;
			const workflow = uploadWorkflow({
				...{ fileFrom: 'url', firmwareUrl, firmwareSize: 8 },
				firmwareSign: createHash('md5').update('firmware').digest('hex'),
			});
			const { error } = await engine.run(workflow, credentialFor(emulator), [{ json: {} }]);
			expect(error).toBeUndefined();
			expect(actionsOf(emulator).slice(seen)).toEqual(['CreateOTAFirmware']);
			expect(newPackage(emulator)).toMatchObject({ firmwareSize: 8 });
		});
	});
});

describe('Create with a file that cannot be used', () => {
	const NO_FILE = 'Input Data Field Name names no file of the item';
	const PUT =
		'The item has no file. Put a node in front that reads one, e.g. Read/Write Files from Disk or HTTP Request.';
	const SUFFIXES =
		'The platform takes files that end in .bin, .dav, .apk, .tar, .gz, .tar.gz, .zip or .gzip. Rename it in the node before.';

	it.each<[string, () => Promise<INodeExecutionData>, string, string]>([
		['no file', async () => ({ json: {} }), `${NO_FILE} ("data")`, PUT],
		[
			'a file under another name',
			async () => await itemWithFile({ fileName: 'a.bin', content: CONTENT }, 'default', 'image'),
			`${NO_FILE} ("data")`,
			'The item has: image.',
		],
		[
			'an empty file',
			async () => await file('a.bin', Buffer.alloc(0)),
			'Input Data Field Name names an empty file ("data")',
			'Hand on a file with content.',
		],
		[
			'another kind of file',
			async () => await file('lamp.hex'),
			'Input Data Field Name names the file "lamp.hex"',
			SUFFIXES,
		],
		[
			'a file without a name',
			async () => await itemWithFile({ content: CONTENT }),
			'Input Data Field Name names a file without a name',
			SUFFIXES,
		],
	])('given %s, when it runs, then nothing is sent and a sentence says why', async (...given) => {
		const [, item, message, description] = given;
		const { execution, emulator } = await create([await item()]);
		expect(execution.error).toMatchObject({ message: `${message} [item 0]`, description });
		expect(emulator.log).toEqual([]);
	});
});

describe('Create when the storage is in the way', () => {
	/** Only uploads go wrong. */
	const uploads =
		(fault: ReturnType<FaultPlan>): FaultPlan =>
		({ action }) =>
			action === 'PostObject' ? fault : undefined;

	it('given a policy that has expired, when the file comes, then the storage is quoted and no package made', async () => {
		// An hour passes between the grant and the upload.
		let hours = 0;
		const now = () => 1_731_323_471_000 + hours * 3_600_000;
		const { execution, emulator } = await create(
			[await file()],
			{},
			{
				now,
				clockOffset: Date.now() - now(),
				onRequest: () => hours++,
			},
		);
		expect(execution.error).toMatchObject({
			message: `The storage ${emulator.endpoint} refused the upload (AccessDenied) [item 0]`,
			description: expect.stringMatching(
				/^Leave to upload lasts a minute or so: execute the node again\. No package was made\. Request ID: [0-9A-F]{24}\.$/,
			),
		});
		expect(execution.error?.description).toContain('No package was made.');
		expect(actionsOf(emulator)).toEqual(['GenerateOTAUploadURL', 'PostObject']);
		expectNoGrant(execution, emulator);
	});

	it.each<[string, ReturnType<FaultPlan>, (host: string) => string]>([
		[
			'closes the connection',
			{ kind: 'reset' },
			(host) => `The upload failed: ${host} closed the connection before it answered (ECONNRESET)`,
		],
		[
			'answers with a web page',
			{ kind: 'html', status: 502 },
			(host) => `The storage ${host} refused the upload (HTTP status 502)`,
		],
		[
			'sends elsewhere',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
			(host) => `The storage ${host} refused the upload (HTTP status 302)`,
		],
	])('given a storage that %s, when the file comes, then the error says so', async (...given) => {
		const [, fault, message] = given;
		const { execution, emulator } = await create([await file()], {}, { faults: uploads(fault) });
		expect(execution.error?.message).toBe(`${message(emulator.endpoint)} [item 0]`);
		expect(execution.error?.description).toContain('No package was made.');
		expect(actionsOf(emulator)).toEqual(['GenerateOTAUploadURL', 'PostObject']);
		expectNoGrant(execution, emulator);
	});

	it('given a grant that does not come, when the network fails, then nobody is sent to look for a package', async () => {
		const faults: FaultPlan = ({ action }) =>
			action === 'GenerateOTAUploadURL' ? { kind: 'reset' } : undefined;
		const parameters = { options: { maxAttempts: 1 } };
		const { execution } = await create([await file()], parameters, { faults });
		expect(execution.error?.description).not.toContain('second one');
		expect(execution.error?.context.details).toMatchObject({ action: 'GenerateOTAUploadURL' });
	});

	it('given a storage that finds a signature wrong, when there is another file, then that one is tried too', async () => {
		const body = '<Error><Code>SignatureDoesNotMatch</Code></Error>';
		const faults: FaultPlan = ({ index }) =>
			index === 2 ? { kind: 'status', status: 403, body } : undefined;
		const workflow = uploadWorkflow({ firmwareName: '={{ $json.name }}' });
		const nodes = workflow.nodes.map((node) => ({
			...node,
			onError: 'continueRegularOutput' as const,
		}));
		await withEmulator({ faults }, async (emulator) => {
			const items = [
				{ ...(await file()), json: { name: 'first' } },
				{ ...(await file()), json: { name: 'lamp' } },
			];
			const { outputs } = await engine.run({ ...workflow, nodes }, credentialFor(emulator), items);
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({
					error: `The storage ${emulator.endpoint} refused the upload (SignatureDoesNotMatch)`,
				}),
				expect.objectContaining({ success: true }),
			]);
		});
	});

	it('given a storage that nobody listens at, when the file comes, then its host is named', async () => {
		await withEmulator({}, async (emulator) => {
			const grant = { ...(await granted(emulator)), host: 'http://127.0.0.1:9' };
			const body = JSON.stringify({ code: '', requestId: '1', success: true, data: grant });
			emulator.setFaults(({ action }) =>
				action === 'GenerateOTAUploadURL' ? { kind: 'status', status: 200, body } : undefined,
			);
			const items = [await file()];
			const execution = await engine.run(uploadWorkflow(), credentialFor(emulator), items);
			expect(execution.error?.message).toBe(
				'The upload failed: 127.0.0.1:9 refused the connection (ECONNREFUSED) [item 0]',
			);
			expectNoGrant(execution, emulator);
		});
	});
});

describe('a firmware file of 64 MB', () => {
	const SIZE = 64;
	/** What the engine and the HTTP client take besides, and what the garbage collector leaves for later. */
	const ALLOWANCE = 32;

	it('given n8n keeps files on disk, when it is uploaded, then memory holds it less than twice', async () => {
		await withEmulator({}, async (emulator) => {
			const { stdout } = await promisify(execFile)(process.execPath, [
				...['--expose-gc', '--import', 'tsx', join(__dirname, 'uploadMemory.ts'), emulator.url],
				...[EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET, String(SIZE)],
			]);
			const memory = JSON.parse(stdout) as UploadMemory;
			expect(memory.error).toBeUndefined();
			expect(newPackage(emulator)).toMatchObject({ firmwareSize: SIZE * 1024 * 1024 });
			expect(memory.arrayBuffers).toBeLessThan(SIZE + ALLOWANCE);
			expect(memory.external).toBeLessThan(SIZE + ALLOWANCE);
			expect(memory.rss).toBeLessThan(SIZE + ALLOWANCE);
		});
	}, 120_000);
});
