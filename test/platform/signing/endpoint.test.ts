import fc from 'fast-check';
import { isLoopback, parseEndpoint } from '../../../platform/signing/endpoint';
import { explain } from '../../../platform/errors/explain';

const HOST_AND_PORT =
	'Enter host and port only, e.g. si-0123456789.tuyacloud.com:8686. The instance console shows them under Development configuration > Cloud API.';
const NO_HTTP =
	'Write https:// instead of http://, or leave it out. Plain http is only for a server on this computer.';

describe('given an endpoint that can be used', () => {
	it.each([
		['si-0123456789.tuyacloud.com:8686', 'https://si-0123456789.tuyacloud.com:8686'],
		['https://si-0123456789.tuyacloud.com:8686', 'https://si-0123456789.tuyacloud.com:8686'],
		['https://si-0123456789.tuyacloud.com:8686/', 'https://si-0123456789.tuyacloud.com:8686'],
		['si-0123456789.tuyacloud.com:8686/', 'https://si-0123456789.tuyacloud.com:8686'],
		[' \tsi-0123456789.tuyacloud.com:8686\n', 'https://si-0123456789.tuyacloud.com:8686'],
		['HTTPS://SI-0123456789.TuyaCloud.com:8686', 'https://si-0123456789.tuyacloud.com:8686'],
		['iot.example.com', 'https://iot.example.com'],
		['iot.example.com:443', 'https://iot.example.com'],
		['192.0.2.7:8686', 'https://192.0.2.7:8686'],
		['[2001:db8::7]:8686', 'https://[2001:db8::7]:8686'],
		['localhost:8686', 'https://localhost:8686'],
		['http://localhost:8080', 'http://localhost:8080'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['http://127.1.2.3:8080', 'http://127.1.2.3:8080'],
		['http://[::1]:8080/', 'http://[::1]:8080'],
		['http://127.0.0.1:80', 'http://127.0.0.1'],
	])('when it is %j, then requests go to %s', (text, origin) => {
		const host = origin.replace(/^https?:\/\//, '');
		expect(parseEndpoint(text)).toEqual({ ok: true, value: { origin, host } });
	});

	it('when it is read again from its own origin, then nothing changes', () => {
		fc.assert(
			fc.property(fc.domain(), fc.integer({ min: 1, max: 65535 }), (domain, port) => {
				const once = parseEndpoint(`${domain}:${port}`);
				expect(once.ok && parseEndpoint(once.value.origin)).toEqual(once);
			}),
		);
	});
});

describe('given an endpoint that cannot be used', () => {
	it.each([
		['', 'Endpoint is empty', HOST_AND_PORT],
		['   ', 'Endpoint is empty', HOST_AND_PORT],
		['two words', 'Endpoint is not a host and port', HOST_AND_PORT],
		['host:99999', 'Endpoint is not a host and port', HOST_AND_PORT],
		['host:port', 'Endpoint is not a host and port', HOST_AND_PORT],
		['https://', 'Endpoint is not a host and port', HOST_AND_PORT],
		['::1', 'Endpoint is not a host and port', HOST_AND_PORT],
		['ftp://host', 'Endpoint starts with ftp://, which is not https', HOST_AND_PORT],
		['WSS://host', 'Endpoint starts with wss://, which is not https', HOST_AND_PORT],
		['file:///etc/hosts', 'Endpoint starts with file://, which is not https', HOST_AND_PORT],
		['http://host:8686', 'Endpoint uses http, which is not encrypted', NO_HTTP],
		['http://127.0.0.1.example.com', 'Endpoint uses http, which is not encrypted', NO_HTTP],
		['http://127.0.0.1@example.com', 'Endpoint uses http, which is not encrypted', NO_HTTP],
		['http://localhost.example.com', 'Endpoint uses http, which is not encrypted', NO_HTTP],
		['http://128.0.0.1', 'Endpoint uses http, which is not encrypted', NO_HTTP],
		['user@host:8686', 'Endpoint holds a user name or password', HOST_AND_PORT],
		['https://user:pass@host', 'Endpoint holds a user name or password', HOST_AND_PORT],
		['host:8686?Action=Pub', 'Endpoint holds a query', HOST_AND_PORT],
		['host:8686/#top', 'Endpoint holds a query', HOST_AND_PORT],
		['si-********.tuyacloud.com:8686', 'Endpoint is not a host and port', HOST_AND_PORT],
		['a..b:8686', 'Endpoint is not a host and port', HOST_AND_PORT],
		['host:0', 'Endpoint is not a host and port', HOST_AND_PORT],
		['https:/host', 'Endpoint is not a host and port', HOST_AND_PORT],
		['host:8686/api', 'Endpoint holds the path "/api"', HOST_AND_PORT],
		['https://host/a/b/', 'Endpoint holds the path "/a/b/"', HOST_AND_PORT],
	])('when it is %j, then the user reads "%s"', (text, message, description) => {
		const parsed = parseEndpoint(text);
		expect(!parsed.ok && explain(parsed.fault)).toEqual({ message, description });
	});
});

describe('given any text', () => {
	it('when it is read as an endpoint, then it never throws and only loopback goes without TLS', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
		);
		fc.assert(
			fc.property(text, (typed) => {
				const parsed = parseEndpoint(typed);
				if (!parsed.ok) return;
				const { protocol, hostname, origin } = new URL(parsed.value.origin);
				expect(origin).toBe(parsed.value.origin);
				expect(protocol === 'https:' || isLoopback(hostname)).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('given a host name', () => {
	it.each(['localhost', '[::1]', '127.0.0.1', '127.255.255.254'])(
		'when it is %s, then it is this computer',
		(hostname) => {
			expect(isLoopback(hostname)).toBe(true);
		},
	);

	it.each([
		'',
		'example.com',
		'localhost.example.com',
		'127.0.0.1.example.com',
		'10.0.0.1',
		'[::2]',
	])('when it is %j, then it is another computer', (hostname) => {
		expect(isLoopback(hostname)).toBe(false);
	});
});

describe('given a host of the Tuya OpenAPI', () => {
	it.each([
		'openapi.tuyacn.com',
		'openapi.tuyaus.com',
		'openapi-ueaz.tuyaus.com',
		'openapi.tuyaeu.com',
		'openapi-weaz.tuyaeu.com',
		'openapi.tuyain.com',
		'openapi-sg.iotbing.com',
		'https://OpenAPI.TuyaCN.com/',
		'http://openapi.tuyaus.com',
		'openapi.tuyaus.com:443',
		'https://openapi.tuyaus.com/v1.0/token?grant_type=1',
		'openapi.tuyaus.com.',
	])('when it is %s, then the two platforms are told apart', (text) => {
		const parsed = parseEndpoint(text);
		expect(parsed).toMatchObject({
			ok: false,
			fault: {
				field: 'Endpoint',
				what: 'is a host of the Tuya OpenAPI, which is another platform',
				fix: expect.stringContaining('si-0123456789.tuyacloud.com:8686'),
			},
		});
	});

	it.each([
		'si-0123456789.tuyacloud.com:8686',
		'openapi.example.com:8686',
		'openapi.tuyaus.com.example.com',
		'tuyaus.com',
	])('when it is %s, then it is another host, and taken', (text) => {
		expect(parseEndpoint(text).ok).toBe(true);
	});
});
