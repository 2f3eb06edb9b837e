/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: measures a process of its own */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import { withEmulator } from '../emulator/testing';
import { uploaded } from '../emulator/storage/uploading';
import { itemWithFile } from '../engine/files';
import { engine } from '../engine/loaded';
import { credentialFor, jsonOf } from './bench';
import type { UploadMemory } from './uploadMemory';
import { actionsOf, CONTENT, create, expectNoGrant, file, newPackage } from './uploads';
import { uploadWorkflow } from './workflows';

const hashOf = (algorithm: string) => createHash(algorithm).update(CONTENT).digest('hex');

describe('Create with a file of the item', () => {
	it.each([
		['MD5', hashOf('md5')],
		['SHA256', hashOf('sha256')],
	])(
		'given a file and %s, when it runs, then the file is uploaded and the package has its facts',
		async (...given) => {
			const [signMethod, firmwareSign] = given;
			const { execution, emulator } = await create(engine, [await file()], { signMethod });
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
		const { execution, emulator } = await create(engine, [await file()]);
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
			const { emulator } = await create(engine, [item], { binaryPropertyName: 'image' });
			expect(newPackage(emulator)).toMatchObject({ firmwareSign: hashOf('md5') });
			expect(emulator.log[0]?.parameters.FileSuffix).toBe('tar.gz');
		},
	);

	it('given two items, when they are served, then each has its own file and answer', async () => {
		const { execution, emulator } = await create(
			engine,
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
