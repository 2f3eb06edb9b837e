import { createHash } from 'node:crypto';
import { onRequest } from '../faults/faults';
import { codeOf, dataOf, send, withEmulator } from '../testing';
import { formFields, granted, sendBody, sendForm } from './uploading';

const CONTENT = 'the bytes of a firmware';

function hex(algorithm: string, content: string): string {
	return createHash(algorithm).update(content).digest('hex');
}

describe('given GenerateOTAUploadURL', () => {
	it('when leave to upload is asked for, then exactly the documented fields are answered', () =>
		withEmulator({}, async (emulator) => {
			const data = await dataOf(emulator, 'GenerateOTAUploadURL');
			expect(data).toEqual({
				...{ host: emulator.url, objectStorage: 'OSS', utcCreate: expect.any(String) },
				key: expect.stringMatching(/^ota\/firmware\/[0-9a-f]{32}\.bin$/),
				...{ OSSAccessKeyId: expect.any(String), signature: expect.any(String) },
				...{ policy: expect.any(String), firmwareUrl: expect.any(String) },
			});
			expect(data['firmwareUrl']).toMatch(`${emulator.url}/${String(data['key'])}?Expires=`);
		}));

	it('when a kind of file is named, then the key ends so; an unknown kind is refused', () =>
		withEmulator({}, async (emulator) => {
			expect((await granted(emulator, 'tar.gz'))['key']).toMatch(/\.tar\.gz$/);
			const code = await codeOf(emulator, 'GenerateOTAUploadURL', { FileSuffix: 'exe' });
			expect(code).toBe('iot.firmware.InvalidGenerateOTAUploadURLParam');
		}));
});

describe('given leave to upload', () => {
	it('when a form brings the file, then 204 is answered and its facts are kept', () =>
		withEmulator({}, async (emulator) => {
			const grant = await granted(emulator);
			const answer = await sendForm(emulator, formFields(grant), CONTENT);
			expect(answer).toMatchObject({ status: 204, body: '' });
			expect(answer.headers['etag']).toBe(`"${hex('md5', CONTENT).toUpperCase()}"`);
			const key = grant['key'] ?? '';
			expect(emulator.uploads.get(key)).toEqual({
				...{ key, fields: ['key', 'OSSAccessKeyId', 'policy', 'Signature'] },
				...{ fileName: 'lamp.bin', contentType: 'application/octet-stream' },
				...{ size: CONTENT.length, md5: hex('md5', CONTENT), sha256: hex('sha256', CONTENT) },
			});
			const noted = { action: 'PostObject', outcome: 'answered', status: 204 };
			expect(emulator.log.at(-1)).toMatchObject(noted);
		}));

	it('when the form asks for 200 or 201, then that is answered, 201 with a body', () =>
		withEmulator({}, async (emulator) => {
			const fields = formFields(await granted(emulator));
			const asking = (status: string) =>
				sendForm(emulator, [...fields, ['success_action_status', status]], CONTENT);
			expect(await asking('200')).toMatchObject({ status: 200, body: '' });
			expect(await asking('201')).toMatchObject({
				status: 201,
				body: expect.stringMatching(/<PostResponse><Bucket>.*<Location>.*<Key>ota\/firmware\//),
			});
		}));

	it('when the file is large, then all of it is counted', () =>
		withEmulator({}, async (emulator) => {
			const grant = await granted(emulator);
			const content = 'x'.repeat(5_000_000);
			await sendForm(emulator, formFields(grant), content);
			const size = 5_000_000;
			const facts = { size, md5: hex('md5', content) };
			expect(emulator.uploads.get(grant['key'] ?? '')).toMatchObject(facts);
		}));

	it.each([
		['another key ID', 'OSSAccessKeyId', 'x', 403, 'InvalidAccessKeyId'],
		['another policy', 'policy', 'eyJ9', 403, 'SignatureDoesNotMatch'],
		['another signature', 'Signature', 'x', 403, 'SignatureDoesNotMatch'],
		['no policy', 'policy', '', 403, 'AccessDenied'],
		['a key elsewhere', 'key', 'other/lamp.bin', 403, 'AccessDenied'],
		['no key', 'key', '', 400, 'InvalidArgument'],
	])('when a form has %s, then it is refused in XML', (_, name, value, status, code) =>
		withEmulator({}, async (emulator) => {
			const fields = formFields(await granted(emulator));
			const changed = fields.map(([field, old]) => [field, field === name ? value : old] as const);
			const answer = await sendForm(emulator, changed, CONTENT);
			expect(answer.status).toBe(status);
			expect(answer.body).toContain(`<Error><Code>${code}</Code><Message>`);
			expect(emulator.uploads.size).toBe(0);
			expect(emulator.log.at(-1)).toMatchObject({ outcome: 'refused', code, status });
		}),
	);

	it('when the fields come after the file, then they do not count', () =>
		withEmulator({}, async (emulator) => {
			const form = new FormData();
			form.append('file', new Blob([CONTENT]), 'lamp.bin');
			for (const [name, value] of formFields(await granted(emulator))) form.append(name, value);
			expect(await sendBody(emulator, form)).toMatchObject({
				status: 400,
				body: expect.stringContaining('<Code>InvalidArgument</Code>'),
			});
		}));

	it('when the file has another name or the form is broken, then it is refused', () =>
		withEmulator({}, async (emulator) => {
			const fields = formFields(await granted(emulator));
			const misnamed = await sendForm(emulator, fields, CONTENT, 'data');
			expect(misnamed.body).toContain('IncorrectNumberOfFilesInPOSTRequest');
			for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
				const options = { method: 'POST', headers: { 'content-type': type }, body: 'x=1' };
				expect(await send(emulator, '/', options)).toMatchObject({
					status: 400,
					body: expect.stringContaining('<Code>MalformedPOSTRequest</Code>'),
				});
			}
		}));

	it('when the form ends within the file, then nothing is kept', () =>
		withEmulator({}, async (emulator) => {
			const [key] = formFields(await granted(emulator));
			const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"`;
			const body = `${part('key')}\r\n\r\n${key?.[1]}\r\n${part('file')}; filename="f"\r\n\r\nhalf`;
			const headers = { 'content-type': 'multipart/form-data; boundary=x' };
			const answer = await send(emulator, '/', { method: 'POST', headers, body });
			expect(answer.body).toContain('<Code>MalformedPOSTRequest</Code>');
			expect(emulator.uploads.size).toBe(0);
		}));

	it('when a minute has passed, then it has expired', async () => {
		const clock = { now: Date.now() };
		await withEmulator({ now: () => clock.now }, async (emulator) => {
			const fields = formFields(await granted(emulator));
			clock.now += 60_000;
			expect(await sendForm(emulator, fields, CONTENT)).toMatchObject({
				status: 403,
				body: expect.stringContaining('Policy expired.'),
			});
		});
	});

	it('when a fault is planned for it, then the upload meets it', () =>
		withEmulator({ faults: onRequest(2, { kind: 'status', status: 503 }) }, async (emulator) => {
			const fields = formFields(await granted(emulator));
			expect(await sendForm(emulator, fields, CONTENT)).toMatchObject({ status: 503 });
			expect(emulator.uploads.size).toBe(0);
			expect(await sendForm(emulator, fields, CONTENT)).toMatchObject({ status: 204 });
		}));
});
