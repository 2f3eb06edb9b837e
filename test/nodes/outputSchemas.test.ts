/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: finds the package as built */
import { join } from 'node:path';
import Ajv from 'ajv';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../nodes/TuyaIotPlatform/resources';
import { SECRET_KEYS, isRecord } from '../../platform';
import { buildFleet, DEMO, demoFleet } from '../emulator/fleet/fleets';
import type { EmulatorOptions } from '../emulator/emulator';
import { Engine } from '../engine/engine';
import { itemWithFile } from '../engine/files';
import { credentialFor, jsonOf, onBench } from './bench';
import { cancelWorkflow } from './workflows';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load();
});

const nodeDir = join(__dirname, '..', '..', 'dist', 'nodes', 'TuyaIotPlatform');
const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation }) => ({ resource, operation })),
);
const schemaOf = (resource: string, operation: string) =>
	loadOutputSchema({ nodeDir, version: 1, resource, operation });

/** The same schema, but for objects that have no other keys than those it names. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (!isRecord(schema)) return schema;
	const inner = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
	const only = isRecord(schema.properties) ? { additionalProperties: false } : {};
	return { ...Object.fromEntries(inner), ...only };
}

/** What is wrong with records, by their schema as written and by letter. */
function flawsOf(schema: unknown, records: readonly unknown[]): unknown {
	const ajv = new Ajv({ allErrors: true });
	ajv.validate({ type: 'array', items: closed(schema) }, records);
	return ajv.errors?.map(({ dataPath, message, params }) => [dataPath, message, params]);
}

const { productKey, firmwareId, jobId } = DEMO;
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const product = { productKey: id(productKey) };
const ota = { firmwareId: id(firmwareId) };
const device = { ...product, deviceName: id('testDevice1') };
const returnAll = { returnAll: true };

/** A way to use each operation. */
const USES: ReadonlyArray<readonly [operation: string, parameters: IDataObject]> = [
	['product.get', product],
	['product.getMany', returnAll],
	['device.get', device],
	['device.getMany', { ...product, ...returnAll, which: 'all' }],
	['device.getMany', { ...product, which: 'named', deviceName: 'testDevice1, testDevice3' }],
	['device.getStatus', { ...product, deviceName: 'testDevice1' }],
	['device.getStatus', { ...product, deviceName: 'testDevice1, testDevice3' }],
	['otaModule.getMany', product],
	['otaModule.getVersionsByDevice', { ...device, ...returnAll }],
	['otaPackage.get', ota],
	['otaPackage.getMany', { ...product, ...returnAll }],
	['otaJob.get', { jobId: id(jobId) }],
	['otaJob.getManyByDevice', { ...device, ...ota, ...returnAll }],
	['otaJob.getManyByPackage', { ...ota, ...returnAll }],
	['otaTask.getManyByJob', { jobId: id(jobId), ...returnAll }],
	['otaTask.getUnfinishedByDevice', { ...device, ...returnAll }],
	['otaTask.cancelByDevice', { ...product, ...ota, jobId: id(jobId), deviceNames: 'testDevice1' }],
	['otaTask.confirm', { taskId: '={{ $json.taskId }}' }],
	['otaTask.cancelByJob', { jobId: id(jobId), cancelQueuedTask: true }],
	['otaModule.create', { ...product, moduleName: 'wifi' }],
	['otaModule.update', { ...product, moduleName: id('wifi'), aliasName: 'Radio' }],
	['otaModule.delete', { ...product, moduleName: id('wifi') }],
	['otaPackage.getUploadUrl', { fileSuffix: 'bin' }],
	['otaPackage.create', { ...product, firmwareName: 'lamp', destVersion: '2.0.0' }],
	['otaPackage.modify', { ...product, ...ota, firmwareName: 'renamed' }],
	[
		'otaJob.createVerification',
		{ ...product, firmwareId: id('169'), targetDeviceName: 'testDevice9' },
	],
	[
		'otaJob.createStatic',
		{ ...product, ...ota, targetSelection: 'SPECIFIC', targetDeviceName: 'testDevice2' },
	],
	['otaPackage.create', { ...product, firmwareName: 'lamp2', destVersion: '3.0.0' }],
	['otaPackage.delete', { firmwareId: id('170') }],
];

const OPTIONS: EmulatorOptions[] = [{}, { listShape: 'bare', bareNumbers: true }];

describe('the output schemas', () => {
	it.each(operations)(
		'given $resource $operation, when n8n looks for its schema in the package, then it is there',
		({ resource, operation }) => {
			const schema = schemaOf(resource, operation);
			expect(schema).toMatchObject({ type: 'object', version: 1, properties: expect.anything() });
			expect(new Ajv().validateSchema(schema ?? {})).toBe(true);
			const secrets = [...SECRET_KEYS, 'OSSAccessKeyId', 'Policy', 'Signature'];
			expect(JSON.stringify(schema)).not.toMatch(new RegExp(`"(${secrets.join('|')})"`, 'i'));
		},
	);

	it('given the uses below, when they are counted, then every operation has one', () => {
		const used = new Set(USES.map(([operation]) => operation));
		expect([...used].sort()).toEqual(
			operations.map(({ resource, operation }) => `${resource}.${operation}`).sort(),
		);
	});

	it.each(OPTIONS)(
		'given an emulator with %j, when every operation runs, then its items are as its schema says',
		async (on) => {
			await onBench(engine, { ...on, fleet: demoFleet() }, async ({ emulator }) => {
				for (const [use, parameters] of USES) {
					const [resource = '', operation = ''] = use.split('.');
					const workflow = cancelWorkflow({ parameters: { resource, operation, ...parameters } });
					const item = await itemWithFile({ fileName: 'a.bin', content: Buffer.from('firmware') });
					const taskId = emulator.fleet.tasks.find(
						({ taskStatus }) => taskStatus === 'CONFIRM',
					)?.taskId;
					const { outputs, error } = await engine.run(workflow, credentialFor(emulator), [
						{ ...item, json: { taskId } },
					]);
					expect([use, error?.message]).toEqual([use, undefined]);
					const records = jsonOf(outputs[0]);
					expect([use, records.length > 0]).toEqual([use, true]);
					expect([use, flawsOf(schemaOf(resource, operation), records)]).toEqual([use, undefined]);
				}
			});
		},
	);

	it('given a job with everything set, when it is read, then it is as its schema says', async () => {
		const fleet = buildFleet({ devices: 1 });
		const { jobId: other } = fleet.addJob({
			...{ firmwareId, targetSelection: 'GROUP', groupId: 'group', grayPercent: '33.33' },
			...{ retryCount: 2, retryInterval: 60, timeoutInMinutes: 10, srcVersions: ['1.0.0'] },
		});
		await onBench(engine, { fleet }, async ({ run }) => {
			const parameters = { resource: 'otaJob', operation: 'get', jobId: id(other) };
			const { outputs } = await run({ items: [{}], parameters });
			expect(jsonOf(outputs[0])).toMatchObject([{ groupId: 'group' }]);
			expect(flawsOf(schemaOf('otaJob', 'get'), jsonOf(outputs[0]))).toBeUndefined();
		});
	});

	it('given a key that a schema lacks or another type, when items are compared with it, then that shows', () => {
		const schema = schemaOf('otaTask', 'cancelByDevice');
		expect(flawsOf(schema, [{ code: '', requestId: '1', success: true }])).toBeUndefined();
		expect(flawsOf(schema, [{ code: 1, extra: '' }])).toHaveLength(2);
	});
});
