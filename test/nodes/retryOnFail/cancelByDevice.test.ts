import type { IDataObject } from 'n8n-workflow';
import type { Fault, FaultPlan } from '../../emulator/faults/faults';
import { engine } from '../../engine/loaded';
import { credentialFor, jsonOf, onBench, pairsOf } from '../bench';
import type { Bench } from '../bench';
import { cancelWorkflow } from '../workflows';
import { quickTime } from '../../support/quickTime';

quickTime();

const ONE_BY_ONE = { maxAttempts: 1, devicesPerRequest: 1, requestsPerSecond: 100 };
const FAILS: Fault = { kind: 'status', status: 503 };
const ITEMS = [{ deviceNames: 'testDevice1' }, { deviceNames: 'testDevice2' }];
const HINT =
	/^(.*) accepted in an earlier try of this node \(Retry On Fail\), and not sent again\.$/;

/** A fault for the first so many cancels that name a device. */
function onCancelOf(name: string, fault: Fault, times = 1): FaultPlan {
	let left = times;
	return ({ parameters }) =>
		parameters.Action === 'CancelOTATaskByDevice' &&
		Object.entries(parameters).some(
			([key, value]) => key.startsWith('DeviceName.') && value === name,
		) &&
		left-- > 0
			? fault
			: undefined;
}

/** The devices that each cancel named, in the order in which they were sent. */
function sentIn({ cancels }: Bench): string[] {
	return cancels().map(({ parameters }) =>
		Object.entries(parameters)
			.flatMap(([key, value]) => (key.startsWith('DeviceName.') ? [value] : []))
			.join(),
	);
}

const earlier = (hints: ReadonlyArray<{ message: string }>) =>
	hints.flatMap(({ message }) => HINT.exec(message)?.[1] ?? []);

