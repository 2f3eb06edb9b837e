import type { INodeParameters } from 'n8n-workflow';
import { ACTIONS, isAction } from '../../../platform';
import type { ActionName } from '../../../platform';
import type { EmulatorOptions } from '../../emulator/emulator';
import { onRequest } from '../../emulator/faults/faults';
import type { Fault, FaultPlan } from '../../emulator/faults/faults';
import { DEMO } from '../../emulator/fleet/fleets';
import { uploaded } from '../../emulator/storage/uploading';
import { Engine } from '../../engine/engine';
import { jsonOf } from '../bench';
import { onOperations } from './bench';
import type { OperationBench } from './bench';
import { byId } from './variant';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load();
});

const ofProduct = { productKey: byId(DEMO.productKey) };
const roll = { ...ofProduct, firmwareId: byId(DEMO.firmwareId), targetDeviceName: 'testDevice7' };
const uploadedPackage = {
	...{ firmwareName: 'lamp-102', destVersion: '1.0.2', fileFrom: 'url' },
	...{ firmwareUrl: '={{ $json.firmwareUrl }}', firmwareSign: '74b5b5e9570efc5c0553bb327cd41940' },
};

/** The operation of each action that makes something anew each time. */
const CREATES: ReadonlyArray<[ActionName, string, string, INodeParameters]> = [
	['CreateOTAStaticUpgradeJob', 'otaJob', 'createStatic', roll],
	['CreateOTAVerifyJob', 'otaJob', 'createVerification', roll],
	['CreateOTAFirmware', 'otaPackage', 'create', uploadedPackage],
	['CreateOTAModule', 'otaModule', 'create', { ...ofProduct, moduleName: 'wifi' }],
];

const DOUBTS: ReadonlyArray<[string, Fault]> = [
	['the connection is closed', { kind: 'reset', after: 'done' }],
	['no answer comes in time', { kind: 'hang', after: 'done' }],
	['the status is 503', { kind: 'status', status: 503, after: 'done' }],
	['the answer breaks off', { kind: 'cut', after: 'done' }],
];

const LOOK_FIRST =
	'It may have been done all the same, and doing it again would make a second one: look for it before you execute the node again.';

/** A fault for the first request of an action, whatever was sent before. */
function firstOf(action: string, fault: Fault): FaultPlan {
	let isDone = false;
	return (request) => {
		if (isDone || request.action !== action) return undefined;
		isDone = true;
		return fault;
	};
}

async function runCreate(
	[action, resource, operation, fields]: (typeof CREATES)[number],
	fault: Fault,
	check: (bench: OperationBench, run: Awaited<ReturnType<OperationBench['run']>>) => void,
): Promise<void> {
	const options: EmulatorOptions = {};
	await onOperations(engine, options, async (bench) => {
		const { emulator } = bench;
		const otaPackage = emulator.fleet.package(DEMO.firmwareId);
		if (otaPackage && action === 'CreateOTAVerifyJob') otaPackage.status = 0;
		const needsFile = action === 'CreateOTAFirmware';
		const firmwareUrl = needsFile ? await uploaded(emulator, 'firmware') : '';
		emulator.setFaults(firstOf(action, fault));
		const parameters = { ...fields, options: { maxAttempts: 3, timeout: 500 } };
		const items = [{ json: { firmwareUrl } }];
		check(bench, await bench.run({ resource, operation, parameters, items }));
	});
}

describe('What makes something anew each time', () => {
	it('given the actions of the platform, when those that create are looked for, then all are tried here', () => {
		const creating = Object.keys(ACTIONS)
			.filter(isAction)
			.filter((action) => ACTIONS[action].effect === 'create');
		expect(CREATES.map(([action]) => action).sort()).toEqual(creating.sort());
	});

	it.each(CREATES.flatMap((create) => DOUBTS.map(([what, fault]) => ({ create, what, fault }))))(
		'given $create.0, when $what, then it is not sent again and the error says to look first',
		async ({ create, fault }) => {
			await runCreate(create, fault, ({ seen }, { error }) => {
				expect(seen(create[0])).toHaveLength(1);
				expect(error?.description).toBe(LOOK_FIRST);
			});
		},
	);

	it.each(CREATES)(
		'given %s, when the platform throttles it, then it is sent again',
		async (...create) => {
			await runCreate(create, { kind: 'throttle' }, ({ seen }, { error, outputs }) => {
				expect(error).toBeUndefined();
				expect(seen(create[0])).toHaveLength(2);
				expect(jsonOf(outputs[0])).toMatchObject([{ success: true }]);
			});
		},
	);

	it('given a change, when the connection is closed, then it is sent again, for that leaves the same behind', async () => {
		const faults = onRequest(1, { kind: 'reset', after: 'done' });
		await onOperations(engine, { faults }, async ({ emulator, run }) => {
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'modify' },
				parameters: { firmwareId: byId(DEMO.firmwareId), firmwareName: 'lamp-2' },
			});
			expect(error).toBeUndefined();
			expect(emulator.log).toHaveLength(2);
		});
	});

	it('given a delete that is done but not answered, when the repeat finds nothing, then the error says that it may be done', async () => {
		const faults = onRequest(1, { kind: 'reset', after: 'done' });
		await onOperations(engine, { faults }, async ({ emulator, run }) => {
			emulator.fleet.addPackage({ productKey: DEMO.productKey, firmwareId: '200' });
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'delete' },
				parameters: { firmwareId: byId('200') },
			});
			expect(error?.message).toMatch(/iot\.firmware\.FirmwareNotFound/);
			expect(error?.description).toMatch(
				/^An attempt before got no answer and may have done it: look whether it is done already\. /,
			);
			expect(emulator.fleet.package('200')).toBeUndefined();
		});
	});

	it('given an upload URL that does not come, when a package is created from a file, then nobody is told that there may be a package', async () => {
		await onOperations(engine, {}, async ({ emulator, seen, run }) => {
			emulator.setFaults(({ action }) =>
				action === 'GenerateOTAUploadURL' ? { kind: 'reset' } : undefined,
			);
			const data = Buffer.from('firmware').toString('base64');
			const binary = { data: { data, mimeType: 'application/octet-stream', fileName: 'a.bin' } };
			const { error } = await run({
				...{ resource: 'otaPackage', operation: 'create', items: [{ json: {}, binary }] },
				parameters: {
					...{ firmwareName: 'lamp-102', destVersion: '1.0.2' },
					options: { maxAttempts: 1 },
				},
			});
			expect(error?.description).not.toBe(LOOK_FIRST);
			expect(error?.description).toMatch(/Execute the node again/);
			expect(seen('CreateOTAFirmware')).toEqual([]);
		});
	});
});
