import type { INodeParameters } from 'n8n-workflow';
import { viewRecords } from '../../nodes/TuyaIotPlatform/operations/outputView';
import { withEmulator } from '../emulator/testing';
import { DEMO } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { callTool } from './aiTool';
import { credentialFor, jsonOf } from './bench';
import { VALUES } from './expressions/slots';
import { onOperations } from './operations/bench';
import { runOnce } from './once';
import { byId, DELETED, iotIdOf } from './operations/variant';

const device = { deviceBy: 'iotId', iotId: iotIdOf(1) };
const getDevice = { resource: 'device', operation: 'get' };
const SECRET = expect.stringMatching(/^5ec4e7/);

const KEYS = { kind: 'simplified', keys: ['FirmwareId', 'Status'] } as const;

describe('given records to simplify', () => {
	it('when the platform writes an ID as a number, then it is text all the same', () => {
		expect(viewRecords([{ Firmwareid: 1, FirmwareId: 168, status: 1, type: 0 }], KEYS)).toEqual({
			ok: true,
			value: [{ FirmwareId: '168', status: 1 }],
		});
	});

	it('when an answer holds no such record, then it is seen whole', () => {
		const answer = { code: '', success: true };
		expect(viewRecords([answer], KEYS)).toEqual({ ok: true, value: [answer] });
	});
});

/** The JSON of what an operation hands on. */
async function handedOn(run: Parameters<typeof runOnce>[0]): Promise<unknown[]> {
	const { outputs, error } = await runOnce(run);
	expect(error).toBeUndefined();
	return jsonOf(outputs[0]);
}

describe('given Simplify', () => {
	it('when Include Secrets is on, then the secret that was asked for comes beside the usual fields', async () => {
		const parameters = { ...device, options: { includeSecrets: true } };
		const [record] = await handedOn({ ...getDevice, parameters });
		expect(record).toMatchObject({ deviceName: 'testDevice1', deviceSecret: SECRET });
		expect(record).not.toHaveProperty('gmtCreate');
	});

	it('when the platform writes keys with a capital, then so does the output', async () => {
		const [record] = await handedOn({
			...{ ...getDevice, parameters: device },
			on: { letterCase: 'pascal' },
		});
		expect(record).toMatchObject({ DeviceName: 'testDevice1', Status: 'ONLINE' });
		expect(Object.keys(Object(record))).toHaveLength(10);
	});

	it('when items differ in what they want, then each gets its own', async () => {
		await onOperations(engine, {}, async ({ run }) => {
			const { outputs } = await run({
				...getDevice,
				items: [{ json: { simplify: 'true' } }, { json: { simplify: false } }],
				parameters: { ...device, simplify: '={{ $json.simplify }}' },
			});
			const sizes = jsonOf(outputs[0]).map((record) => Object.keys(record).length);
			expect(sizes).toEqual([10, 17]);
		});
	});

	it('when a node of version 1 has it among its parameters, then it does as before', async () => {
		const parameters = { ...device, simplify: true, output: 'simplified' };
		const [record] = await handedOn({ ...getDevice, parameters, typeVersion: 1 });
		expect(record).toHaveProperty('gmtCreate');
	});
});

describe('given a delete', () => {
	const unknown = {
		resource: 'otaPackage',
		operation: 'delete',
		parameters: { firmwareId: byId('9') },
	};

	it('when the platform refuses it, then nothing says that it is deleted', async () => {
		const { outputs, error } = await runOnce({ ...unknown, onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ error: expect.stringContaining('no OTA package with this ID') }),
		]);
		expect(JSON.stringify(outputs)).not.toContain('deleted"');
	});

	it('when the second of two is refused, then the error tells of the first', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			emulator.fleet.addPackage({ productKey: DEMO.productKey, firmwareId: '200' });
			const { error } = await run({
				...unknown,
				items: [{ json: { id: '200' } }, { json: { id: '9' } }],
				parameters: { firmwareId: byId('={{ $json.id }}') },
			});
			expect(error).toMatchObject({ context: { details: { done: [DELETED] } } });
		});
	});
});

/** Lets an agent read a device, or another thing, with these fields about the output. */
async function read(view: INodeParameters, what: INodeParameters = { ...getDevice, ...device }) {
	return await withEmulator({}, async (emulator) => {
		const call = await callTool(engine, credentialFor(emulator), { ...what, ...view }, {});
		return { answer: call?.answer, emulator };
	});
}

/** What an agent is told in place of an answer. */
async function refused(view: INodeParameters): Promise<unknown> {
	return await read(view).then(
		({ answer }) => ({ answer }),
		(error: unknown) => error,
	);
}

describe('given a tool of an AI agent', () => {
	it.each([
		['nothing', {}, 10],
		['Simplified', { output: 'simplified' }, 10],
		['Raw', { output: 'raw' }, 17],
	])('when %s is chosen, then the record has that many fields', async (_, view, size) => {
		const { answer } = await read(view);
		expect(Object.keys(Object(Object(answer)[0]))).toHaveLength(size);
	});

	it('when fields are selected, then these come as the platform writes them, in that order', async () => {
		const { answer } = await read({ output: 'selected', fields: 'Status, NICKNAME\ndeviceName' });
		expect(Object.entries(Object(Object(answer)[0]))).toEqual([
			['status', 'ONLINE'],
			['nickname', 'Main Street 1'],
			['deviceName', 'testDevice1'],
		]);
	});

	it('when a record lacks one of them, then that one is left out', async () => {
		const job = { resource: 'otaJob', operation: 'get', jobId: byId(DEMO.jobId) };
		const { answer } = await read({ output: 'selected', fields: 'jobStatus, groupName' }, job);
		expect(answer).toEqual([{ jobStatus: 'IN_PROGRESS' }]);
	});

	it('when a record has none of them, then the agent is told which there are', async () => {
		expect(await refused({ output: 'selected', fields: 'state, constructor' })).toMatchObject({
			message: expect.stringMatching(
				/^Fields is "state, constructor", and the records have no such field \[item 0\]\s+Details: Use some of: deviceName, iotId, .*status/,
			),
		});
	});

	it('when a secret is selected, then it is no field of the record', async () => {
		expect(await read({ output: 'selected', fields: 'deviceName, deviceSecret' })).toMatchObject({
			answer: [{ deviceName: 'testDevice1' }],
		});
		const told = await refused({ output: 'selected', fields: 'deviceSecret' });
		expect(told).toMatchObject({ message: expect.stringMatching(/^Fields is "deviceSecret"/) });
		expect(JSON.stringify(told)).not.toMatch(/5ec4e7|, deviceSecret/);
	});

	it.each(VALUES)(
		'when an expression gives %s for Output, then it is refused by name',
		async (value) => {
			expect(await refused({ output: `={{ ${value} }}` })).toMatchObject({
				message: expect.stringMatching(/^Output is /),
			});
		},
	);

	it.each(VALUES)(
		'when an expression gives %s for Fields, then it is refused by name',
		async (value) => {
			expect(await refused({ output: 'selected', fields: `={{ ${value} }}` })).toMatchObject({
				message: expect.stringMatching(/^Fields /),
			});
		},
	);

	it('when an expression gives a list for Fields, then these come', async () => {
		const { answer } = await read({ output: 'selected', fields: "={{ ['status'] }}" });
		expect(answer).toEqual([{ status: 'ONLINE' }]);
	});
});
