/* eslint-disable @n8n/community-nodes/no-restricted-globals -- never shipped: waits for the emulator to have seen requests */
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { share } from '../emulator/faults/faults';
import type { TaskStatus } from '../emulator/fleet/records';
import { Engine } from '../engine/engine';
import { credentialFor, jsonOf, onBench, pairsOf } from './bench';
import { cancelWorkflow } from './workflows';

let engine: Engine;
const logged: string[] = [];
beforeAll(async () => {
	engine = await Engine.load((line) => logged.push(line));
});

/** The line in which a stopped run tells what it has done. */
const stopLine = () => logged.find((line) => line.includes('Tuya IoT Platform: stopped.'));

const namesInLog = (line = '{}'): Record<string, string[]> => {
	const { devices } = JSON.parse(line.slice(line.indexOf('{'))) as {
		devices: Record<string, string[]>;
	};
	return devices;
};

const named = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ deviceNames: `testDevice${index + 1}` }));

const fast = { requestsPerSecond: 100, maxAttempts: 10 };

describe('Cancel by Device at scale', () => {
	it('given 10,000 items of one package, when they are cancelled, then 50 requests serve them and each has its answer', async () => {
		const fleet = buildFleet({ devices: 10_000 });
		await onBench(engine, { fleet }, async ({ emulator, run, cancels }) => {
			const { outputs, error } = await run({
				items: named(10_000),
				parameters: { options: fast },
			});

			expect(error).toBeUndefined();
			expect(outputs[0]).toHaveLength(10_000);
			expect(pairsOf(outputs[0])).toEqual(named(10_000).map((_, index) => [index]));
			expect(cancels()).toHaveLength(50);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 10_000 });
		});
	});

	it('given 3 unknown devices among 600, when they are cancelled, then 597 are accepted and exactly 3 named, in 60 requests at most', async () => {
		const fleet = buildFleet({ devices: 600 });
		const items = named(600).map((item, index) =>
			[77, 250, 599].includes(index) ? { deviceNames: `ghost${index}` } : item,
		);
		await onBench(engine, { fleet }, async ({ run, cancels }) => {
			const { outputs } = await run({
				items,
				onError: 'continueErrorOutput',
				parameters: { options: fast },
			});
			expect(outputs[0]).toHaveLength(597);
			expect(jsonOf(outputs[1]).map(({ deviceNames }) => deviceNames)).toEqual([
				'ghost77',
				'ghost250',
				'ghost599',
			]);
			expect(cancels().length).toBeLessThanOrEqual(60);
		});
	});

	it('given faults in 30 % of the answers, when 10,000 devices are cancelled, then each is reported once and no nonce is used twice', async () => {
		const fleet = buildFleet({ devices: 10_000 });
		const faults = share(
			0.3,
			[
				{ kind: 'throttle' },
				{ kind: 'reset', after: 'done' },
				{ kind: 'reset' },
				{ kind: 'status', status: 503 },
				{ kind: 'html' },
				{ kind: 'cut', after: 'done' },
				{ kind: 'hang' },
			],
			7,
		);
		await onBench(engine, { fleet, faults }, async ({ emulator, run }) => {
			const { outputs, error } = await run({
				items: named(10_000),
				parameters: { options: { ...fast, timeout: 300, output: 'perDevice' } },
			});
			expect(error).toBeUndefined();
			const names = jsonOf(outputs[0]).map(({ deviceName }) => deviceName);
			expect(names).toHaveLength(10_000);
			expect(new Set(names).size).toBe(10_000);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 10_000 });
			const nonces = emulator.log.map(({ parameters }) => parameters.SignatureNonce);
			expect(new Set(nonces).size).toBe(nonces.length);
		});
	}, 120_000);

	it('given a wrong secret, when 10,000 items come, then at most 5 requests leave and one error tells why', async () => {
		await onBench(engine, {}, async ({ run, cancels }) => {
			const { error } = await run({
				items: named(10_000),
				credential: { accessKeySecret: 'wrongSecret' },
			});
			expect(cancels().length).toBeLessThanOrEqual(5);
			expect(error?.message).toContain('(SignatureDoesNotMatch)');
		});
	});

	it('given two executions at once, when both cancel, then together they stay under the rate', async () => {
		const fleet = buildFleet({ devices: 3_000 });
		await onBench(engine, { fleet, requestsPerSecond: 10 }, async ({ emulator, run }) => {
			const half = (from: number) => named(3_000).slice(from, from + 1_500);
			await Promise.all([run({ items: half(0) }), run({ items: half(1_500) })]);
			expect(emulator.log.map(({ code }) => code)).toEqual(Array(16).fill(''));
			expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 3_000 });
		});
	});

	it('given more devices than allowed, when it runs, then nothing is sent', async () => {
		await onBench(engine, {}, async ({ emulator, run }) => {
			const { error } = await run({
				items: named(12),
				parameters: { refuseMoreThan: 10 },
			});
			expect(error?.message).toBe(
				'Device Names name 12 devices, but Refuse More Than is 10 [item 0]',
			);
			expect(emulator.log).toEqual([]);
		});
	});

	it('given a run of 50 requests, when the user stops it, then only requests under way finish and the log names what was done', async () => {
		const fleet = buildFleet({ devices: 10_000 });
		await onBench(engine, { fleet, latency: 50 }, async ({ emulator, cancels }) => {
			const items = named(10_000).map((json) => ({
				json: { productKey: DEMO.productKey, firmwareId: DEMO.firmwareId, jobId: '', ...json },
			}));
			const execution = engine.start(cancelWorkflow(), credentialFor(emulator), items);
			while (cancels().length < 5) await new Promise((resolve) => setImmediate(resolve));
			const seen = cancels().length;
			execution.stop();
			await execution.finished;
			while (!stopLine()) await new Promise((resolve) => setImmediate(resolve));
			expect(cancels().length - seen).toBeLessThanOrEqual(5);
			const devices = namesInLog(stopLine());
			expect(devices.skipped?.length).toBe(10_000 - cancels().length * 200);
			const done = Object.entries(devices).flatMap(([outcome, names]) =>
				outcome === 'skipped' ? [] : names,
			);
			expect(done).toHaveLength(cancels().length * 200);
		});
	});
});

