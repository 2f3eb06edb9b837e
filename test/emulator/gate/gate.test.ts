import {
	call,
	codeOf,
	commonParameters,
	expectRefusal,
	send,
	sendChanged,
	signedQuery,
	withEmulator,
} from '../testing';

/** The public vector of the signature in its minimal form, with the time at which it was made. */
const VECTOR = {
	options: {
		accessKeyId: 'testid',
		accessKeySecret: 'testsecret',
		now: () => Date.parse('2024-11-19T09:47:43Z'),
	},
	query:
		'AccessKeyId=testid&Action=CancelOTATaskByDevice&DeviceName.1=testDevice1' +
		'&DeviceName.2=testDevice2&FirmwareId=168&ProductKey=k1nhvyl0001&SignatureMethod=HMAC-SHA1' +
		'&SignatureNonce=9e6189124f5a4716ad2de849467b0001&Timestamp=2024-11-19T09%3A47%3A43Z',
	get: 'ngLYkWk%2Fxxp%2B4zdm0sv2tTVkA5w%3D',
	post: 'mH2D9ObCP%2B4vxwrIdDIj%2B2VyBLw%3D',
};

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('given a sound request', () => {
	it.each(['GET', 'POST'] as const)(
		'when a foreign client signs it for %s, then it passes',
		(method) =>
			withEmulator({}, async (emulator) => {
				const parameters = { ProductKey: 'k1nhvyl0001', CurrentPage: 1, PageSize: 10 };
				const answer = await call(emulator, 'ListOTAFirmware', parameters, method);
				expect(answer).toMatchObject({ success: true, total: 1 });
			}),
	);

	it('when it has the minimal parameters and signature of the known vector, then GET passes', () =>
		withEmulator(VECTOR.options, async (emulator) => {
			const answer = await send(emulator, `/?${VECTOR.query}&Signature=${VECTOR.get}`);
			expect(JSON.parse(answer.body)).toMatchObject({ code: '', success: true });
		}));

	it('when the parameters are split over query and form body, then POST passes', () =>
		withEmulator(VECTOR.options, async (emulator) => {
			const [inQuery, inBody] = VECTOR.query.split('&FirmwareId');
			const body = `FirmwareId${inBody}&Signature=${VECTOR.post}`;
			const options = { method: 'POST', headers: FORM, body };
			const answer = await send(emulator, `/?${inQuery}`, options);
			expect(JSON.parse(answer.body)).toMatchObject({ code: '', success: true });
		}));

	it.each(['2018-01-20', '2022-01-01'])('when Version is %s, then it passes', (Version) =>
		withEmulator({}, async (emulator) => {
			const answer = await sendChanged(emulator, { Version, SignatureVersion: '1.0' });
			expect(answer.status).toBe(200);
		}),
	);

	it('when a value holds every kind of character, then the signature still agrees', () =>
		withEmulator({}, async (emulator) => {
			const DestVersion = "a b+c/d=e&f%g!'()*~-_.:@ü€漢😀";
			const parameters = { CurrentPage: 1, PageSize: 10, DestVersion };
			expect(await call(emulator, 'ListOTAFirmware', parameters)).toMatchObject({ total: 0 });
			expect(emulator.log[0]?.parameters).toMatchObject({ DestVersion });
		}));
});

describe('given a URL, path or method that web servers refuse', () => {
	it('when the URL is longer than 8,192 bytes, then 414 and a web page are answered', () =>
		withEmulator({}, async (emulator) => {
			const answer = await send(emulator, `/?${'x'.repeat(8191)}`);
			expect(answer).toMatchObject({ status: 414, body: expect.stringContaining('<html>') });
			expect(emulator.log[0]).toMatchObject({ bytes: 8193, code: 'HTTP 414' });
		}));

	it('when the URL has exactly 8,192 bytes, then the gate reads on', () =>
		withEmulator({}, async (emulator) => {
			const answer = await send(emulator, `/?${'x'.repeat(8190)}`);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: 'MissingAction' });
		}));

	it('when the path is not /, then 404 and a web page are answered', () =>
		withEmulator({}, async (emulator) => {
			const answer = await send(emulator, '/api/?Action=ListOTAFirmware');
			expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('<html>') });
		}));

	it('when the method is PUT, then UnsupportedHTTPMethod is answered', () =>
		withEmulator({}, async (emulator) => {
			const answer = await send(emulator, '/', { method: 'PUT', body: 'x' });
			expect(answer.status).toBe(403);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: 'UnsupportedHTTPMethod' });
		}));
});

