import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { DEMO } from '../../emulator/fleet/fleets';
import { onRequest } from '../../emulator/faults/faults';
import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { onOperations, ownParameters } from './bench';
import { byId, DONE } from './variant';
import { runOnce } from '../once';

const { productKey, firmwareId } = DEMO;

function itemsOf(...items: IDataObject[]): INodeExecutionData[] {
	return items.map((json) => ({ json }));
}

const MIDDLE_FAILS = itemsOf({ id: firmwareId }, { id: '999' }, { id: firmwareId });
const update = {
	...{ resource: 'otaPackage', operation: 'update', items: MIDDLE_FAILS },
	parameters: { firmwareId: byId('={{ $json.id }}'), firmwareName: 'lamp-2' },
};
const get = {
	...{ resource: 'otaPackage', operation: 'get', items: MIDDLE_FAILS },
	parameters: { firmwareId: byId('={{ $json.id }}') },
};
const NOT_FOUND = 'The platform has no OTA package with this ID (iot.firmware.FirmwareNotFound)';
const TROUBLE = {
	error: NOT_FOUND,
	message: expect.stringMatching(/^Select the OTA Package in this node.* Request ID: /),
	details: {
		code: 'iot.firmware.FirmwareNotFound',
		requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		action: 'ModifyOTAFirmware',
	},
};

describe('An item that fails between others', () => {
	it('given a write, when the workflow stops, then the error tells what was done, and the rest is not sent', async () => {
		const { outputs, error, emulator } = await runOnce(update);
		expect(outputs).toEqual([]);
		expect(error?.message).toBe(`${NOT_FOUND} [item 1]`);
		expect(error?.description).toMatch(
			/ 1 request before it was carried out; their answers are in the details\. Nothing after it was sent\.$/,
		);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			context: { itemIndex: 1, details: { ...TROUBLE.details, done: [DONE] } },
		});
		expect(emulator.log.map((entry) => ownParameters(entry).FirmwareId)).toEqual(['168', '999']);
	});

	it('given a read, when the workflow stops, then the error is about that item alone', async () => {
		const { outputs, error } = await runOnce(get);
		expect(outputs).toEqual([]);
		expect(error?.message).toBe(`${NOT_FOUND} [item 1]`);
		expect(error?.description).not.toMatch(/carried out/);
	});

	it('given an error branch, when it runs, then the failing item alone goes there', async () => {
		const { outputs, error } = await runOnce({ ...update, onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([DONE, DONE]);
		expect(pairsOf(outputs[0])).toEqual([[0], [2]]);
		expect(jsonOf(outputs[1])).toEqual([{ ...TROUBLE, id: '999' }]);
		expect(pairsOf(outputs[1])).toEqual([[1]]);
	});

	it('given that the node continues, when it runs, then each item has its own answer in its own place', async () => {
		const { outputs, error } = await runOnce({ ...update, onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([DONE, TROUBLE, DONE]);
		expect(pairsOf(outputs[0])).toEqual([[0], [1], [2]]);
	});

	it('given two upload URLs of which the second is refused, when the workflow stops, then the error holds no signature', async () => {
		const faults = onRequest(2, { kind: 'code', code: 'iot.system.BillIsOverDue' });
		const { error } = await runOnce({
			on: { faults },
			...{ resource: 'otaPackage', operation: 'getUploadUrl', items: itemsOf({}, {}) },
			parameters: { options: { includeSecrets: true } },
		});
		expect(error?.description).toMatch(/1 request before it was carried out/);
		const told = JSON.stringify(error?.context);
		expect(told).toMatch(/"done":\[/);
		expect(told).not.toMatch(/"(OSSAccessKeyId|policy|signature)"/i);
	});

	it('given an empty field, when the workflow stops, then nothing is sent and the sentence names field and item', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const items = itemsOf({ id: firmwareId }, { id: '' });
			const { error } = await run({ ...update, items });
			expect(error).toMatchObject({
				name: 'NodeOperationError',
				message: 'OTA Package is empty [item 1]',
				description:
					'Fill it in, e.g. 168. If it comes from an expression, check that the item holds the value.',
			});
			expect(emulator.log).toEqual([]);
		});
	});

	it('given an empty field, when the node continues, then the other items are served', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const items = itemsOf({ id: '' }, { id: firmwareId });
			const { outputs } = await run({ ...update, items, onError: 'continueRegularOutput' });
			expect(jsonOf(outputs[0])).toMatchObject([{ error: 'OTA Package is empty' }, DONE]);
			expect(emulator.log).toHaveLength(1);
		});
	});
});

describe('Many items', () => {
	it('given twelve items of a list, when they are read, then the outputs keep the order of the items', async () => {
		await onOperations(engine, {}, async ({ run }) => {
			const items = itemsOf(...Array.from({ length: 12 }, (_, at) => ({ limit: (at % 3) + 1 })));
			const { outputs } = await run({
				...{ resource: 'device', operation: 'getMany', items },
				parameters: { productKey: byId(productKey), limit: '={{ $json.limit }}' },
			});
			const expected = items.flatMap((_, at) => Array.from({ length: (at % 3) + 1 }, () => [at]));
			expect(pairsOf(outputs[0])).toEqual(expected);
		});
	});

	it('given expressions in a collection, when they are read, then each item has its own value', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			await run({
				...{ resource: 'otaPackage', operation: 'getMany' },
				items: itemsOf({ version: '1.0.1' }, { version: '1.0.2' }),
				parameters: { filters: { destVersion: '={{ $json.version }}' } },
			});
			const versions = emulator.log.map((entry) => ownParameters(entry).DestVersion);
			expect(versions.sort()).toEqual(['1.0.1', '1.0.2']);
		});
	});

	it.each([
		['a write', update, 1],
		// Five reads are under way at once, so as many have left when the first answer comes.
		['a read', get, 5],
	])(
		'given %s of 20 items and a refused key, when the node continues, then all items have the error and few requests leave',
		async (_, operation, mostRequests) => {
			const { outputs, emulator } = await runOnce({
				...{ ...operation, onError: 'continueRegularOutput' },
				items: itemsOf(...Array.from({ length: 20 }, () => ({ id: firmwareId }))),
				credential: { accessKeyId: 'unknownKeyId' },
			});
			const errors = jsonOf(outputs[0]).map(({ error }) => String(error));
			expect(errors).toHaveLength(20);
			expect(new Set(errors).size).toBe(1);
			expect(errors[0]).toMatch(/\(InvalidAccessKeyId\.NotFound\)$/);
			expect(pairsOf(outputs[0])).toEqual(Array.from({ length: 20 }, (__, at) => [at]));
			expect(emulator.log.length).toBeLessThanOrEqual(mostRequests);
		},
	);
});
