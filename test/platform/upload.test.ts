import { parseEndpoint } from '../../platform/signing/endpoint';
import type { Endpoint } from '../../platform/signing/endpoint';
import { explain } from '../../platform/errors/explain';
import { explainUpload, readGrant, uploadRefusal } from '../../platform/upload';

const FAR = 'si-0123456789.tuyacloud.com:8686';
const KEY_ID = 'LTAIstorageKeyId';

function endpoint(text: string): Endpoint {
	const parsed = parseEndpoint(text);
	if (!parsed.ok) throw new Error(`${text} is no endpoint`);
	return parsed.value;
}

const answer = (Host: string) => ({
	Success: true,
	Data: {
		Host,
		Key: 'ota/a.bin',
		OSSAccessKeyId: KEY_ID,
		Policy: 'cG9saWN5',
		Signature: 'c2lnbmF0dXJl',
		FirmwareUrl: 'https://storage.example/ota/a.bin',
	},
});

describe('given a platform elsewhere', () => {
	it.each([
		['https://iotx-ota.oss-cn-shanghai.aliyuncs.com', 'iotx-ota.oss-cn-shanghai.aliyuncs.com'],
		['iotx-ota.oss-cn-shanghai.aliyuncs.com', 'iotx-ota.oss-cn-shanghai.aliyuncs.com'],
		['https://10.0.0.7:9000/', '10.0.0.7:9000'],
		['https://[fd00::7]:9000', '[fd00::7]:9000'],
	])('when it names the storage %s, then the file goes to %s by HTTPS', (place, host) => {
		const grant = readGrant(answer(place), endpoint(FAR));
		expect(grant).toMatchObject({ value: { url: `https://${host}/`, host } });
	});

	it.each([
		...['127.0.0.1', 'localhost', 'localhost.', 'a.localhost', '2130706433', '127.1', '0x7f.0.0.1'],
		...['017700000001', '0', '0.0.0.0', '169.254.169.254', '2852039166', '[::1]', '[::]'],
		...['[fe80::1]', '[::ffff:127.0.0.1]', '[::ffff:a9fe:a9fe]', '[::7f00:1]', '127.0.0.1:9'],
	])('when it names %s, then nothing goes there, whatever the scheme', (place) => {
		for (const scheme of ['', 'http://', 'https://', 'HTTPS://']) {
			const grant = readGrant(answer(`${scheme}${place}`), endpoint(FAR));
			expect(!grant.ok && explain(grant.fault)).toEqual({
				message: expect.stringMatching(
					/^The upload was not sent: the platform names the storage \S+, which is the n8n computer itself \(loopback or link-local\)$/,
				),
				description: expect.stringMatching(/^No package was made\. Check the Endpoint/),
			});
		}
	});

	it.each([
		'http://iotx-ota.oss-cn-shanghai.aliyuncs.com',
		'http://10.0.0.7:9000',
		'ftp://storage',
	])('when it names %s, which is not HTTPS, then nothing goes there', (place) => {
		const grant = readGrant(answer(place), endpoint(FAR));
		expect(!grant.ok && explain(grant.fault).message).toBe(
			`The upload was not sent: the platform names the storage ${place}, which is not reached by HTTPS`,
		);
	});

	it.each([
		'',
		'two words',
		'https://',
		'https://user:pass@storage.example',
		'https://storage.example/a?b',
	])('when it names %j, then the answer is unreadable', (place) => {
		expect(readGrant(answer(place), endpoint(FAR))).toMatchObject({
			ok: false,
			fault: { kind: 'unreadable' },
		});
	});
});

describe('given a platform on this computer', () => {
	it.each(['http://127.0.0.1:9000', 'http://localhost:9000', 'https://[::1]:9000'])(
		'when it names the storage %s, then the file goes there',
		(place) => {
			const grant = readGrant(answer(place), endpoint('http://localhost:8686'));
			expect(grant).toMatchObject({ ok: true, value: { url: `${place}/` } });
		},
	);

	it.each(['http://storage.example', 'https://169.254.169.254', 'https://[fe80::1]'])(
		'when it names %s, then nothing goes there',
		(place) => {
			expect(readGrant(answer(place), endpoint('http://localhost:8686'))).toMatchObject({
				ok: false,
				fault: { kind: 'input', field: 'The upload' },
			});
		},
	);
});

describe('given the answer of the storage', () => {
	const grant = readGrant(answer('https://storage.example'), endpoint(FAR));
	if (!grant.ok) throw new Error('No grant');
	const refusal = (status: number, body: string) => uploadRefusal(status, body, grant.value);

	it.each([
		[204, ''],
		[200, ''],
		[200, ' \r\n'],
		[201, '<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse><Key>a</Key></PostResponse>'],
		[201, '<PostResponse xmlns="x"></PostResponse>'],
	])('when it is %d with %j, then the file is stored', (status, body) => {
		expect(refusal(status, body)).toBeUndefined();
	});

	it.each([
		[
			200,
			'<Error><Code>AccessDenied</Code><RequestId>5A</RequestId></Error>',
			'AccessDenied',
			'5A',
		],
		[
			200,
			'<?xml version="1.0"?>\n<Error>\n  <Code>InternalError</Code></Error>',
			'InternalError',
			'',
		],
		[203, '<html>Sign in to the network</html>', '', ''],
		[200, '{"error":"denied"}', '', ''],
		[302, '', '', ''],
		[403, `<Error><Code>${KEY_ID}</Code><RequestId>x-${KEY_ID}</RequestId></Error>`, '', ''],
	])('when it is %d with %j, then it is a no', (status, body, code, requestId) => {
		const fault = refusal(status, body);
		expect(fault).toMatchObject({ kind: 'refused', code, requestId, status, json: {} });
		expect(JSON.stringify(fault && explainUpload(fault, 'storage.example'))).not.toContain(KEY_ID);
	});

	it('when its certificate cannot be verified, then nobody is told to ignore that', () => {
		const fault = { kind: 'network', reason: 'certificate', cause: 'CERT_HAS_EXPIRED' } as const;
		expect(explainUpload(fault, 'storage.example')).toEqual({
			message:
				'The upload failed: The certificate of storage.example cannot be verified (CERT_HAS_EXPIRED)',
			description: expect.stringMatching(
				/^Ignore SSL Issues \(Insecure\) is for the platform alone/,
			),
		});
	});
});