describe('Cancel by Device under Retry On Fail', () => {
	it('given a device whose request fails once, when n8n runs the node again, then the other is not sent again and both are told as accepted', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice2', FAILS));
			const parameters = { options: ONE_BY_ONE };
			const ran = await bench.run({ items: ITEMS, parameters, retryOnFail: true });
			expect(ran.error).toBeUndefined();
			expect(jsonOf(ran.outputs[0])).toEqual([
				expect.objectContaining({ success: true }),
				expect.objectContaining({ success: true }),
			]);
			expect(pairsOf(ran.outputs[0])).toEqual([[0], [1]]);
			expect(sentIn(bench).sort()).toEqual(['testDevice1', 'testDevice2', 'testDevice2']);
			expect(earlier(ran.hints)).toEqual(['1 device was']);
		});
	});

	it('given a device that fails in every try, when the node ends with an error, then it tells what the first try had accepted', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice2', FAILS, 2));
			const parameters = { options: ONE_BY_ONE };
			const { error } = await bench.run({ items: ITEMS, parameters, retryOnFail: true });
			expect(error?.description).toMatch(/^Of 2 devices: 1 accepted, 1 not cancelled\. /);
			const [first] = bench.cancels();
			const details = error && 'context' in error ? error.context.details : undefined;
			expect(details).toMatchObject({
				devices: [
					{ deviceName: 'testDevice1', outcome: 'accepted', requestId: expect.any(String) },
					{ deviceName: 'testDevice2', outcome: 'unknown' },
				],
			});
			expect(first?.outcome).toBe('answered');
			expect(sentIn(bench).sort()).toEqual(['testDevice1', 'testDevice2', 'testDevice2']);
		});
	});

	it.each<[string, string[]]>([
		['one device', ['testDevice1']],
		['devices that share a request', ['testDevice1', 'testDevice2']],
	])(
		'given %s whose cancel is done but not answered, when the next try is refused, then a look-up shows them cancelled',
		async (_, deviceNames) => {
			await onBench(engine, {}, async (bench) => {
				bench.emulator.setFaults(onCancelOf('testDevice1', { kind: 'reset', after: 'done' }));
				const { error, outputs } = await bench.run({
					items: [{ deviceNames }],
					parameters: { options: { maxAttempts: 1, output: 'perDevice' } },
					retryOnFail: true,
				});
				expect(error).toBeUndefined();
				expect(jsonOf(outputs[0])).toEqual(
					deviceNames.map((deviceName) =>
						expect.objectContaining({ deviceName, outcome: 'cancelled' }),
					),
				);
			});
		},
	);

	it('given a device with nothing to cancel beside one that fails once, when the next try looks, then nothing is told that was not seen', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice2', FAILS));
			const items = [...ITEMS, { deviceNames: 'testDevice6' }];
			const parameters = { options: { ...ONE_BY_ONE, output: 'perDevice' } };
			const { error } = await bench.run({ items, parameters, retryOnFail: true });
			const details = error && 'context' in error ? error.context.details : undefined;
			expect(details).toMatchObject({
				devices: [
					{ deviceName: 'testDevice1', outcome: 'accepted' },
					{ deviceName: 'testDevice2', outcome: 'accepted' },
					{ deviceName: 'testDevice6', outcome: 'nothingToCancel' },
				],
			});
		});
	});

	it('given On Error continues, when the first item fails once, then each item comes out as accepted', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice1', FAILS));
			const { outputs } = await bench.run({
				...{ items: ITEMS, parameters: { options: ONE_BY_ONE } },
				...{ retryOnFail: true, onError: 'continueRegularOutput' },
			});
			expect(jsonOf(outputs[0])).toMatchObject([{ success: true }, { success: true }]);
			expect(sentIn(bench).sort()).toEqual(['testDevice1', 'testDevice1', 'testDevice2']);
		});
	});

	it('given Combine Items is off, when two items name a device of which one request fails once, then each keeps an answer of its own', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice2', FAILS));
			const items = [{ deviceNames: 'testDevice1' }, { deviceNames: 'testDevice1,testDevice2' }];
			const options = { ...ONE_BY_ONE, combineItems: false, nothingToCancel: 'success' };
			const ran = await bench.run({
				...{ items, retryOnFail: true },
				parameters: { options: { ...options, output: 'perDevice' } },
			});
			expect(ran.error).toBeUndefined();
			expect(jsonOf(ran.outputs[0]).map(({ deviceName }) => deviceName)).toEqual([
				...['testDevice1', 'testDevice1', 'testDevice2'],
			]);
			expect(pairsOf(ran.outputs[0])).toEqual([[0], [1], [1]]);
		});
	});

	it('given Verify, when a device fails once, then those of the first try are verified in the second as well', async () => {
		await onBench(engine, {}, async (bench) => {
			bench.emulator.setFaults(onCancelOf('testDevice2', FAILS));
			const options: IDataObject = { ...ONE_BY_ONE, verify: true, verifyTimeout: 2_500 };
			const { error, outputs } = await bench.run({
				...{ items: ITEMS, retryOnFail: true },
				parameters: { options: { ...ONE_BY_ONE, ...options, output: 'perDevice' } },
			});
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0])).toMatchObject([
				{ deviceName: 'testDevice1', outcome: 'cancelled' },
				{ deviceName: 'testDevice2', outcome: 'cancelled' },
			]);
		});
	});

	it('given the node runs twice in one execution, as in a loop, when the second run names the same device, then that is no try of the first', async () => {
		await onBench(engine, {}, async (bench) => {
			const workflow = cancelWorkflow({
				...{ retryOnFail: true, onError: 'continueRegularOutput' },
				parameters: { deviceNames: 'testDevice1', options: ONE_BY_ONE },
			});
			const to = { node: 'Tuya', type: 'main', index: 0 } as const;
			const items = [{ json: { productKey: 'k1nhvyl0001', firmwareId: '168' } }];
			const { run } = await engine.run(
				{ ...workflow, connections: { Trigger: { main: [[to, to]] } } },
				credentialFor(bench.emulator),
				items,
			);
			const runs = run.data.resultData.runData.Tuya?.map(({ data }) =>
				jsonOf(data?.main?.[0] ?? []),
			);
			expect(runs).toEqual([
				[expect.objectContaining({ success: true })],
				[expect.objectContaining({ error: expect.stringContaining('was cancelled before') })],
			]);
		});
	});
});
