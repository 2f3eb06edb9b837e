/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: a proxy and its environment */
import '../engine/environment';
import 'reflect-metadata';
import { createServer } from 'node:http';
import { CredentialTestContext } from 'n8n-core';
import { tuyaIotPlatformApiTest } from '../../nodes/TuyaIotPlatform/methods/credentialTest';
import { engine } from '../engine/loaded';
import { listening } from '../support/localServer';
import { jsonOf } from './bench';
import { cancelWorkflow } from './workflows';

const VARIABLES = ['HTTPS_PROXY', 'NO_PROXY', 'no_proxy'] as const;
const before = VARIABLES.map((name) => [name, process.env[name]] as const);
afterEach(() => {
	for (const [name, value] of before) {
		if (value === undefined) delete process.env[name];
		else process.env[name] = value;
	}
});

const FIELDS = { accessKeyId: 'keyId', accessKeySecret: 'keySecret' };
const ENDPOINT = 'iot.example.invalid:8686';
const ITEM = {
	json: { productKey: 'k1nhvyl0001', firmwareId: '168', jobId: '', deviceNames: 'a' },
};

/** Uses a proxy that answers each CONNECT so; an empty answer closes the connection. */
async function behind<Value>(
	answer: string,
	use: (proxy: string) => Promise<Value>,
): Promise<Value> {
	const server = createServer();
	server.on('connect', (_, socket) => {
		socket.on('error', () => {});
		socket.end(answer);
	});
	const { port, url, stop } = await listening(server);
	process.env.HTTPS_PROXY = url;
	delete process.env.NO_PROXY;
	delete process.env.no_proxy;
	try {
		return await use(`127.0.0.1:${port}`);
	} finally {
		await stop();
	}
}

async function cancel() {
	const options = { maxAttempts: 1, timeout: 2000, output: 'perDevice' };
	const workflow = cancelWorkflow({
		parameters: { options },
		onError: 'continueRegularOutput',
	});
	const { outputs } = await engine.run(workflow, { ...FIELDS, endpoint: ENDPOINT }, [ITEM]);
	return jsonOf(outputs[0])[0];
}

async function credentialTest(): Promise<string> {
	const data = { ...FIELDS, endpoint: ENDPOINT };
	const credential = { id: '1', name: 'Test', type: 'tuyaIotPlatformApi', data };
	return (await tuyaIotPlatformApiTest.call(new CredentialTestContext(), credential)).message;
}

const page = (status: string, headers = '') =>
	`HTTP/1.1 ${status}\r\n${headers}Content-Type: text/html\r\n\r\n<html><p>No</p></html>`;

describe('given a proxy that refuses a tunnel', () => {
	it.each([
		['407', page('407 Proxy Authentication Required', 'Proxy-Authenticate: Basic\r\n')],
		['401 with a question', page('401 Unauthorized', 'Proxy-Authenticate: Basic\r\n')],
		['403 of Squid', page('403 Forbidden', 'X-Squid-Error: ERR_ACCESS_DENIED 0\r\n')],
		['503 of Squid', page('503 Unavailable', 'X-Squid-Error: ERR_DNS_FAIL 0\r\n')],
	])('when it answers %s, then the cancel has failed and the proxy is to blame', async (_, no) => {
		const [item, told] = await behind(no, async () => [await cancel(), await credentialTest()]);
		const sentence = `The proxy of this n8n did not let the request to ${ENDPOINT} pass`;
		expect(item).toMatchObject({
			error: expect.stringContaining(sentence),
			message: expect.stringMatching(/^Nothing was carried out\. .*HTTPS_PROXY/),
			details: { outcome: 'failed' },
		});
		expect(told).toContain(sentence);
	});

	it.each(['401 Unauthorized', '403 Forbidden', '404 Not Found', '405 Method Not Allowed'])(
		'when it answers %s and nothing else, then the cancel has failed all the same',
		async (status) => {
			expect(await behind(page(status), cancel)).toMatchObject({
				message: expect.stringContaining('Nothing was carried out.'),
				details: { outcome: 'failed' },
			});
		},
	);

	it('when it closes the connection, then the cancel has failed and the proxy is to blame', async () => {
		const sentence = `The proxy of this n8n had no connection to ${ENDPOINT}`;
		expect(await behind('', cancel)).toMatchObject({
			error: expect.stringContaining(sentence),
			details: { outcome: 'failed' },
		});
	});
});

describe('given a proxy that is not there', () => {
	it.each([
		['its port is closed', 'http://127.0.0.1:9', 'The proxy 127.0.0.1:9 of this n8n cannot be'],
		['nobody knows its name', 'http://proxy.invalid:3128', 'The proxy proxy.invalid of this n8n'],
	])('when %s, then it is named and not the endpoint', async (_, proxy, sentence) => {
		process.env.HTTPS_PROXY = proxy;
		delete process.env.NO_PROXY;
		delete process.env.no_proxy;
		expect(await cancel()).toMatchObject({
			error: expect.stringContaining(sentence),
			details: { outcome: 'failed' },
		});
		expect(await credentialTest()).toContain(sentence);
	});
});
