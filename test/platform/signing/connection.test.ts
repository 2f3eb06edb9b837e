import { readConnection } from '../../../platform/signing/connection';
import { explain } from '../../../platform/errors/explain';
import { INVISIBLE } from '../../support/names';

const LEAST = {
	endpoint: 'iot.example.com:8686',
	accessKeyId: 'testid',
	accessKeySecret: 'testsecret',
};

const PLAIN = {
	endpoint: { origin: 'https://iot.example.com:8686', host: 'iot.example.com:8686' },
	accessKeyId: 'testid',
	accessKeySecret: 'testsecret',
	method: 'GET',
	dialect: { kind: 'full', version: '2018-01-20' },
	regionId: '',
	instanceId: '',
	anyCertificate: false,
};

describe('given the fields of a credential', () => {
	it('when only the required ones are there, then all others have their defaults', () => {
		expect(readConnection(LEAST)).toEqual({ ok: true, value: PLAIN });
	});

	it('when all are set, then all are taken over', () => {
		const fields = {
			...LEAST,
			commonParameters: 'full',
			version: '2022-01-01',
			httpMethod: 'POST',
			regionId: 'cn-shanghai',
			instanceId: 'iot-0123abcd',
			ignoreSslIssues: true,
		};
		expect(readConnection(fields)).toEqual({
			ok: true,
			value: {
				...PLAIN,
				method: 'POST',
				dialect: { kind: 'full', version: '2022-01-01' },
				regionId: 'cn-shanghai',
				instanceId: 'iot-0123abcd',
				anyCertificate: true,
			},
		});
	});

	it('when blanks surround them, then these are trimmed', () => {
		const fields = {
			endpoint: ' iot.example.com:8686\n',
			accessKeyId: '\ttestid ',
			accessKeySecret: ' testsecret\r\n',
			regionId: ' cn-shanghai ',
			instanceId: ' iot-1 ',
		};
		expect(readConnection(fields)).toEqual({
			ok: true,
			value: { ...PLAIN, regionId: 'cn-shanghai', instanceId: 'iot-1' },
		});
	});

	it('when a key is a number, as an expression may give it, then it is read as text', () => {
		const fields = { ...LEAST, accessKeyId: 12345678, accessKeySecret: 87654321 };
		expect(readConnection(fields)).toMatchObject({
			value: { accessKeyId: '12345678', accessKeySecret: '87654321' },
		});
	});

	it('when the common parameters are minimal, then no version goes along', () => {
		const fields = { ...LEAST, commonParameters: 'minimal', version: '2022-01-01' };
		expect(readConnection(fields)).toMatchObject({ value: { dialect: { kind: 'minimal' } } });
	});

	it.each([
		['httpMethod', 'PUT'],
		['httpMethod', 'post'],
		['commonParameters', 'everything'],
		['version', '1999-01-01'],
		['ignoreSslIssues', 'true'],
		['ignoreSslIssues', 1],
		['regionId', null],
		['instanceId', { id: 1 }],
	])('when %s is %j, which is none of its values, then the default holds', (name, value) => {
		expect(readConnection({ ...LEAST, [name]: value })).toEqual({ ok: true, value: PLAIN });
	});
});

const KEY_MANAGEMENT =
	'from the instance console, System management > Key management, into the credential.';

describe('given a field that a credential cannot do without', () => {
	it.each([undefined, null, '', '  ', false, {}, []])(
		'when the endpoint is %j, then the user reads that it is empty',
		(endpoint) => {
			expect(refusalOf({ ...LEAST, endpoint })?.message).toBe('Endpoint is empty');
		},
	);

	it.each([undefined, null, '', ' \n', true, ['testid']])(
		'when the AccessKey ID is %j, then the user reads where to find it',
		(accessKeyId) => {
			expect(refusalOf({ ...LEAST, accessKeyId })).toEqual({
				message: 'AccessKey ID is empty',
				description: `Copy the Access Key ${KEY_MANAGEMENT}`,
			});
		},
	);

	it.each([undefined, null, '', ' \n', true, ['testsecret']])(
		'when the AccessKey Secret is %j, then the user reads where to find it',
		(accessKeySecret) => {
			expect(refusalOf({ ...LEAST, accessKeySecret })).toEqual({
				message: 'AccessKey Secret is empty',
				description: `Copy the Secret Key ${KEY_MANAGEMENT}`,
			});
		},
	);

	it('when nothing is there at all, then the endpoint is asked for first', () => {
		expect(refusalOf({})?.message).toBe('Endpoint is empty');
	});

	it('when the endpoint is unusable, then the user reads why', () => {
		expect(refusalOf({ ...LEAST, endpoint: 'http://iot.example.com' })?.message).toBe(
			'Endpoint uses http, which is not encrypted',
		);
	});
});

describe('given a character that nobody sees', () => {
	it.each([
		['Endpoint', 'endpoint', 'iot.example.com'],
		['AccessKey ID', 'accessKeyId', 'testid'],
		['AccessKey Secret', 'accessKeySecret', 'testsecret'],
		['Region ID', 'regionId', 'cn-shanghai'],
		['Instance ID', 'instanceId', 'iot-1'],
	])('when it is in %s, then field and place are told, but no secret', (field, name, text) => {
		for (const [code, character] of INVISIBLE) {
			const value = ` ${text.slice(0, 4)}${character}${text.slice(4)} `;
			const told = refusalOf({ ...LEAST, [name]: value });
			expect(told?.message).toBe(`${field} holds an invisible character at position 5 (${code})`);
			expect(told?.description).not.toMatch(/test|secret/);
		}
	});

	it('when blanks of any kind only surround a key, then they are trimmed', () => {
		const padded = { ...LEAST, accessKeySecret: '\ufefftestsecret\u00a0' };
		expect(readConnection(padded)).toEqual({ ok: true, value: PLAIN });
	});
});

function refusalOf(fields: Record<string, unknown>) {
	const read = readConnection(fields);
	return read.ok ? undefined : explain(read.fault);
}