describe('given an instance that takes less than others', () => {
	it('when it refuses POST, then a form gets UnsupportedHTTPMethod and GET passes', () =>
		withEmulator({ refusesPost: true }, async (emulator) => {
			const parameters = { CurrentPage: 1, PageSize: 1 };
			expect(await codeOf(emulator, 'ListOTAFirmware', parameters, 'POST')).toBe(
				'UnsupportedHTTPMethod',
			);
			expect(await codeOf(emulator, 'ListOTAFirmware', parameters)).toBe('');
		}));

	it('when the key may not call an action, then Forbidden.RAM and 403 are answered for that one alone', async () => {
		const options = { deniedActions: ['ListOTAFirmware'] };
		await expectRefusal({}, 'Forbidden.RAM', 403, options);
		await withEmulator(options, async (emulator) => {
			const parameters = { CurrentPage: 1, PageSize: 1 };
			expect(await codeOf(emulator, 'QueryProductList', parameters)).toBe('');
		});
	});

	it('when it knows one version, then the other is InvalidVersion', () =>
		expectRefusal({ Version: '2022-01-01' }, 'InvalidVersion', 400, { versions: ['2018-01-20'] }));
});

describe('given unsound parameters', () => {
	it.each(['Action', 'AccessKeyId', 'SignatureMethod', 'SignatureNonce'])(
		'when %s is empty, then the code says that it is missing',
		(name) => expectRefusal({ [name]: '' }, `Missing${name}`),
	);

	it('when Timestamp is empty, then IllegalTimestamp is answered', () =>
		expectRefusal({ Timestamp: '' }, 'IllegalTimestamp'));

	it.each(['RegionId', 'IotInstanceId', 'Surplus'])(
		'when %s is sent, which the action does not take, then it is left aside',
		(surplus) =>
			withEmulator({}, async (emulator) => {
				expect((await sendChanged(emulator, { [surplus]: 'x' })).status).toBe(200);
			}),
	);

	it.each(['json', 'Json'])('when Format is %s, then letter case does not count', (Format) =>
		withEmulator({ formatDefault: 'xml' }, async (emulator) => {
			const { status, body } = await sendChanged(emulator, { Format });
			expect([status, body.charAt(0)]).toEqual([200, '{']);
		}),
	);

	it('when Signature is left out, then MissingSignature is answered', () =>
		withEmulator({}, async (emulator) => {
			const [unsigned] = signedQuery({ ...commonParameters(), Action: 'x' }).split('&Signature=');
			const answer = await send(emulator, `/?${unsigned}`);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: 'MissingSignature' });
		}));

	it.each([
		['SignatureMethod', 'HMAC-SHA256', 'InvalidSignatureMethod'],
		['Version', '2017-04-20', 'InvalidVersion'],
		['SignatureVersion', '2.0', 'InvalidParameter'],
		['Format', 'YAML', 'InvalidParameter'],
		['Timestamp', '2024-11-19 09:47:43', 'InvalidTimeStamp.Format'],
		['Timestamp', '2024-13-19T09:47:43Z', 'InvalidTimeStamp.Format'],
	])('when %s is %s, then %s is answered', (name, value, code) =>
		expectRefusal({ [name]: value }, code),
	);

	it.each(['a=1&a=2', 'a=%zz'])(
		'when the query is %s, then InvalidParameter is answered',
		(query) =>
			withEmulator({}, async (emulator) => {
				const answer = await send(emulator, `/?${query}`);
				expect(JSON.parse(answer.body)).toMatchObject({ Code: 'InvalidParameter' });
			}),
	);

	it('when a parameter is in the query and in the body, then it counts as repeated', () =>
		withEmulator({}, async (emulator) => {
			const options = { method: 'POST', headers: FORM, body: 'a=1' };
			const answer = await send(emulator, '/?a=1', options);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: 'InvalidParameter' });
		}));

	it('when the action does not exist or has other letter case, then InvalidAction.NotFound', async () => {
		await expectRefusal({ Action: 'NoSuchAction' }, 'InvalidAction.NotFound', 404);
		await expectRefusal({ Action: 'listOTAFirmware' }, 'InvalidAction.NotFound', 404);
	});
});
