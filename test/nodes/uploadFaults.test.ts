import type { INodeExecutionData } from 'n8n-workflow';
import type { FaultPlan } from '../emulator/faults/faults';
import { STORAGE_ACCESS_KEY_ID } from '../emulator/storage/storage';
import { withEmulator } from '../emulator/testing';
import { granted } from '../emulator/storage/uploading';
import { itemWithFile } from '../engine/files';
import { engine } from '../engine/loaded';
import { credentialFor, jsonOf } from './bench';
import { actionsOf, CONTENT, create, expectNoGrant, file } from './uploads';
import { uploadWorkflow } from './workflows';

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
		const { execution, emulator } = await create(engine, [await item()]);
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
			engine,
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
		const { execution, emulator } = await create(
			engine,
			[await file()],
			{},
			{ faults: uploads(fault) },
		);
		expect(execution.error?.message).toBe(`${message(emulator.endpoint)} [item 0]`);
		expect(execution.error?.description).toContain('No package was made.');
		expect(actionsOf(emulator)).toEqual(['GenerateOTAUploadURL', 'PostObject']);
		expectNoGrant(execution, emulator);
	});

	it('given a grant that does not come, when the network fails, then nobody is sent to look for a package', async () => {
		const faults: FaultPlan = ({ action }) =>
			action === 'GenerateOTAUploadURL' ? { kind: 'reset' } : undefined;
		const parameters = { options: { maxAttempts: 1 } };
		const { execution } = await create(engine, [await file()], parameters, { faults });
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

	it('given a storage that says no under status 200, when the file comes, then no package is made', async () => {
		const body = '<Error><Code>InternalError</Code></Error>';
		const faults = uploads({ kind: 'status', status: 200, body });
		const { execution, emulator } = await create(engine, [await file()], {}, { faults });
		expect(execution.error?.message).toBe(
			`The storage ${emulator.endpoint} refused the upload (InternalError) [item 0]`,
		);
		expect(actionsOf(emulator)).toEqual(['GenerateOTAUploadURL', 'PostObject']);
	});

	it('given Ignore SSL Issues, when the certificate of the storage is private, then the file is not sent there', async () => {
		await withEmulator({ https: true }, async (emulator) => {
			const credential = { ...credentialFor(emulator), ignoreSslIssues: true };
			const execution = await engine.run(uploadWorkflow(), credential, [await file()]);
			expect(execution.error?.message).toContain(
				`The upload failed: The certificate of ${emulator.endpoint} cannot be verified`,
			);
			expect(actionsOf(emulator)).toEqual(['GenerateOTAUploadURL']);
			expectNoGrant(execution, emulator);
		});
	});

	it('given a platform that quotes the link to the file, when it refuses the package, then the storage’s key stays hidden', async () => {
		const link = `https://storage.example/a.bin?OSSAccessKeyId=${STORAGE_ACCESS_KEY_ID}&Signature=abc`;
		const body = JSON.stringify({
			...{ code: 'iot.ota.Odd', requestId: '1', success: false },
			errorMessage: `unknown file ${link}`,
		});
		const faults: FaultPlan = ({ action }) =>
			action === 'CreateOTAFirmware' ? { kind: 'status', status: 200, body } : undefined;
		const { execution } = await create(engine, [await file()], {}, { faults });
		expect(execution.error?.description).toContain('unknown file https://storage.example/a.bin');
		expect(JSON.stringify([execution.error, execution.log])).not.toContain(STORAGE_ACCESS_KEY_ID);
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
