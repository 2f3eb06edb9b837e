import { ACTIONS, isAction } from '../../../platform';
import { onRequest } from '../../emulator/faults/faults';
import type { Fault, FaultPlan } from '../../emulator/faults/faults';
import { DEMO } from '../../emulator/fleet/fleets';
import { engine } from '../../engine/loaded';
import type { Execution } from '../../engine/engine';
import { jsonOf } from '../bench';
import { onOperations } from './bench';
import type { OperationBench } from './bench';
import { runOn } from './runVariant';
import { byId, nameOf } from './variant';
import { VARIANTS } from './variants';
import { runOnce } from '../once';

const CREATING = Object.keys(ACTIONS)
	.filter(isAction)
	.filter((action) => ACTIONS[action].effect === 'create');

/** The operation of each action that makes something anew each time, in the first of its ways. */
const CREATES = CREATING.map((action) => {
	const variant = VARIANTS.find((one) => one.action === action);
	if (!variant) throw new Error(`No operation calls ${action}`);
	return { variant, action, name: nameOf(variant) };
});

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
	{ action, variant }: (typeof CREATES)[number],
	fault: Fault,
	check: (bench: OperationBench, run: Execution) => void,
): Promise<void> {
	await onOperations(engine, {}, async (bench) => {
		const { execution } = await runOn(bench, variant, {
			parameters: { options: { maxAttempts: 3, timeout: 500 } },
			ready: (emulator) => emulator.setFaults(firstOf(action, fault)),
		});
		check(bench, execution);
	});
}

describe('What makes something anew each time', () => {
	it('given the actions of the platform, when those that create are looked for, then there are some', () => {
		expect(CREATING.length).toBeGreaterThan(0);
	});

	it.each(CREATES.flatMap((create) => DOUBTS.map(([what, fault]) => ({ ...create, what, fault }))))(
		'given $name with $action, when $what, then it is not sent again and the error says to look first',
		async (create) => {
			await runCreate(create, create.fault, ({ seen }, { error }) => {
				expect(seen(create.action)).toHaveLength(1);
				expect(error?.description).toBe(LOOK_FIRST);
			});
		},
	);

	it.each(CREATES)(
		'given $name with $action, when the platform throttles it, then it is sent again',
		async (create) => {
			await runCreate(create, { kind: 'throttle' }, ({ seen }, { error, outputs }) => {
				expect(error).toBeUndefined();
				expect(seen(create.action)).toHaveLength(2);
				expect(jsonOf(outputs[0])).toMatchObject([{ success: true }]);
			});
		},
	);

	it('given a change, when the connection is closed, then it is sent again, for that leaves the same behind', async () => {
		const faults = onRequest(1, { kind: 'reset', after: 'done' });
		const { error, emulator } = await runOnce({
			on: { faults },
			...{ resource: 'otaPackage', operation: 'update' },
			parameters: { firmwareId: byId(DEMO.firmwareId), firmwareName: 'lamp-2' },
		});
		expect(error).toBeUndefined();
		expect(emulator.log).toHaveLength(2);
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
