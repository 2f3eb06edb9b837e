import type { INodeParameters } from 'n8n-workflow';
import { ACTIONS, isAction } from '../../../platform';
import type { ActionName } from '../../../platform';
import type { Fault, FaultPlan } from '../../emulator/faults/faults';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import type { Engine } from '../../engine/engine';
import { engine } from '../../engine/loaded';
import { jsonOf, pairsOf } from '../bench';
import { onOperations } from '../operations/bench';
import { byId, DELETED, DONE, nameOf } from '../operations/variant';
import type { Variant } from '../operations/variant';
import { VARIANTS } from '../operations/variants';
import { runOnce } from '../once';
import { quickTime } from '../../support/quickTime';

quickTime();

/** A no that leaves no doubt. */
const REFUSES: Fault = { kind: 'code', code: 'iot.common.RamActionPermissionDeny' };
const LOST: Fault = { kind: 'reset', after: 'done' };
const OPTIONS = { maxAttempts: 1, requestsPerSecond: 100 };
const roll = {
	...{ productKey: byId(DEMO.productKey), firmwareId: byId(DEMO.firmwareId) },
	targetDeviceName: 'testDevice7',
};

/** A fault for the n-th request of an action. */
function onNth(n: number, wanted: ActionName, fault: Fault): FaultPlan {
	let seen = 0;
	return ({ action }) => (action === wanted && ++seen === n ? fault : undefined);
}

/** Whatever makes or changes something, each operation in the first of its ways. */
const WRITES = VARIANTS.filter(
	({ action, operation }, place) =>
		ACTIONS[action].effect !== 'read' &&
		operation !== 'cancelByDevice' &&
		VARIANTS.findIndex((other) => other.action === action) === place,
);

const CREATES = WRITES.filter(({ action }) => ACTIONS[action].effect === 'create');

/** Runs a way of an operation, its second item's request having a fault once. */
async function runTwoItems(
	{ action, resource, operation, fields, prepare, binary }: Variant,
	fault: Fault,
	onError?: 'continueRegularOutput',
) {
	const ran: Array<{ outcomes: string[]; execution: Awaited<ReturnType<Engine['run']>> }> = [];
	await onOperations(engine, {}, async ({ emulator, run, seen }) => {
		const json = (await prepare?.(emulator)) ?? {};
		const before = seen(action).length;
		emulator.setFaults(onNth(2, action, fault));
		const item = { json, ...(binary ? { binary } : {}) };
		const parameters = { ...fields, options: OPTIONS };
		const items = [item, item];
		const settings = { retryOnFail: true, ...(onError ? { onError } : {}) };
		const execution = await run({ resource, operation, parameters, items, ...settings });
		const outcomes = seen(action).slice(before);
		ran.push({ execution, outcomes: outcomes.map(({ outcome }) => outcome) });
	});
	const [first] = ran;
	if (!first) throw new Error(`${operation} did not run`);
	return first;
}

