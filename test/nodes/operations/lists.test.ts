import type { INodeParameters } from 'n8n-workflow';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { onOperations, ownParameters } from './bench';
import { byId, DONE, iotIdOf, taskIdOf } from './variant';
import { runOnce } from '../once';

const { productKey, firmwareId, jobId } = DEMO;
const target = { productKey: byId(productKey), firmwareId: byId(firmwareId) };

function many(count: number, name: (number: number) => string): string {
	return Array.from({ length: count }, (_, index) => name(index + 1)).join('\n');
}

const deviceName = (number: number) => `testDevice${number}`;

describe('A list that a single request cannot carry', () => {
	it.each([
		['25 task IDs', 'otaTask', 'confirm', { taskId: many(25, taskIdOf) }, [10, 10, 5], 3],
		[
			'250 device names',
			'device',
			'getMany',
			{ productKey: byId(productKey), which: 'named', deviceName: many(250, deviceName) },
			[100, 100, 50],
			250,
		],
		[
			'120 device names',
			'device',
			'getStatus',
			{ productKey: byId(productKey), deviceName: many(120, deviceName) },
			[50, 50, 20],
			120,
		],
		[
			'120 IoT IDs',
			'device',
			'getStatus',
			{ deviceBy: 'iotId', iotId: many(120, iotIdOf) },
			[50, 50, 20],
			120,
		],
		[
			'210 device names to filter by',
			'otaTask',
			'getManyByJob',
			{ jobId: byId(jobId), returnAll: true, filters: { deviceNames: many(210, deviceName) } },
			[200, 200, 10],
			210,
		],
	] as ReadonlyArray<[string, string, string, INodeParameters, number[], number]>)(
		'given %s, when %s: %s runs, then they are split over requests, and nothing is lost',
		async (_, resource, operation, parameters, sizes, count) => {
			const fleet = buildFleet({ devices: 250, status: 'CONFIRM' });
			const { outputs, error, emulator } = await runOnce({
				on: { fleet },
				resource,
				operation,
				parameters,
			});

			expect(error).toBeUndefined();
			expect(emulator.log.map((entry) => listLength(ownParameters(entry)))).toEqual(sizes);
			expect(outputs[0]).toHaveLength(count);
			expect(new Set(pairsOf(outputs[0]).flat())).toEqual(new Set([0]));
		},
	);

	it('given 25 tasks of which the last is unknown, when Confirm continues, then it hands on what was done and what was not', async () => {
		const fleet = buildFleet({ devices: 24, status: 'CONFIRM' });
		const { outputs } = await runOnce({
			on: { fleet },
			...{ resource: 'otaTask', operation: 'confirm', onError: 'continueRegularOutput' },
			parameters: { taskId: many(25, taskIdOf) },
		});
		expect(jsonOf(outputs[0])).toEqual([
			DONE,
			DONE,
			expect.objectContaining({ error: expect.stringContaining('InvalidOTATaskId') }),
		]);
		expect(pairsOf(outputs[0])).toEqual([[0], [0], [0]]);
		expect(fleet.countByStatus()).toMatchObject({ QUEUED: 20, CONFIRM: 4 });
	});

	it('given a name that is there twice, when devices are read, then it is asked for and handed on once', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			const deviceNames = `${many(101, () => 'testDevice1')}, testDevice2`;
			const { outputs } = await run({
				...{ resource: 'device', operation: 'getMany' },
				parameters: { productKey: byId(productKey), which: 'named', deviceName: deviceNames },
			});
			expect(emulator.log).toHaveLength(1);
			expect(jsonOf(outputs[0])).toMatchObject([
				{ deviceName: 'testDevice1' },
				{ deviceName: 'testDevice2' },
			]);
		});
	});

	it.each([['["testDevice1"]'], ['={{ ["testDevice1"] }}']])(
		'given the list %s of one name, when the status is read, then it is taken for a list',
		async (deviceName) => {
			const { outputs, error, emulator } = await runOnce({
				...{ resource: 'device', operation: 'getStatus' },
				parameters: { productKey: byId(productKey), deviceName },
			});
			expect(error).toBeUndefined();
			expect(emulator.log.map(({ action }) => action)).toEqual(['BatchGetDeviceState']);
			expect(jsonOf(outputs[0])).toMatchObject([{ deviceName: 'testDevice1' }]);
		},
	);
});

describe('A list that is too long', () => {
	it.each([
		[
			'createStatic',
			'Device Names holds 201 names',
			{ ...target, targetSelection: 'SPECIFIC', targetDeviceName: many(201, deviceName) },
			'The platform takes 200 at most. Spread them over several items.',
		],
		[
			'createVerification',
			'Device Names holds 11 names',
			{ ...target, targetDeviceName: many(11, deviceName) },
			'The platform takes 10 at most. Spread them over several items.',
		],
		[
			'createStatic',
			'Source Versions holds 11 entries',
			{
				...{ ...target, targetSelection: 'ALL' },
				additionalFields: { srcVersion: many(11, (number) => `1.0.${number}`) },
			},
			'The platform takes 10 at most. Spread them over several items.',
		],
	] as ReadonlyArray<[string, string, INodeParameters, string]>)(
		'given too many for %s, when it runs, then "%s" is said before anything is sent',
		async (operation, message, parameters, description) => {
			const { error, emulator } = await runOnce({ resource: 'otaJob', operation, parameters });
			expect(error).toMatchObject({ message: `${message} [item 0]`, description });
			expect(emulator.log).toEqual([]);
		},
	);
});

/** How many entries the list of a request has. */
function listLength(parameters: Record<string, string>): number {
	return Object.keys(parameters).filter((name) => /\.\d+$/.test(name)).length;
}
