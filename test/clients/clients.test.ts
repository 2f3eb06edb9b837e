/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../docs/markdown';
import { startEmulator } from '../emulator/emulator';
import type { EmulatorOptions } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import { lostOf } from './client';
import type { Told } from './client';
import { iotSdk } from './iotSdk';
import { configFor, openApiWith } from './openApi';
import { OF_ALIBABA_CLOUD, SOUND_REQUESTS } from './requests';
import { CLIENTS, CLIENTS_DOCUMENT, toldBy, withClients } from './table';

/** What a model of the SDK has no field for, although the platform's page prints it. */
const NOT_IN_THE_SDK: Readonly<Record<string, readonly string[]>> = {
	BatchGetDeviceState: ['Timestamp'],
};

/** An action of the platform that the SDK came without. */
const WITHOUT_METHOD = ['ModifyOTAFirmware', 'UpdateOTAJob'];

describe.each(CLIENTS)('given the client $name', (client) => {
	const isTyped = client === iotSdk;

	it.each(Object.keys(SOUND_REQUESTS))(
		'when it asks for %s, then both sides agree',
		async (action) => {
			const told = await toldBy(client, action);
			if (isTyped && WITHOUT_METHOD.includes(action)) {
				expect(told).toEqual({ kind: 'without' });
				return;
			}
			expect(told).toEqual({
				kind: 'answered',
				answer: expect.objectContaining({ Code: '', RequestId: expect.any(String), Success: true }),
				lost: (isTyped && NOT_IN_THE_SDK[action]) || [],
			});
		},
	);

	it.each(Object.keys(OF_ALIBABA_CLOUD))(
		'when it asks for %s, which the platform does not list, then the refusal is understood',
		async (action) => {
			const told = await toldBy(client, action);
			const isWithout = isTyped && WITHOUT_METHOD.includes(action);
			const refused = { kind: 'refused', code: 'InvalidAction.NotFound' };
			expect(told).toEqual(isWithout ? { kind: 'without' } : refused);
		},
	);

	it.each<[what: string, options: EmulatorOptions, code: string]>([
		['does not know the key', { accessKeyId: 'other' }, 'InvalidAccessKeyId.NotFound'],
		['has another secret for it', { accessKeySecret: 'other' }, 'SignatureDoesNotMatch'],
		['is an hour ahead', { clockOffset: 3_600_000 }, 'InvalidTimeStamp.Expired'],
		['has another version', { versions: ['2022-01-01'] }, 'InvalidVersion'],
		['denies the action', { deniedActions: ['QueryOTAJob'] }, 'Forbidden.RAM'],
	])('when the platform %s, then the refusal is understood', async (_what, options, code) => {
		await using emulator = await startEmulator({ letterCase: 'pascal', ...options });
		const told = await client.ask(emulator, 'QueryOTAJob', { JobId: DEMO.jobId });
		expect(told).toEqual({ kind: 'refused', code });
	});
});

describe('given an instance that speaks another dialect', () => {
	const asked = { JobId: DEMO.jobId };
	const answerOf = (told: Told) => (told.kind === 'answered' ? told.answer : undefined);

	it('when keys begin with small letters, then the SDK tells its user nothing', async () => {
		await using emulator = await startEmulator({ letterCase: 'camel' });
		const told = await iotSdk.ask(emulator, 'QueryOTAJob', asked);
		expect(told).toMatchObject({ kind: 'answered', answer: {} });
		expect(answerOf(told)).toEqual({});
	});

	it.each(CLIENTS)(
		'when JobId is a bare number, then pop-core alone keeps all digits: $name',
		async (client) => {
			await using emulator = await startEmulator({ letterCase: 'pascal', bareNumbers: true });
			const told = await client.ask(emulator, 'QueryOTAJob', asked);
			const text = JSON.stringify(answerOf(told));
			expect(text).toContain('IN_PROGRESS');
			expect(text.includes(DEMO.jobId)).toBe(client.name.startsWith('pop-core'));
		},
	);

	it('when the SDK signs in a header, as it does unless told otherwise, then the signature is missed', async () => {
		await using emulator = await startEmulator({ letterCase: 'pascal' });
		const client = openApiWith((one) => configFor(one, 'ACS3-HMAC-SHA256'));
		const told = await client.ask(emulator, 'QueryOTAJob', asked);
		expect(told).toEqual({ kind: 'refused', code: 'MissingAction' });
	});
});

describe('given what the platform sent and what a client hands on', () => {
	it.each([
		[{ A: 1, B: { C: 'x' } }, { A: '1', B: { C: 'x' } }, []],
		[{ A: 1, B: { C: 'x', D: 'y' } }, { A: 1, B: { C: 'x' } }, ['D']],
		[{ L: [{ A: 1 }, { A: 2 }] }, { L: [{ A: 1 }, {}] }, ['A']],
		[{ L: [{ A: 1 }] }, {}, ['A']],
		[{ A: '1836340779212660001' }, { A: 1836340779212660000 }, ['A']],
	])('when %j came as %j, then %j was lost', (sent, handedOn, lost) => {
		expect(lostOf(sent, handedOn)).toEqual(lost);
	});
});

describe('given docs/CLIENTS.md', () => {
	it('when `npm run generate` writes its table, then it is there already', async () => {
		const text = readFileSync(join(ROOT, CLIENTS_DOCUMENT), 'utf8');
		expect(await withClients(text)).toBe(text);
	});
});