describe('What makes or changes something, under Retry On Fail', () => {
	it('given the operations, when those that write are looked for, then there are some of either kind', () => {
		const creating = Object.keys(ACTIONS)
			.filter(isAction)
			.filter((action) => ACTIONS[action].effect === 'create');
		expect(creating.length).toBeGreaterThan(0);
		expect(CREATES.map(({ action }) => action).sort()).toEqual(creating.sort());
		expect(WRITES.length).toBeGreaterThan(CREATES.length);
	});

	it.each(WRITES.map((variant) => ({ ...variant, name: nameOf(variant) })))(
		'given $name, when the second item fails in the first try, then the first is sent once and its answer goes to the second try',
		async (variant) => {
			const { outcomes, execution } = await runTwoItems(variant, REFUSES);
			// The same thing twice is refused for some of them: then the second try says so.
			expect(outcomes).toEqual(['answered', 'fault', expect.stringMatching(/answered|refused/)]);
			const { error, outputs } = execution;
			const done = variant.operation === 'delete' ? DELETED : { success: true };
			if (outcomes[2] === 'refused') {
				const details = error && 'context' in error ? error.context.details : undefined;
				expect(details).toMatchObject({ done: [done] });
			} else {
				expect(jsonOf(outputs[0])).toMatchObject([done, done]);
				expect(pairsOf(outputs[0])).toEqual([[0], [1]]);
			}
		},
	);

	it.each(CREATES.map((variant) => ({ ...variant, name: nameOf(variant) })))(
		'given $name, when it may have been done in the first try, then the second does not make another and says to look',
		async (variant) => {
			const { outcomes, execution } = await runTwoItems(variant, LOST);
			expect(outcomes).toEqual(['answered', 'fault']);
			expect(execution.error?.description).toMatch(/^It may have been done all the same/);
		},
	);

	it('given jobs, when the first item fails once and On Error continues, then each job is created once', async () => {
		await onOperations(engine, {}, async ({ emulator, run, seen }) => {
			emulator.setFaults(onNth(1, 'CreateOTAStaticUpgradeJob', REFUSES));
			const { outputs, hints } = await run({
				...{ resource: 'otaJob', operation: 'createStatic', retryOnFail: true },
				parameters: { ...roll, targetDeviceName: '={{ $json.name }}', options: OPTIONS },
				items: [{ json: { name: 'testDevice7' } }, { json: { name: 'testDevice8' } }],
				onError: 'continueRegularOutput',
			});
			const made = seen('CreateOTAStaticUpgradeJob').filter(
				({ outcome }) => outcome === 'answered',
			);
			expect(made.map(({ parameters }) => parameters['TargetDeviceName.1'])).toEqual([
				...['testDevice8', 'testDevice7'],
			]);
			expect(jsonOf(outputs[0])).toMatchObject([{ success: true }, { success: true }]);
			expect(pairsOf(outputs[0])).toEqual([[0], [1]]);
			expect(hints.map(({ message }) => message)).toEqual([
				'1 item was carried out in an earlier try of this node (Retry On Fail), and not sent again.',
			]);
		});
	});

	it('given an item whose fields differ from try to try, when it was done in the first, then it is not done again', async () => {
		await onOperations(engine, {}, async ({ emulator, run, seen }) => {
			emulator.setFaults(onNth(2, 'CreateOTAModule', REFUSES));
			const parameters: INodeParameters = {
				productKey: byId(DEMO.productKey),
				moduleName: '={{ "m" + Math.random().toString().slice(2, 12) }}',
				options: OPTIONS,
			};
			const items = [{ json: {} }, { json: {} }];
			const { error } = await run({
				...{ resource: 'otaModule', operation: 'create', parameters, items, retryOnFail: true },
			});
			expect(error).toBeUndefined();
			expect(seen('CreateOTAModule')).toHaveLength(3);
		});
	});

	it('given packages of files, when the second fails in the first try, then the file of the first is uploaded once', async () => {
		await onOperations(engine, {}, async ({ emulator, run, seen }) => {
			emulator.setFaults(onNth(2, 'CreateOTAFirmware', REFUSES));
			const data = Buffer.from('firmware').toString('base64');
			const binary = { data: { data, mimeType: 'application/octet-stream', fileName: 'a.bin' } };
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'create', retryOnFail: true },
				items: [
					{ json: { version: '1.0.2' }, binary },
					{ json: { version: '1.0.3' }, binary },
				],
				parameters: {
					...{ firmwareName: '=lamp{{ $itemIndex }}', destVersion: '={{ $json.version }}' },
					...{ productKey: byId(DEMO.productKey), options: OPTIONS },
				},
			});
			expect(error).toBeUndefined();
			expect(seen('GenerateOTAUploadURL')).toHaveLength(3);
			expect(seen('CreateOTAFirmware').map(({ outcome }) => outcome)).toEqual([
				...['answered', 'fault', 'answered'],
			]);
		});
	});

	it('given a list that takes two requests, when the second fails in the first try, then the first is sent once', async () => {
		const fleet = buildFleet({ devices: 20, status: 'CONFIRM' });
		await onOperations(engine, { fleet }, async ({ emulator, run, seen }) => {
			emulator.setFaults(onNth(2, 'ConfirmOTATask', REFUSES));
			const taskIds = fleet.tasks.map(({ taskId }) => taskId);
			const { outputs, error } = await run({
				...{ resource: 'otaTask', operation: 'confirm', retryOnFail: true },
				parameters: { taskId: taskIds.join(), options: OPTIONS },
			});
			expect(error).toBeUndefined();
			const sent = seen('ConfirmOTATask').map(({ parameters, outcome }) => [
				parameters['TaskId.1'],
				outcome,
			]);
			expect(sent).toHaveLength(3);
			expect(sent.map(([, outcome]) => outcome)).toEqual(['answered', 'fault', 'answered']);
			expect(sent[2]?.[0]).toBe(sent[1]?.[0]);
			expect(jsonOf(outputs[0])).toEqual([DONE, DONE]);
		});
	});

	it('given a delete that is done but not answered, when the second try finds nothing, then the error says that it may be done', async () => {
		await onOperations(engine, {}, async ({ emulator, run }) => {
			emulator.fleet.addPackage({ productKey: DEMO.productKey, firmwareId: '200' });
			emulator.setFaults(onNth(1, 'DeleteOTAFirmware', LOST));
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'delete', retryOnFail: true },
				parameters: { firmwareId: byId('200'), options: OPTIONS },
			});
			expect(error?.message).toMatch(/iot\.firmware\.FirmwareNotFound/);
			expect(error?.description).toMatch(/^An attempt before got no answer and may have done it/);
		});
	});

	it('given a read, when the second item fails in the first try, then both are read anew', async () => {
		await onOperations(engine, {}, async ({ emulator, run, seen }) => {
			emulator.setFaults(onNth(2, 'QueryOTAFirmware', REFUSES));
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'get', retryOnFail: true },
				parameters: { firmwareId: byId(DEMO.firmwareId), options: OPTIONS },
				items: [{ json: {} }, { json: {} }],
			});
			expect(error).toBeUndefined();
			expect(seen('QueryOTAFirmware')).toHaveLength(4);
		});
	});

	it('given the platform has refused everything since, when the second try begins, then what the first has done still comes out', async () => {
		await onOperations(engine, {}, async ({ emulator, run, seen }) => {
			let requests = 0;
			emulator.setFaults(() => {
				const fault: Fault = {
					kind: 'code',
					code: 'InvalidAccessKeyId.NotFound',
					shape: 'gateway',
				};
				return [REFUSES, undefined, fault][requests++];
			});
			const { outputs } = await run({
				...{ resource: 'otaJob', operation: 'createStatic', retryOnFail: true },
				parameters: { ...roll, targetDeviceName: '={{ $json.name }}', options: OPTIONS },
				items: [{ json: { name: 'testDevice7' } }, { json: { name: 'testDevice8' } }],
				onError: 'continueRegularOutput',
			});
			expect(jsonOf(outputs[0])).toEqual([
				expect.objectContaining({ error: expect.any(String) }),
				expect.objectContaining({ success: true }),
			]);
			expect(seen('CreateOTAStaticUpgradeJob')).toHaveLength(3);
		});
	});
});

describe('The answer to a write', () => {
	it('given no fault, when the node may be run again, then it runs once and hints at nothing', async () => {
		const { outputs, hints, emulator } = await runOnce({
			...{ resource: 'otaModule', operation: 'create', retryOnFail: true },
			parameters: { productKey: byId(DEMO.productKey), moduleName: 'wifi', options: OPTIONS },
		});
		expect(jsonOf(outputs[0])).toEqual([DONE]);
		expect(emulator.log).toHaveLength(1);
		expect(hints).toEqual([]);
	});
});
