import type { Execution } from '../../engine/engine';
import { isRecord } from '../../../platform';
import type { Emulator } from '../../emulator/emulator';
import { DENIED, type Fault } from '../../emulator/faults/faults';
import { rolledOut } from '../../emulator/fleet/rolledOut';
import { engine } from '../../engine/loaded';
import { quickTime } from '../../support/quickTime';
import { jsonOf } from '../bench';
import { onOperations } from '../operations/bench';
import type { OperationBench } from '../operations/bench';
import {
	factsOf,
	jobId,
	names,
	newJobs,
	retryFailed,
	tasksOfNewJobs,
	toldBy,
} from './reissueBench';

quickTime();

const DOWN: Fault = { kind: 'reset' };
const BOTH_JOBS = { jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };

/** Two items, for two jobs in each of which three devices have failed and one waits. */
function scene() {
	const fleet = rolledOut({ FAILED: 3, QUEUED: 1 });
	const other = fleet.addJob({ firmwareId: '168', utcCreate: '2024-11-18T08:00:00.000Z' });
	for (const deviceName of names(5, 7)) {
		fleet.addTask({ jobId: other.jobId, deviceName, taskStatus: 'FAILED' });
	}
	return { fleet, items: [jobId, other.jobId].map((id) => ({ json: { id } })) };
}

/** What a run tells of each device, in its items or in the details of its error. */
function toldOf(execution: Execution): ReadonlyArray<Readonly<Record<string, unknown>>> {
	const { devices } = toldBy(execution);
	const ofError: readonly unknown[] = Array.isArray(devices) ? devices : [];
	return [...jsonOf(execution.outputs[0]).map(factsOf), ...ofError.filter(isRecord)];
}

/** Devices for which a job was made: each is to be told with that job, as created or as not seen. */
function expectAllTold(emulator: Emulator, execution: Execution): void {
	const told = toldOf(execution).filter((facts) => (facts.jobId ?? '') !== '');
	const inJobs = tasksOfNewJobs(emulator).flat();
	expect(told.map((facts) => [facts.deviceName, facts.jobId])).toEqual(
		inJobs.map(({ deviceName, jobId: job }) => [deviceName, job]),
	);
	for (const { outcome } of told) expect(['created', 'unknown']).toContain(outcome);
}

async function runBoth(
	use: (bench: OperationBench, run: (goesOn: boolean) => Promise<Execution>) => Promise<void>,
): Promise<void> {
	const { fleet, items } = scene();
	await onOperations(engine, { fleet }, async (bench) => {
		const run = async (goesOn: boolean) =>
			await retryFailed(bench, {
				items: [...items],
				parameters: BOTH_JOBS,
				...(goesOn ? { onError: 'continueRegularOutput' } : {}),
			});
		await use(bench, run);
	});
}

describe('Retry Failed for two items', () => {
	it.each<[string, boolean, Fault, boolean]>([
		['every request from there on is refused and the node goes on', true, DENIED, true],
		['every request from there on is refused and the node stops', true, DENIED, false],
		['one request gets no answer and the node goes on', false, DOWN, true],
		['one request gets no answer and the node stops', false, DOWN, false],
	])(
		'given %s, wherever it begins, when it runs, then it is told, each device of a new job is told with that job, and a second run brings the rest',
		async (_, isLasting, fault, goesOn) => {
			let requests = 0;
			await runBoth(async ({ emulator }, run) => {
				expect((await run(true)).error).toBeUndefined();
				expect(newJobs(emulator).flat()).toHaveLength(6);
				requests = emulator.log.length;
			});
			for (let failing = 1; failing <= requests; failing++) {
				await runBoth(async ({ emulator }, run) => {
					emulator.setFaults(({ index }) =>
						index === failing || (isLasting && index > failing) ? fault : undefined,
					);
					const first = await run(goesOn);
					expectAllTold(emulator, first);
					const errors = jsonOf(first.outputs[0]).filter((json) => 'error' in json);
					const isTold = goesOn ? errors.length > 0 : first.error !== undefined;
					// A look at a new job that gets no answer is taken again.
					const newIds = new Set(tasksOfNewJobs(emulator).flatMap(([task]) => task?.jobId ?? []));
					const asked = emulator.log[failing - 1]?.parameters.JobId ?? '';
					const isLookedAgain = !isLasting && newIds.has(asked);
					expect([failing, isTold || isLookedAgain]).toEqual([failing, true]);

					emulator.setFaults(undefined);
					await run(true);
					expect(newJobs(emulator).flat().toSorted()).toEqual([...names(1, 3), ...names(5, 7)]);
				});
			}
		},
	);

	/** A run in which nothing is answered once the first new job is there. */
	async function runCutOffBy(fault: Fault) {
		let told: { message?: string; description?: string | null } = {};
		let looks = 0;
		await runBoth(async ({ emulator, seen }, run) => {
			let isCreated = false;
			emulator.setFaults(({ action = '' }) => {
				if (isCreated) return fault;
				isCreated = action === 'CreateOTAStaticUpgradeJob';
				return undefined;
			});
			const { error } = await run(false);
			const job = tasksOfNewJobs(emulator).flat()[0]?.jobId ?? '';
			expect(error?.message).toContain(
				`Device testDevice1: job ${job} was created for it, but its tasks could not be read by ListOTATaskByJob: `,
			);
			told = { message: error?.message, description: error?.description };
			looks = seen('ListOTATaskByJob').filter(({ parameters }) => parameters.JobId === job).length;
		});
		return { ...told, looks };
	}

	it('given a new job that may not be read, when it was created, then its devices are told with the reason and the remedy, and it is asked for once', async () => {
		const { message, description, looks } = await runCutOffBy(DENIED);
		expect(message).toContain(
			'The key belongs to a sub-account that was not granted this action (Forbidden.RAM) [item 0]',
		);
		expect(description).toMatch(
			/^3 devices: 3 unknown\. .*can grant this action.* Look at that job, wait some minutes and run this again/,
		);
		expect(looks).toBe(1);
	});

	it('given a platform that answers no more, when a new job was created, then it is looked at for half a minute, and the text says what to do next and nothing else', async () => {
		const { description, looks } = await runCutOffBy(DOWN);
		expect(description).toMatch(
			/^3 devices: 3 unknown\. Not done: testDevice1, testDevice2, testDevice3\. Look at that job, wait some minutes and run this again/,
		);
		expect(looks).toBe(6);
	});
});
