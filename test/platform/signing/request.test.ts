import fc from 'fast-check';
import type { Connection } from '../../../platform/signing/connection';
import {
	newStamp,
	signRequest,
	toWire,
	withCommonParameters,
} from '../../../platform/signing/request';
import { withEmulator } from '../../emulator/testing';
import { connectionTo } from '../../support/connections';
import { parameterSets } from '../../support/parameterSets';
import { secondSignature } from '../../support/secondSigner';

const STAMP = { nonce: '9e6189124f5a4716ad2de849467b0001', timestamp: '2024-11-19T09:47:43Z' };
const OTHER_STAMP = {
	nonce: 'ffffffffffffffffffffffffffffffff',
	timestamp: '2025-01-01T00:00:00Z',
};
const MINIMAL: Partial<Connection> = { dialect: { kind: 'minimal' } };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

function connection(changes: Partial<Connection> = {}): Connection {
	return connectionTo('si-0123456789.tuyacloud.com:8686', {
		accessKeyId: 'testid',
		accessKeySecret: 'testsecret',
		...changes,
	});
}

const CREDENTIALS = {
	AccessKeyId: 'testid',
	SignatureMethod: 'HMAC-SHA1',
	SignatureNonce: STAMP.nonce,
	Timestamp: STAMP.timestamp,
};

describe('given the time', () => {
	it.each([
		[0, '1970-01-01T00:00:00Z'],
		[Date.UTC(2024, 10, 19, 9, 47, 43, 999), '2024-11-19T09:47:43Z'],
		[Date.UTC(2024, 1, 29, 23, 59, 59), '2024-02-29T23:59:59Z'],
	])('when it is %d ms since 1970, then the stamp says %s', (now, timestamp) => {
		expect(newStamp(now).timestamp).toBe(timestamp);
	});

	it('when 10,000 stamps are made for one instant, then no nonce comes twice and all are 32 hex digits', () => {
		const nonces = Array.from({ length: 10_000 }, () => newStamp(0).nonce);
		expect(new Set(nonces).size).toBe(nonces.length);
		expect(nonces.filter((nonce) => !/^[0-9a-f]{32}$/.test(nonce))).toEqual([]);
	});
});

describe('given parameters to write for the wire', () => {
	it('when there is a list, then its entries are counted from 1', () => {
		expect(toWire({ DeviceName: ['a', 'b', 'c'] })).toEqual({
			'DeviceName.1': 'a',
			'DeviceName.2': 'b',
			'DeviceName.3': 'c',
		});
	});

	it('when values are booleans or numbers, then they are written plainly', () => {
		expect(toWire({ Yes: true, No: false, Page: 1, None: 0 })).toEqual({
			Yes: 'true',
			No: 'false',
			Page: '1',
			None: '0',
		});
	});

	it('when a list holds booleans and numbers, then its entries are written plainly', () => {
		expect(toWire({ X: [true, 2] })).toEqual({ 'X.1': 'true', 'X.2': '2' });
	});

	it('when something is undefined or an empty list, then it is left out', () => {
		expect(toWire({ JobId: undefined, DeviceName: [] })).toEqual({});
	});

	it('when a text is empty, then it is kept', () => {
		expect(toWire({ Tag: '' })).toEqual({ Tag: '' });
	});
});

describe('given the common parameters', () => {
	it('when the dialect is full, then all that the reference lists go along', () => {
		expect(withCommonParameters({ Action: 'Pub' }, connection(), STAMP)).toEqual({
			...CREDENTIALS,
			Action: 'Pub',
			Format: 'JSON',
			Version: '2018-01-20',
			SignatureVersion: '1.0',
		});
	});

	it('when the dialect is minimal, then only those of the platform’s examples go along', () => {
		expect(withCommonParameters({ Action: 'Pub' }, connection(MINIMAL), STAMP)).toEqual({
			...CREDENTIALS,
			Action: 'Pub',
		});
	});

	it('when the connection asks for the newer version, then that is sent', () => {
		const newer = connection({ dialect: { kind: 'full', version: '2022-01-01' } });
		expect(withCommonParameters({}, newer, STAMP).Version).toBe('2022-01-01');
	});

	it.each([{}, MINIMAL])(
		'when region and instance are set (%j), then both are sent in either dialect',
		(dialect) => {
			const located = connection({ ...dialect, regionId: 'cn-shanghai', instanceId: 'iot-1' });
			expect(withCommonParameters({}, located, STAMP)).toMatchObject({
				RegionId: 'cn-shanghai',
				IotInstanceId: 'iot-1',
			});
		},
	);

	it('when the caller gives Version, Format, RegionId or IotInstanceId, then the caller wins', () => {
		const own = { Version: '2022-01-01', Format: 'XML', RegionId: 'own', IotInstanceId: 'own' };
		const located = connection({ regionId: 'cn-shanghai', instanceId: 'iot-1' });
		expect(withCommonParameters(own, located, STAMP)).toMatchObject(own);
	});

	it.each([{}, MINIMAL])(
		'when the caller gives what signs a request (%j), then none of it stays',
		(dialect) => {
			const forged = {
				AccessKeyId: 'forged',
				SignatureMethod: 'forged',
				SignatureNonce: 'forged',
				SignatureVersion: 'forged',
				Timestamp: 'forged',
				Signature: 'forged',
			};
			const one = connection(dialect);
			expect(withCommonParameters(forged, one, STAMP)).toEqual(
				withCommonParameters({}, one, STAMP),
			);
		},
	);
});

