import { createHash } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DEMO } from '../../emulator/fleet/fleets';
import { uploaded } from '../../emulator/storage/uploading';
import { engine } from '../../engine/loaded';
import { jsonOf } from '../bench';
import { onOperations } from './bench';
import type { OperationBench } from './bench';
import { byId, DONE } from './variant';

const { productKey } = DEMO;
const CONTENT = 'firmware';

describe('The life of a roll-out', () => {
	it('given a new package, when it is created, tried, rolled out, confirmed and stopped, then each read shows what was done', async () => {
		await onOperations(engine, {}, async (bench) => {
			const { emulator } = bench;
			const firmwareId = await createdPackage(bench);
			const ofPackage = { firmwareId: byId(firmwareId) };
			const target = { productKey: byId(productKey), ...ofPackage };

			const updated = { ...ofPackage, firmwareName: 'lamp-renamed' };
			expect(await gotten(bench, 'otaPackage', 'update', updated)).toEqual([DONE]);
			const got = await gotten(bench, 'otaPackage', 'get', ofPackage);
			expect(got).toMatchObject([{ firmwareId, firmwareName: 'lamp-renamed', status: 0 }]);
			const listed = await gotten(bench, 'otaPackage', 'getMany', {});
			expect(listed.map((record) => record.firmwareId)).toEqual(['168', firmwareId]);

			const trial = { ...target, targetDeviceName: 'testDevice7' };
			const trialId = madeId(await gotten(bench, 'otaJob', 'createVerification', trial), 'jobId');
			emulator.fleet.setStatus('testDevice7', 'SUCCEEDED', { firmwareId });
			const verified = await gotten(bench, 'otaPackage', 'get', ofPackage);
			expect(verified).toMatchObject([{ status: 1, verifyProgress: 100 }]);

			const rollOut = {
				...{ ...target, targetDeviceName: ['testDevice8', 'testDevice15', 'testDevice16'] },
				additionalFields: { needConfirm: true },
			};
			const jobId = madeId(await gotten(bench, 'otaJob', 'createStatic', rollOut), 'jobId');
			const jobs = await gotten(bench, 'otaJob', 'getManyByPackage', ofPackage);
			expect(jobs.map((job) => job.jobId).sort()).toEqual([trialId, jobId].sort());
			const ofJob = { jobId: byId(jobId) };
			const tasks = await gotten(bench, 'otaTask', 'getManyByJob', ofJob);
			expect(statesOf(tasks)).toEqual({
				testDevice8: 'CONFIRM',
				testDevice15: 'CONFIRM',
				testDevice16: 'CONFIRM',
			});

			const taskId = tasks.find((task) => task.deviceName === 'testDevice8')?.taskId;
			expect(await gotten(bench, 'otaTask', 'confirm', { taskId: String(taskId) })).toEqual([DONE]);
			const waiting = { ...ofJob, filters: { taskStatus: 'QUEUED' } };
			const confirmed = await gotten(bench, 'otaTask', 'getManyByJob', waiting);
			expect(statesOf(confirmed)).toEqual({ testDevice8: 'QUEUED' });

			expect(await gotten(bench, 'otaTask', 'cancelByJob', ofJob)).toEqual([DONE]);
			expect(statesOf(await gotten(bench, 'otaTask', 'getManyByJob', ofJob))).toEqual({
				testDevice8: 'CANCELED',
				testDevice15: 'CANCELED',
				testDevice16: 'CANCELED',
			});
			expect(await gotten(bench, 'otaJob', 'get', ofJob)).toMatchObject([
				{ jobStatus: 'CANCELED' },
			]);
		});
	});

	it('given a package, when it is deleted and read again, then the documented code comes with a sentence', async () => {
		await onOperations(engine, {}, async (bench) => {
			const ofPackage = { firmwareId: byId(await createdPackage(bench)) };
			expect(await gotten(bench, 'otaPackage', 'delete', ofPackage)).toEqual([DONE]);
			const { error } = await bench.run({
				...{ resource: 'otaPackage', operation: 'get', parameters: ofPackage },
			});
			expect(error?.message).toBe(
				'The platform has no OTA package with this ID (iot.firmware.FirmwareNotFound) [item 0]',
			);
			expect(error?.description).toMatch(/^Select the OTA Package in this node/);
		});
	});

	it('given a module, when it is created, updated and deleted, then the list shows each step', async () => {
		await onOperations(engine, {}, async (bench) => {
			const ofProduct = { productKey: byId(productKey) };
			const names = async () =>
				(await gotten(bench, 'otaModule', 'getMany', ofProduct)).map(
					({ moduleName, aliasName }) => `${String(moduleName)}: ${String(aliasName)}`,
				);
			const known = ['ble: Bluetooth', 'mcu: Controller'];

			await gotten(bench, 'otaModule', 'create', { ...ofProduct, moduleName: 'wifi' });
			expect(await names()).toEqual([...known, 'wifi: ']);
			const wifi = { ...ofProduct, moduleName: byId('wifi') };
			const update = { ...wifi, additionalFields: { aliasName: 'Radio' } };
			await gotten(bench, 'otaModule', 'update', update);
			expect(await names()).toEqual([...known, 'wifi: Radio']);
			await gotten(bench, 'otaModule', 'delete', wifi);
			expect(await names()).toEqual(known);
		});
	});
});

/** Runs an operation that has to work, and gives the JSON of its items. */
async function gotten(
	{ run }: OperationBench,
	resource: string,
	operation: string,
	parameters: INodeParameters,
): Promise<IDataObject[]> {
	const { outputs, error } = await run({ resource, operation, parameters });
	expect(error).toBeUndefined();
	return jsonOf(outputs[0]);
}

async function createdPackage(bench: OperationBench): Promise<string> {
	const answer = await gotten(bench, 'otaPackage', 'create', {
		...{ productKey: byId(productKey), firmwareName: 'lamp-102', destVersion: '1.0.2' },
		...{ fileFrom: 'url', firmwareUrl: await uploaded(bench.emulator, CONTENT) },
		firmwareSign: createHash('md5').update(CONTENT).digest('hex'),
	});
	return madeId(answer, 'firmwareId');
}

/** The ID of what a write made. */
function madeId(answer: readonly IDataObject[], key: string): string {
	expect(answer).toEqual([
		{ ...DONE, data: expect.objectContaining({ [key]: expect.any(String) }) },
	]);
	const found = new RegExp(`"${key}":"(\\d+)"`).exec(JSON.stringify(answer));
	return found?.[1] ?? '';
}

/** The state of each task by the device that it is of. */
function statesOf(tasks: readonly IDataObject[]): Record<string, unknown> {
	return Object.fromEntries(
		tasks.map(({ deviceName, taskStatus }) => [String(deviceName), taskStatus]),
	);
}
