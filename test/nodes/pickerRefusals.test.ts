import { always } from '../emulator/faults/faults';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { credentialFor, onBench } from './bench';
import { by, look } from './looks';
import type { Look } from './looks';
import { cancelWorkflow } from './workflows';

const { productKey } = DEMO;

/** The words with which a list refuses. */
async function refusal(method: string, given: Look): Promise<unknown> {
	return await look(engine, method, given).then(
		() => 'it answered',
		(error: unknown) => error,
	);
}

describe('a list that cannot be shown', () => {
	it.each([
		['searchPackages', 'a product', { productKey: by('') }],
		['searchPackages', 'a product', { productKey: '={{ $json.productKey }}' }],
		['searchPackages', 'a product', { productKey: by('={{ $json.productKey }}') }],
		['searchDevices', 'a product', {}],
		['searchDevices', 'a product', { productKey: by('={{ $json.productKey }}') }],
		['searchModules', 'a product', { productKey: by('  ') }],
		['searchJobs', 'an OTA package', { productKey: by(productKey), firmwareId: by('') }],
		['searchJobs', 'an OTA package', { firmwareId: by('={{ $json.firmwareId }}') }],
	])(
		'given %s without %s (%j), when it is opened, then it says what to choose',
		async (...given) => {
			const [method, what, parameters] = given;
			expect(await refusal(method, { parameters })).toMatchObject({
				message: `Choose ${what} first`,
				description: expect.stringContaining('The list depends on it.'),
			});
		},
	);

	const METHODS = [
		'searchProducts',
		'searchPackages',
		'searchJobs',
		'searchDevices',
		'searchModules',
	];

	it.each(METHODS)('given a wrong secret, when %s is opened, then it says so', async (method) => {
		const error = await refusal(method, { credential: { accessKeySecret: 'wrongSecret' } });
		expect(error).toMatchObject({
			message: expect.stringContaining('(SignatureDoesNotMatch)'),
			description: expect.stringContaining('Copy the Secret Key anew into AccessKey Secret'),
		});
		expect(JSON.stringify(error)).not.toMatch(/wrongSecret|Signature=|emulatorKeyId/);
	});

	it.each(METHODS)('given no server, when %s is opened, then it names the host', async (method) => {
		const credential = { endpoint: 'http://127.0.0.1:9' };
		expect(await refusal(method, { credential })).toMatchObject({
			message: '127.0.0.1:9 refused the connection (ECONNREFUSED)',
			description: expect.stringContaining('Check the port in the Endpoint of the credential'),
		});
	});

	it('given an unusable endpoint, when products are listed, then it points to the credential', async () => {
		const credential = { endpoint: 'ftp://platform' };
		expect(await refusal('searchProducts', { credential })).toMatchObject({
			message: 'Endpoint starts with ftp://, which is not https (in the credential)',
		});
	});

	it('given a product that is not there, when its devices are listed, then the platform is quoted', async () => {
		const parameters = { productKey: by('ghost') };
		expect(await refusal('searchDevices', { parameters })).toMatchObject({
			message: expect.stringMatching(/^No product .*\(iot\.prod\.NotExistedProduct\)$/),
		});
	});

	it('given a platform in trouble, when products are listed, then two attempts are made', async () => {
		const faults = always({ kind: 'status', status: 503 });
		await onBench(engine, { faults }, async ({ emulator }) => {
			const asked = { method: 'searchProducts', parameters: {} };
			await expect(
				engine.choices(cancelWorkflow(), credentialFor(emulator), asked),
			).rejects.toThrow('The platform could not be used just now (ServiceUnavailable)');
			expect(emulator.log).toHaveLength(2);
		});
	});
});