const STATES: readonly TaskStatus[] = ['CONFIRM', 'QUEUED', 'NOTIFIED', 'IN_PROGRESS', 'SUCCEEDED'];

describe('verify and preview', () => {
	const EXPECTED = {
		testDevice1: 'cancelled',
		testDevice2: 'cancelled',
		testDevice3: 'cancelled',
		testDevice4: 'notCancellable',
		testDevice5: 'nothingToCancel',
		ghost: 'notFound',
	};
	const items = [{ deviceNames: Object.keys(EXPECTED) }];
	const fleetOfStates = () =>
		buildFleet({ devices: 5, status: (index) => STATES[index] ?? 'QUEUED' });

	it.each([
		['a job', DEMO.jobId],
		['no job', ''],
	])(
		'given devices in every state and %s, when a preview and then a verified cancel run, then both say the same',
		async (_, jobId) => {
			await onBench(engine, { fleet: fleetOfStates(), cancelDelay: 100 }, async (bench) => {
				const withJob = items.map((item) => ({ ...item, jobId }));
				const preview = await bench.run({
					items: withJob,
					parameters: { previewOnly: true },
				});
				const predicted = jsonOf(preview.outputs[0]).map(({ deviceName, wouldBe }) => [
					deviceName,
					wouldBe,
				]);
				expect(Object.fromEntries(predicted)).toEqual(EXPECTED);
				expect(bench.cancels()).toEqual([]);

				const cancel = await bench.run({
					items: withJob,
					onError: 'continueRegularOutput',
					parameters: { options: { verify: true, output: 'perDevice' } },
				});
				const outcomes = jsonOf(cancel.outputs[0]).map((json) => {
					const facts = json.details ?? json;
					return typeof facts === 'object' && facts !== null && 'deviceName' in facts
						? [facts.deviceName, 'outcome' in facts ? facts.outcome : undefined]
						: [];
				});
				expect(Object.fromEntries(outcomes)).toEqual(EXPECTED);
			});
		},
	);

	it('given a device that was cancelled before, when Nothing to Cancel is success, then the answer passes; else it is an error', async () => {
		await onBench(
			engine,
			{ fleet: buildFleet({ devices: 2, status: 'CANCELED' }) },
			async ({ run }) => {
				const again = { items: [{ deviceNames: 'testDevice1, testDevice2' }] };
				expect((await run(again)).error?.message).toBe(
					'Device testDevice1: was cancelled before (CANCELED) [item 0]',
				);
				const success = await run({
					...again,
					parameters: { options: { nothingToCancel: 'success' } },
				});
				expect(success.error).toBeUndefined();
				expect(jsonOf(success.outputs[0])).toHaveLength(1);
			},
		);
	});
});
