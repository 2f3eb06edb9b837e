import { EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET } from '../emulator/emulator';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { DENIED, type Fault } from '../emulator/faults/faults';
import { engine } from '../engine/loaded';
import { credentialFor } from './bench';
import { MINUTE, onWatchBench, watchAndCancel } from './watchBench';

/** One attempt a request, so that a fault is not waited out within a poll. */
const ONE_ATTEMPT = { maxAttempts: 1 };

const DOWN: Fault = { kind: 'status', status: 503 };

/** A package one job of which has gone wrong: 60 of 100 finished devices failed, 150 wait. */
const badFleet = () =>
	buildFleet({
		devices: 250,
		status: (index) => (index < 60 ? 'FAILED' : index < 100 ? 'SUCCEEDED' : 'QUEUED'),
	});

describe('given a platform that does not answer', () => {
	it('when polls fail one after the other, then the fault is thrown once, and again after one that went through', async () => {
		const setup = { failingPercent: 8, options: ONE_ATTEMPT };
		await onWatchBench(engine, setup, async ({ emulator, workflow, pass }) => {
			await workflow.activate();
			const thrown: string[] = [];
			const pollWith = async (fault: Fault | undefined) => {
				emulator.setFaults(() => fault);
				const { error } = await workflow.poll();
				thrown.push(error?.message ?? '');
			};
			for (const fault of [DOWN, DOWN, DOWN, DENIED, DOWN, DENIED]) await pollWith(fault);
			expect(thrown).toEqual([
				expect.stringMatching(/ServiceUnavailable/),
				'',
				'',
				expect.stringMatching(/Forbidden\.RAM/),
				'',
				'',
			]);

			await pollWith(undefined);
			await pollWith(DOWN);
			expect(thrown.slice(6)).toEqual(['', expect.stringMatching(/ServiceUnavailable/)]);

			pass(3 * MINUTE);
			emulator.setFaults(undefined);
			expect((await workflow.poll()).items).toHaveLength(1);
		});
	});

	it('when a fault is thrown, then neither it nor the log holds key, secret or signature', async () => {
		await onWatchBench(engine, { options: ONE_ATTEMPT }, async ({ emulator, workflow }) => {
			await workflow.activate();
			emulator.setFaults(() => ({ kind: 'reset' }));
			const { error } = await workflow.poll();
			const told = JSON.stringify([error, error?.message, error?.stack, engine.logLines]);
			expect(error).toBeDefined();
			for (const secret of [EMULATOR_ACCESS_KEY_ID, EMULATOR_ACCESS_KEY_SECRET, 'Signature=']) {
				expect(told).not.toContain(secret);
			}
		});
	});

	it('when a user activates the workflow, then the fault shows each time', async () => {
		const setup = { options: ONE_ATTEMPT, faults: () => DOWN };
		await onWatchBench(engine, setup, async ({ workflow, again }) => {
			await expect(workflow.activate()).rejects.toThrow(/ServiceUnavailable/);
			await expect(again().activate()).rejects.toThrow(/ServiceUnavailable/);
		});
	});

	it('when n8n itself starts the workflow, then it becomes active and the next poll reports', async () => {
		const setup = { options: ONE_ATTEMPT, faults: () => DOWN };
		await onWatchBench(engine, setup, async ({ workflow }) => {
			expect(await workflow.restart()).toMatchObject({ items: [], error: undefined });
			expect((await workflow.poll()).error?.message).toMatch(/ServiceUnavailable/);
			expect((await workflow.poll()).error).toBeUndefined();
		});
	});
});

