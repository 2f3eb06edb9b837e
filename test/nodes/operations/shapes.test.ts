import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EmulatorOptions } from '../../emulator/emulator';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { jsonOf } from '../bench';
import { byId, taskIdOf } from './variant';
import { runOnce } from '../once';

const { productKey, firmwareId, jobId } = DEMO;
const device = { productKey: byId(productKey), deviceName: byId('testDevice1') };

/** Reads that give the one record there is, by what it has to hold. */
const READ_ACTIONS: ReadonlyArray<[string, string, INodeParameters, IDataObject]> = [
	['otaTask', 'getManyByJob', { jobId: byId(jobId) }, { taskId: taskIdOf(1), jobId }],
	['otaTask', 'getUnfinishedByDevice', device, { taskId: taskIdOf(1), taskStatus: 'QUEUED' }],
	['otaJob', 'getManyByPackage', { firmwareId: byId(firmwareId) }, { jobId, firmwareId }],
	['otaJob', 'get', { jobId: byId(jobId) }, { jobId }],
	['otaPackage', 'getMany', {}, { firmwareId }],
	['otaPackage', 'get', { firmwareId: byId(firmwareId) }, { firmwareId }],
	['otaModule', 'getMany', { productKey: byId(productKey) }, { moduleName: 'ble' }],
	['otaModule', 'getVersionsByDevice', device, { moduleName: 'default', moduleVersion: '1.0.0' }],
	['device', 'getMany', { productKey: byId(productKey) }, { deviceName: 'testDevice1' }],
	[
		...(['device', 'getMany'] as const),
		{ productKey: byId(productKey), which: 'named', deviceName: 'testDevice1' },
		{ deviceName: 'testDevice1' },
	],
	[
		...(['device', 'getStatus'] as const),
		{ productKey: byId(productKey), deviceName: '["testDevice1"]' },
		{ deviceName: 'testDevice1', status: 'ONLINE' },
	],
	['product', 'getMany', {}, { productKey }],
	['product', 'get', { productKey: byId(productKey) }, { productKey }],
];

function pascal(record: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [
			key.charAt(0).toUpperCase() + key.slice(1),
			value,
		]),
	);
}

describe.each([
	['wrapped lists', {}],
	['bare lists', { listShape: 'bare' }],
	['a single record in place of a list', { listShape: 'single' }],
	['keys in PascalCase', { letterCase: 'pascal' }],
	['keys in PascalCase and bare lists', { letterCase: 'pascal', listShape: 'bare' }],
	['IDs printed as numbers', { bareNumbers: true }],
	['XML unless JSON is asked for', { formatDefault: 'xml' }],
] as ReadonlyArray<[string, EmulatorOptions]>)('An instance with %s', (_, options) => {
	it.each(READ_ACTIONS)(
		'when %s: %s runs, then the record is one item with its own keys and IDs as text',
		async (resource, operation, parameters, record) => {
			const fleet = buildFleet({ devices: 1 });
			fleet.addModule({ productKey, moduleName: 'ble' });
			const { outputs, error } = await runOnce({
				on: { fleet, ...options },
				resource,
				operation,
				parameters,
			});
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining(options.letterCase === 'pascal' ? pascal(record) : record),
			]);
		},
	);
});

describe('An instance that answers in XML', () => {
	it('given a credential that does not ask for JSON, when a list is read, then the sentence says what to set', async () => {
		const { error } = await runOnce({
			on: { formatDefault: 'xml' },
			...{
				resource: 'product',
				operation: 'getMany',
				parameters: { options: { maxAttempts: 1 } },
			},
			credential: { commonParameters: 'minimal' },
		});
		expect(error?.message).toMatch(/answered in XML instead of JSON/);
		expect(error?.description).toMatch(/^Set Common Parameters in the credential to Full/);
	});
});