describe('given a request to sign', () => {
	const own = { Action: 'ListOTAFirmware', ProductKey: 'k1 +/' };

	it('when it is a GET, then everything is in the URL, the signature last', () => {
		const signed = signRequest('GET', own, connection(MINIMAL), STAMP);

		expect(signed).toEqual({ method: 'GET', url: expect.any(String) });
		expect(signed.url).toMatch(
			/^https:\/\/si-0123456789\.tuyacloud\.com:8686\/\?AccessKeyId=testid&Action=ListOTAFirmware&ProductKey=k1%20%2B%2F&SignatureMethod=HMAC-SHA1&SignatureNonce=[0-9a-f]{32}&Timestamp=2024-11-19T09%3A47%3A43Z&Signature=[A-Za-z0-9%]+$/,
		);
	});

	it('when it is a POST, then everything is in the form body and nothing in the URL', () => {
		const signed = signRequest('POST', own, connection(MINIMAL), STAMP);

		expect(signed.method).toBe('POST');
		expect(signed.url).toBe('https://si-0123456789.tuyacloud.com:8686/');
		expect(Object.fromEntries(new URLSearchParams(signed.body))).toEqual({
			...CREDENTIALS,
			...own,
			Signature: expect.any(String),
		});
	});

	it('when only the method differs, then so does the signature', () => {
		const get = new URL(signRequest('GET', own, connection(), STAMP).url).searchParams;
		const post = new URLSearchParams(signRequest('POST', own, connection(), STAMP).body);
		expect(get.get('Signature')).not.toBe(post.get('Signature'));
	});

	it.each(['GET', 'POST'] as const)(
		'when any parameters go by %s, then what arrives is what was signed, and nothing shows the secret',
		(method) => {
			fc.assert(
				fc.property(parameterSets(), (parameters) => {
					const wire = toWire(parameters);
					const signed = signRequest(method, wire, connection(), STAMP);
					const { Signature, ...rest } = carriedBy(signed);
					expect(rest).toMatchObject(wire);
					expect(Signature).toBe(secondSignature(method, rest, 'testsecret'));
					expect(`${signed.url}${signed.body ?? ''}`).not.toContain('testsecret');
				}),
			);
		},
	);

	it.each(['GET', 'POST'] as const)(
		'when it was signed before for %s, then the new signature takes the place of the old',
		(method) => {
			const first = signRequest(method, own, connection(), OTHER_STAMP);
			const again = signRequest(method, carriedBy(first), connection(), STAMP);
			expect(again).toEqual(signRequest(method, own, connection(), STAMP));
		},
	);

	it.each([
		['GET', {}],
		['POST', {}],
		['GET', MINIMAL],
		['POST', MINIMAL],
	] as const)('when it is sent by %s as %j, then the platform takes it', (method, dialect) =>
		withEmulator({}, async (emulator) => {
			const here = connectionTo(emulator.url, dialect);
			const parameters = toWire({ Action: 'ListOTAFirmware', CurrentPage: 1, PageSize: 1 });
			const { url, body } = signRequest(method, parameters, here, newStamp(Date.now()));
			const answer = await fetch(url, { method, body, headers: method === 'POST' ? FORM : {} });
			expect(await answer.json()).toMatchObject({ code: '', success: true });
		}),
	);
});

/** The parameters of a signed request, as a server reads them. */
function carriedBy(signed: { url: string; body?: string }): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(signed.body ?? new URL(signed.url).search));
}
