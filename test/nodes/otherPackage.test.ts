import type { INodeParameters } from 'n8n-workflow';
import type { EmulatorOptions } from '../emulator/emulator';
import type { Fault, FaultPlan } from '../emulator/faults/faults';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import type { Fleet } from '../emulator/fleet/fleet';
import { withEmulator } from '../emulator/testing';
import { engine } from '../engine/loaded';
import { credentialFor, jsonOf } from './bench';
import { by } from './looks';
import { cancelOnce, runOnce } from './once';
import { byId } from './operations/variant';
import { onWatchBench, watchAndCancel } from './watchBench';

const { productKey, firmwareId, jobId } = DEMO;
const OTHER = '169';

/** The demo fleet, and a second package of its product. */
function fleetOfTwo(): Fleet {
	const fleet = buildFleet({ devices: 3 });
	fleet.addPackage({ firmwareId: OTHER, productKey });
	return fleet;
}

/** The job of the demo package stays chosen though the package is another by now. */
const STRAY: INodeParameters = {
	productKey: by(productKey),
	firmwareId: by(OTHER),
	jobId: by(jobId),
};

const MESSAGE = `OTA Package is ${OTHER}, but the job is of package ${firmwareId}`;
const FIX =
	'A job stays chosen when the package changes. Choose the job anew, or the package that it is of.';

const ITEMS = ['testDevice1', 'testDevice2'].map((deviceNames) => ({ deviceNames }));

/** Cancels two devices, an item each. */
async function cancelBoth(
	parameters: INodeParameters,
	{ typeVersion, ...on }: EmulatorOptions & { typeVersion?: number } = {},
) {
	return await cancelOnce({
		...{ items: ITEMS, parameters, typeVersion },
		on: { fleet: fleetOfTwo(), ...on },
	});
}

const actionsOf = ({ emulator }: Awaited<ReturnType<typeof cancelOnce>>) =>
	emulator.log.map(({ action }) => action);

describe('given a job picked from the list, and then another package', () => {
	it('when tasks are cancelled by device, then the sentence tells both packages, after one read and before any cancel', async () => {
		const run = await cancelBoth(STRAY);
		expect([run.error?.message, run.error?.description]).toEqual([`${MESSAGE} [item 0]`, FIX]);
		expect(actionsOf(run)).toEqual(['QueryOTAJob']);
	});

	it('when tasks are only previewed, then the sentence is the same', async () => {
		const run = await cancelBoth({ ...STRAY, previewOnly: true });
		expect(run.error?.message).toBe(`${MESSAGE} [item 0]`);
		expect(actionsOf(run)).toEqual(['QueryOTAJob']);
	});

	it('when the workflow continues on error, then each item is told and nothing is cancelled', async () => {
		const { outputs, emulator } = await cancelOnce({
			...{ items: ITEMS, parameters: STRAY, on: { fleet: fleetOfTwo() } },
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ error: expect.stringContaining(MESSAGE) }),
			expect.objectContaining({ error: expect.stringContaining(MESSAGE) }),
		]);
		expect(emulator.log.map(({ action }) => action)).toEqual(['QueryOTAJob']);
	});

	it('when the tasks of the job are cancelled, then the sentence is the same and none is', async () => {
		const fleet = fleetOfTwo();
		const { error, emulator } = await runOnce({
			...{ resource: 'otaTask', operation: 'cancelByJob', on: { fleet } },
			parameters: { firmwareId: by(OTHER), jobId: by(jobId) },
		});
		expect([error?.message, error?.description]).toEqual([`${MESSAGE} [item 0]`, FIX]);
		expect(emulator.log.map(({ action }) => action)).toEqual(['QueryOTAJob']);
		expect(fleet.task('testDevice1')?.taskStatus).toBe('QUEUED');
	});

	it.each(['retryFailed', 'rollBack'])(
		'when %s is to put it right, then the sentence is the same and no job is created',
		async (operation) => {
			const { error, emulator } = await runOnce({
				...{ resource: 'otaJob', operation, on: { fleet: fleetOfTwo() } },
				parameters: {
					...{ firmwareId: by(OTHER), jobId: by(jobId) },
					...{ earlierFirmwareId: byId(OTHER), refuseMoreThan: 5 },
				},
			});
			expect([error?.message, error?.description]).toEqual([`${MESSAGE} [item 0]`, FIX]);
			expect(emulator.log.map(({ action }) => action)).toEqual(['QueryOTAJob']);
		},
	);
});

describe('given what does not tell that the job is of another package', () => {
	const PICKED = { ...STRAY, firmwareId: by(firmwareId) };
	const READ = 'QueryOTAJob';
	const CANCEL = 'CancelOTATaskByDevice';

	it('when the job is of the package, then it is looked at once for all items and cancelled', async () => {
		const run = await cancelBoth(PICKED);
		expect(run.error).toBeUndefined();
		expect(actionsOf(run)).toEqual([READ, CANCEL]);
	});

	it.each<[string, Fault]>([
		[
			'the look is not allowed',
			{ kind: 'code', code: 'Forbidden.RAM', shape: 'gateway', status: 403 },
		],
		['the look is refused', { kind: 'code', code: 'iot.system.SystemException' }],
		['the look is not answered', { kind: 'reset' }],
	])('when %s, then the cancel goes its way', async (_, fault) => {
		const faults: FaultPlan = ({ action }) => (action === READ ? fault : undefined);
		const run = await cancelBoth({ ...PICKED, options: { maxAttempts: 1 } }, { faults });
		expect(run.error).toBeUndefined();
		expect(actionsOf(run).slice(-2)).toEqual([READ, CANCEL]);
	});

	it.each([
		['typed', { ...PICKED, jobId: byId(jobId) }],
		['not named', { ...PICKED, jobId: by('') }],
		['given by an expression', { ...PICKED, jobId: by(`={{ '${jobId}' }}`) }],
		[
			'picked, and the package comes from an expression',
			{ ...PICKED, firmwareId: byId(`={{ '${firmwareId}' }}`) },
		],
	])('when the job is %s, then nothing is looked at', async (_, parameters) => {
		const run = await cancelBoth(parameters);
		expect(run.error).toBeUndefined();
		expect(actionsOf(run)).toEqual([CANCEL]);
	});

	it('when the node was saved with version 1, then it asks what it asked before', async () => {
		expect(actionsOf(await cancelBoth(PICKED, { typeVersion: 1 }))).toEqual([CANCEL]);
	});
});

describe('given a trigger on one job, picked from the list, and then another package', () => {
	const parameters = { scope: 'job', firmwareId: by(OTHER), jobId: by(jobId) };
	const setup = () => ({ parameters, fleet: fleetOfTwo() });

	it('when it is activated, then it says so instead of watching a job of another package', async () => {
		await onWatchBench(engine, setup(), async ({ workflow, emulator }) => {
			await expect(workflow.activate()).rejects.toMatchObject({
				message: MESSAGE,
				description: FIX,
			});
			expect(emulator.log.map(({ action }) => action)).toEqual(['QueryOTAJob']);
		});
	});

	it('when a test event is fetched, then it says so too', async () => {
		await withEmulator({ fleet: fleetOfTwo() }, async (emulator) => {
			const workflow = watchAndCancel(parameters);
			const alone = { ...workflow, nodes: workflow.nodes.slice(0, 1), connections: {} };
			const { error } = await engine.run(alone, credentialFor(emulator));
			expect([error?.message, error?.description]).toEqual([MESSAGE, FIX]);
		});
	});
});
