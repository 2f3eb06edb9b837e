import {
	commonParameters,
	expectRefusal,
	send,
	sendChanged,
	signedQuery,
	withEmulator,
} from '../testing';

describe('given the clocks of both sides', () => {
	const noon = Date.parse('2025-01-01T12:00:00Z');
	const at = (time: number) => ({ Timestamp: new Date(time).toISOString().slice(0, 19) + 'Z' });
	const minutes = 60_000;

	it.each([15 * minutes + 1000, -15 * minutes - 1000])(
		'when Timestamp is %d ms off, then InvalidTimeStamp.Expired is answered',
		(offset) =>
			expectRefusal(at(noon + offset), 'InvalidTimeStamp.Expired', 400, { now: () => noon }),
	);

	it.each([15 * minutes, -15 * minutes])('when Timestamp is %d ms off, then it passes', (offset) =>
		withEmulator({ now: () => noon }, async (emulator) => {
			expect((await sendChanged(emulator, at(noon + offset))).status).toBe(200);
		}),
	);

	it('when the platform is an hour ahead, then its time counts and the Date header tells it', () =>
		withEmulator({ now: () => noon, clockOffset: 60 * minutes }, async (emulator) => {
			const refused = await sendChanged(emulator, at(noon));
			expect(JSON.parse(refused.body)).toMatchObject({ Code: 'InvalidTimeStamp.Expired' });
			expect(refused.headers.date).toBe('Wed, 01 Jan 2025 13:00:00 GMT');
			expect((await sendChanged(emulator, at(noon + 60 * minutes))).status).toBe(200);
		}));
});

describe('given keys and signatures', () => {
	it('when the key is unknown, then InvalidAccessKeyId.NotFound is answered', () =>
		expectRefusal({ AccessKeyId: 'someone' }, 'InvalidAccessKeyId.NotFound', 404));

	it('when the key is disabled, then InvalidAccessKeyId.Inactive is answered', () =>
		expectRefusal({}, 'InvalidAccessKeyId.Inactive', 400, { keyDisabled: true }));

	it('when the secret differs, then the refusal holds the string to sign of the server', () =>
		withEmulator({ accessKeySecret: 'other', letterCase: 'camel' }, async (emulator) => {
			const answer = await sendChanged(emulator);
			expect(answer.status).toBe(400);
			expect(JSON.parse(answer.body)).toMatchObject({
				Code: 'SignatureDoesNotMatch',
				Message: expect.stringContaining('GET&%2F&AccessKeyId%3DemulatorKeyId%26Action%3D'),
			});
		}));

	it('when a request signed for POST is sent by GET, then the signature does not match', () =>
		withEmulator({}, async (emulator) => {
			const query = signedQuery({ ...commonParameters(), Action: 'ListOTAFirmware' }, 'POST');
			const answer = await send(emulator, `/?${query}`);
			expect(JSON.parse(answer.body)).toMatchObject({ Code: 'SignatureDoesNotMatch' });
		}));
});

describe('given a nonce that was used', () => {
	const noon = Date.parse('2025-01-01T12:00:00Z');

	it('when it comes again, then SignatureNonceUsed is answered', () =>
		withEmulator({}, async (emulator) => {
			await sendChanged(emulator, { SignatureNonce: 'once' });
			const again = await sendChanged(emulator, { SignatureNonce: 'once' });
			expect(JSON.parse(again.body)).toMatchObject({ Code: 'SignatureNonceUsed' });
		}));

	it('when the first request had a wrong signature, then its nonce is used all the same', () =>
		withEmulator({}, async (emulator) => {
			const parameters = { ...commonParameters(), Action: 'ListOTAFirmware', PageSize: '1' };
			await send(emulator, `/?${signedQuery(parameters, 'GET', 'wrong')}`);
			await send(emulator, `/?${signedQuery({ ...parameters, CurrentPage: '1' })}`);
			const codes = emulator.log.map(({ code }) => code);
			expect(codes).toEqual(['SignatureDoesNotMatch', 'SignatureNonceUsed']);
		}));

	it('when the first request had a time that is refused, then its nonce is still free', () =>
		withEmulator({ now: () => noon }, async (emulator) => {
			const SignatureNonce = 'once';
			await sendChanged(emulator, { SignatureNonce, Timestamp: '2025-01-01T11:00:00Z' });
			await sendChanged(emulator, { SignatureNonce, Timestamp: '2025-01-01T12:00:00Z' });
			const codes = emulator.log.map(({ code }) => code);
			expect(codes).toEqual(['InvalidTimeStamp.Expired', '']);
		}));

	it('when 15 minutes have passed since its Timestamp, then it may be used again', async () => {
		let now = noon;
		await withEmulator({ now: () => now }, async (emulator) => {
			const SignatureNonce = 'once';
			await sendChanged(emulator, { SignatureNonce, Timestamp: '2025-01-01T12:00:00Z' });
			now = noon + 15 * 60_000 + 1;
			await sendChanged(emulator, { SignatureNonce, Timestamp: '2025-01-01T12:15:00Z' });
			expect(emulator.log.map(({ code }) => code)).toEqual(['', '']);
		});
	});
});

describe('given a limit of two requests a second', () => {
	it('when a third comes within the second, then Throttling.User; a second later it passes', async () => {
		let now = Date.now();
		await withEmulator({ requestsPerSecond: 2, now: () => now }, async (emulator) => {
			await sendChanged(emulator);
			now += 600;
			await sendChanged(emulator);
			now += 399;
			const third = await sendChanged(emulator);
			expect(third.status).toBe(400);
			expect(JSON.parse(third.body)).toMatchObject({ Code: 'Throttling.User' });
			now += 1;
			await sendChanged(emulator);
			await sendChanged(emulator);
			const codes = emulator.log.map(({ code }) => code);
			expect(codes).toEqual(['', '', 'Throttling.User', '', 'Throttling.User']);
		});
	});

	it('when another action comes within the second, then it is counted by itself', async () => {
		const now = Date.now();
		await withEmulator({ requestsPerSecond: 1, now: () => now }, async (emulator) => {
			await sendChanged(emulator);
			await sendChanged(emulator, { Action: 'QueryProductList', CurrentPage: '1', PageSize: '1' });
			await sendChanged(emulator);
			const codes = emulator.log.map(({ code }) => code);
			expect(codes).toEqual(['', '', 'Throttling.User']);
		});
	});
});
