/* eslint-disable @n8n/community-nodes/no-restricted-imports -- never shipped: looks into everything an execution holds */
import '../engine/environment';
import 'reflect-metadata';
import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialTestContext } from 'n8n-core';
import { tuyaIotPlatformApiTest } from '../../nodes/TuyaIotPlatform/methods/credentialTest';
import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import type { Emulator } from '../emulator/emulator';
import { always } from '../emulator/faults/faults';
import { withEmulator } from '../emulator/testing';
import { engine } from '../engine/loaded';
import { startMeddler } from '../support/front';
import { credentialFor } from './bench';
import { byId } from './operations/variant';
import { nodeWorkflow } from './workflows';

const CHANGED = 'The request was changed on its way to the platform';
const WRONG_SECRET = 'The AccessKey Secret in the credential does not belong to its AccessKey ID';

/** Reads two devices by name with the node; gives all that is said of it. n8n's log has the node's fields as well. */
async function statusOf(credential: ICredentialDataDecryptedObject) {
	const parameters = {
		...{ resource: 'device', operation: 'getStatus', deviceBy: 'name' },
		productKey: byId('k1nhvyl0001'),
		deviceName: 'testDevice1, testDevice2',
	};
	const { error, log } = await engine.run(nodeWorkflow({ parameters }), credential);
	const { message = '', description } = error ?? {};
	return { message, told: inspect([message, description, error?.context], { depth: 20 }), log };
}

async function credentialTest(data: ICredentialDataDecryptedObject): Promise<string> {
	const credential = { id: '1', name: 'Test', type: 'tuyaIotPlatformApi', data };
	return (await tuyaIotPlatformApiTest.call(new CredentialTestContext(), credential)).message;
}

const NAMES = ['testDevice', 'tesuDevice', 'k1nhvyl0001'];

function expectNoSecrets(told: string, { log }: Emulator, names = NAMES): void {
	expect(log).not.toEqual([]);
	const sent = log.flatMap(({ parameters }) => [
		parameters.SignatureNonce ?? '',
		parameters.Signature ?? '',
	]);
	const secrets = [EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET, 'wrongSecret', ...sent];
	for (const secret of [...secrets, ...names]) {
		expect(told).not.toContain(secret);
		expect(told).not.toContain(encodeURIComponent(secret));
	}
}

/** Runs a piece of a test behind a proxy that changes what passes. */
async function behind(
	change: (path: string) => string,
	use: (credential: ICredentialDataDecryptedObject, emulator: Emulator) => Promise<void>,
): Promise<void> {
	await withEmulator({}, async (emulator) => {
		const { url, stop } = await startMeddler(emulator.port, change);
		try {
			await use({ ...credentialFor(emulator), endpoint: url }, emulator);
		} finally {
			await stop();
		}
	});
}

describe('given a proxy that changes requests', () => {
	it('when it changes one character of a device name, then the message names the parameter and no secret', async () => {
		const change = (path: string) => path.replace('testDevice2', 'tesuDevice2');
		await behind(change, async (credential, emulator) => {
			const { message, told, log } = await statusOf(credential);
			expect(message).toContain(`${CHANGED}: the parameter DeviceName.2 did not arrive as sent`);
			expect(told).toContain('which proxy, gateway or firewall');
			expectNoSecrets(told, emulator);
			expectNoSecrets(log.join('\n'), emulator, []);
		});
	});

	it.each<[string, (path: string) => string, string]>([
		['leaves one out', (path) => path.replace(/&PageSize=1/, ''), 'PageSize did not arrive'],
		['adds one', (path) => `${path}&trace=testDevice1`, 'something arrived that was not sent'],
		[
			'takes 1 for 2',
			(path) => path.replace('PageSize=1', 'PageSize=2'),
			'PageSize did not arrive as sent',
		],
	])('when it %s, then the credential test says so', async (_, change, place) => {
		await behind(change, async (credential, emulator) => {
			const told = await credentialTest(credential);
			expect(told).toContain(CHANGED);
			expect(told).toContain(place);
			expectNoSecrets(told, emulator);
		});
	});
});

describe('given a wrong secret', () => {
	it('when the platform tells what it signed, then node and credential test say that it is the secret', async () => {
		await withEmulator({}, async (emulator) => {
			const credential = { ...credentialFor(emulator), accessKeySecret: 'wrongSecret' };
			const { message, told, log } = await statusOf(credential);
			expect(message).toContain(WRONG_SECRET);
			const tested = await credentialTest(credential);
			expect(tested).toContain(WRONG_SECRET);
			expectNoSecrets(`${told} ${tested}`, emulator);
			expectNoSecrets(log.join('\n'), emulator, []);
		});
	});

	it('when the platform does not tell it, then the words are those of the code', async () => {
		const faults = always({ kind: 'code', code: 'SignatureDoesNotMatch', message: 'No match' });
		await withEmulator({ faults }, async (emulator) => {
			const { message } = await statusOf(credentialFor(emulator));
			expect(message).toContain('The platform computed another signature than the one it got');
		});
	});
});