describe('given a job that has gone wrong', () => {
	const existing = { ...ONE_ATTEMPT, startWith: 'existing' };

	it('when its list breaks off in the middle, then the next poll tells it, once and whole', async () => {
		const fleet = badFleet();
		const setup = { fleet, failingPercent: undefined, options: ONE_ATTEMPT };
		await onWatchBench(engine, setup, async ({ emulator, workflow }) => {
			await workflow.activate();
			const { jobId } = fleet.addJob({ firmwareId: DEMO.firmwareId });
			const status = (index: number) => (index < 60 ? 'FAILED' : 'QUEUED');
			buildFleet({ devices: 250, jobId, status, name: (index) => `new${index}`, into: fleet });
			emulator.setFaults(({ parameters }) =>
				parameters.CurrentPage === '2' ? { kind: 'cut' } : undefined,
			);
			expect((await workflow.poll()).items).toEqual([]);
			emulator.setFaults(undefined);
			const { items } = await workflow.poll();
			expect(items).toMatchObject([{ jobId, sample: 60 }]);
			expect(items[0]?.deviceNames).toHaveLength(190);
			expect((await workflow.poll()).items).toEqual([]);
		});
	});

	it.each([
		['throttles', { faults: ({ index }: { index: number }) => throttled(index) }],
		['answers in PascalCase', { letterCase: 'pascal' as const }],
		['prints bare lists', { listShape: 'bare' as const }],
		['prints IDs as numbers', { bareNumbers: true }],
		['has a clock that is an hour off', { clockOffset: 3_600_000 }],
	])('when the platform %s, then the event is the same', async (_, emulatorOptions) => {
		const setup = { fleet: badFleet(), options: { startWith: 'existing' }, ...emulatorOptions };
		await onWatchBench(engine, setup, async ({ workflow }) => {
			const { items } = await workflow.activate();
			expect(items).toMatchObject([
				{ productKey: DEMO.productKey, firmwareId: DEMO.firmwareId, jobId: DEMO.jobId },
			]);
			expect(items[0]).toMatchObject({ failureRate: 60, sample: 100, failures: 60 });
			expect(items[0]?.deviceNames).toHaveLength(150);
		});
	});

	it('when the platform answers in XML, then the fault says what to set', async () => {
		const setup = {
			fleet: badFleet(),
			options: existing,
			faults: () => ({ kind: 'xml' as const }),
		};
		await onWatchBench(engine, setup, async ({ workflow }) => {
			await expect(workflow.activate()).rejects.toMatchObject({
				message: expect.stringMatching(/answered in XML/),
				description: expect.stringMatching(/Set Common Parameters/),
			});
		});
	});

	it('when a poll has not come back, then the next one does nothing', async () => {
		const setup = { fleet: badFleet(), options: existing, latency: 50 };
		await onWatchBench(engine, setup, async ({ workflow, again, emulator }) => {
			const first = workflow.activate();
			expect((await again().poll()).items).toEqual([]);
			const requests = emulator.log.length;
			expect((await first).items).toHaveLength(1);
			expect(emulator.log.length).toBeGreaterThan(requests);
		});
	});
});

describe('given a package that is not there', () => {
	it('when a user activates the workflow, then the fault says so', async () => {
		const parameters = { firmwareId: { __rl: true, mode: 'id', value: '999' } };
		await onWatchBench(engine, { parameters }, async ({ workflow }) => {
			await expect(workflow.activate()).rejects.toThrow(/FirmwareNotFound/);
		});
	});
});

describe('given fields that cannot be used', () => {
	it.each([
		['no package', { firmwareId: { __rl: true, mode: 'id', value: ' ' } }, /OTA Package is empty/],
		['a threshold above 100', { threshold: 500 }, /Failure Threshold \(%\) is 500/],
		['a sample of half a device', { minimumSample: 0.5 }, /Minimum Sample is 0\.5/],
	])('when they hold %s, then the fault names the field', async (_, parameters, sentence) => {
		await onWatchBench(engine, { parameters }, async ({ workflow, emulator }) => {
			await expect(workflow.activate()).rejects.toThrow(sentence);
			expect(emulator.log).toEqual([]);
		});
	});
});

describe('given a test run in the editor', () => {
	it.each([
		['jobGoesWrong', { event: 'jobGoesWrong', failureRate: 60, sample: 100 }],
		['taskFailed', { event: 'taskFailed', jobId: DEMO.jobId, deviceName: 'testDevice1' }],
		['jobFinished', { event: 'jobFinished', jobId: DEMO.jobId, sample: 100 }],
	])('when %s is watched, then a real sample shows at once', async (event, sample) => {
		await onWatchBench(engine, { fleet: badFleet() }, async ({ emulator }) => {
			const { nodes, ...rest } = watchAndCancel({ event });
			const workflow = { ...rest, nodes: nodes.slice(0, 1), connections: {} };
			const { outputs, error } = await engine.run(workflow, credentialFor(emulator));
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.json).toMatchObject(sample);
		});
	});

	it('when there is no job, then a sentence says that there is nothing to show', async () => {
		const fleet = buildFleet({ devices: 0 });
		fleet.addPackage({ firmwareId: '169', productKey: DEMO.productKey });
		await onWatchBench(engine, { fleet }, async ({ emulator }) => {
			const firmwareId = { __rl: true, mode: 'id', value: '169' };
			const workflow = watchAndCancel({ firmwareId });
			const { error } = await engine.run(workflow, credentialFor(emulator));
			expect(error?.message).toBe('There is nothing to show yet');
		});
	});
});

function throttled(index: number): Fault | undefined {
	return index === 1 ? { kind: 'throttle' } : undefined;
}
