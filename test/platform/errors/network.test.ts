import fc from 'fast-check';
import { networkFault } from '../../../platform/errors/network';

function coded(code: string, more: object = {}): Error {
	return Object.assign(new Error('connect to https://host/?Signature=x'), { code, ...more });
}

class SsrfBlockedIpError extends Error {}
class SsrfBlockedHostnameError extends Error {}

describe('given the error of a request that got no answer', () => {
	it.each([
		['ENOTFOUND', 'unknownHost'],
		['EAI_AGAIN', 'unknownHost'],
		['ECONNREFUSED', 'refusedConnection'],
		['EHOSTUNREACH', 'unreachable'],
		['ENETUNREACH', 'unreachable'],
		['ENETDOWN', 'unreachable'],
		['EADDRNOTAVAIL', 'unreachable'],
		['ETIMEDOUT', 'timeout'],
		['ECONNABORTED', 'timeout'],
		['ESOCKETTIMEDOUT', 'timeout'],
		['ECONNRESET', 'reset'],
		['EPIPE', 'reset'],
		['ERR_STREAM_PREMATURE_CLOSE', 'reset'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
		['UNABLE_TO_GET_ISSUER_CERT', 'certificate'],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
		['CERT_HAS_EXPIRED', 'certificate'],
		['CERT_NOT_YET_VALID', 'certificate'],
		['CERT_UNTRUSTED', 'certificate'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
		['EPROTO', 'notHttps'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'notHttps'],
		['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'notHttps'],
	])('when its code is %s, then the reason is %s', (code, reason) => {
		expect(networkFault(coded(code))).toEqual({ kind: 'network', reason, cause: code });
	});

	it.each(['cause', 'errorResponse', 'error', 'reason'])(
		'when it wraps the telling one as %s, then that one is found',
		(key) => {
			const outer = Object.assign(new Error('outer'), { [key]: coded('ECONNREFUSED') });
			expect(networkFault(outer)).toMatchObject({
				reason: 'refusedConnection',
				cause: 'ECONNREFUSED',
			});
		},
	);

	it('when it was thrown with a cause, which no list of its keys shows, then that one is found', () => {
		const outer = new Error('outer', { cause: new Error('axios', { cause: coded('ENOTFOUND') }) });
		expect(networkFault(outer).reason).toBe('unknownHost');
	});

	it('when the wrapper has a code of its own that tells nothing, then the one inside counts', () => {
		const outer = coded('ERR_NETWORK', { cause: coded('CERT_HAS_EXPIRED') });
		expect(networkFault(outer)).toMatchObject({ reason: 'certificate', cause: 'CERT_HAS_EXPIRED' });
	});

	it('when both tell something, then the outermost counts', () => {
		const outer = coded('ETIMEDOUT', { cause: coded('ECONNRESET') });
		expect(networkFault(outer).reason).toBe('timeout');
	});

	it('when it is a plain object, as n8n hands some on, then it is read as well', () => {
		expect(networkFault({ error: { code: 'ECONNRESET' } }).reason).toBe('reset');
	});

	it.each([new SsrfBlockedIpError('x'), new SsrfBlockedHostnameError('x')])(
		'when n8n itself kept the request back (%p), then it is blocked',
		(error) => {
			expect(networkFault(new Error('outer', { cause: error }))).toEqual({
				kind: 'network',
				reason: 'blocked',
				cause: '',
			});
		},
	);

	it.each([
		undefined,
		null,
		'ECONNREFUSED',
		42,
		{},
		[],
		new Error('no code'),
		coded('E_UNHEARD_OF'),
		{ code: 7 },
		{ code: 'constructor' },
		coded(''),
		Object.create(null),
		{ constructor: undefined },
	])('when it tells nothing (%p), then the reason is "other"', (thrown) => {
		expect(networkFault(thrown)).toMatchObject({ kind: 'network', reason: 'other' });
	});
});

describe('given errors that hold each other', () => {
	it('when they form a loop, then the search ends', () => {
		const first = coded('E_FIRST');
		const second = coded('E_SECOND', { cause: first, error: first });
		Object.assign(first, { cause: second, reason: first });
		expect(networkFault(first).reason).toBe('other');
	});

	it('when the loop holds a telling one, then it is found', () => {
		const first = coded('E_FIRST');
		Object.assign(first, { cause: coded('ECONNRESET', { cause: first }) });
		expect(networkFault(first).reason).toBe('reset');
	});

	it('when a thousand are nested, then the search ends after a few', () => {
		let error = coded('ECONNRESET');
		for (let depth = 0; depth < 1000; depth++) error = new Error('outer', { cause: error });
		expect(networkFault(error).reason).toBe('other');
	});
});

describe('given whatever was thrown', () => {
	it('when it is judged, then that never throws and nothing of its text is kept', () => {
		fc.assert(
			fc.property(fc.anything(), (thrown) => {
				expect(networkFault(thrown)).toEqual({
					kind: 'network',
					reason: expect.any(String),
					cause: expect.any(String),
				});
			}),
		);
		expect(JSON.stringify(networkFault(coded('ECONNRESET')))).not.toContain('Signature');
	});
});

describe('given an error about another place than the endpoint', () => {
	const ORIGIN = 'https://iot.example.com:8686';
	const refused = { syscall: 'connect', address: '10.0.0.1', port: 3128 };

	it.each([
		['its port', ORIGIN, coded('ECONNREFUSED', refused), '10.0.0.1:3128'],
		['its address', 'https://10.0.0.2:3128', coded('ECONNREFUSED', refused), '10.0.0.1:3128'],
		['the usual port', 'https://iot.example.com', coded('EHOSTUNREACH', refused), '10.0.0.1:3128'],
		[
			'its name',
			ORIGIN,
			coded('ENOTFOUND', { syscall: 'getaddrinfo', hostname: 'proxy.lan' }),
			'proxy.lan',
		],
		[
			'one inside',
			ORIGIN,
			new Error('n8n', { cause: coded('ETIMEDOUT', refused) }),
			'10.0.0.1:3128',
		],
		[
			'one of several',
			ORIGIN,
			Object.assign(new AggregateError([coded('ECONNREFUSED', refused)]), { code: 'ECONNREFUSED' }),
			'10.0.0.1:3128',
		],
	])('when %s tells, then the proxy is named', (_what, origin, error, proxy) => {
		expect(networkFault(error, origin)).toMatchObject({ reason: 'proxy', proxy });
	});

	it.each([
		['https://10.0.0.1:3128', coded('ECONNREFUSED', refused)],
		['https://iot.example.com:3128', coded('ECONNREFUSED', refused)],
		['https://[::1]:3128', coded('ECONNREFUSED', { ...refused, address: '::1' })],
		[ORIGIN, coded('ECONNREFUSED')],
		[ORIGIN, coded('ECONNRESET', { syscall: 'read' })],
		[ORIGIN, coded('ENOTFOUND', { syscall: 'getaddrinfo', hostname: 'IOT.example.com' })],
	])('when it may be %s itself, then no proxy is blamed', (origin, error) => {
		const { reason, proxy } = networkFault(error, origin);
		expect(reason).not.toBe('proxy');
		expect(proxy).toBeUndefined();
	});

	it.each([
		'Proxy connection ended before receiving CONNECT response',
		'No header received from proxy CONNECT response',
		'tunneling socket could not be established, statusCode=403',
	])('when it says "%s", then it is the proxy', (message) => {
		expect(networkFault(new Error('n8n', { cause: new Error(message) }), ORIGIN)).toEqual({
			kind: 'network',
			reason: 'proxy',
			cause: '',
		});
	});
});
