import { withEmulator } from '../emulator/testing';
import { certificateAt } from './check';

describe('given an endpoint with a certificate', () => {
	it('when it is looked at, then protocol and end are told, and no issuer for one that vouches for itself', async () => {
		await withEmulator({ https: true }, async ({ endpoint }) => {
			const shown = await certificateAt(endpoint);
			expect(shown).toMatchObject({ issuer: '', protocol: 'TLSv1.3' });
			expect(shown?.validTo).toBeGreaterThan(Date.now());
		});
	});
});

describe('given an endpoint without one', () => {
	it.each(['http://127.0.0.1:1', 'https://127.0.0.1:1', 'no endpoint'])(
		'when it is %s, then nothing is told',
		async (endpoint) => {
			expect(await certificateAt(endpoint)).toBeUndefined();
		},
	);

	it('when it speaks no TLS, then nothing is told', async () => {
		await withEmulator({}, async ({ endpoint }) => {
			expect(await certificateAt(`https://${endpoint}`)).toBeUndefined();
		});
	});
});
