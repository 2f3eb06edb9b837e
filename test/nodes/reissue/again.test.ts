import type { Fault, FaultPlan } from '../../emulator/faults/faults';
import { engine } from '../../engine/loaded';
import { jsonOf } from '../bench';
import { onOperations } from '../operations/bench';
import type { OperationBench } from '../operations/bench';
import {
	names,
	newJobs,
	outcomes,
	retryFailed,
	rollBack,
	toldBy,
	toldOutcomes,
} from './reissueBench';
import { rolledOut } from '../../emulator/fleet/rolledOut';
import { quickTime } from '../../support/quickTime';

quickTime();

const CREATE = 'CreateOTAStaticUpgradeJob';
const LOST: Fault = { kind: 'hang', after: 'done' };
const GONE: Fault = { kind: 'reset' };

/** A fault for the n-th create. */
function onCreate(n: number, fault: Fault): FaultPlan {
	let seen = 0;
	return ({ action }) => (action === CREATE && ++seen === n ? fault : undefined);
}

/** As if the process were killed: from the n-th create on nothing gets through any more. */
function deadFrom(n: number): FaultPlan {
	let seen = 0;
	return ({ action }) => {
		if (action === CREATE) seen++;
		return seen >= n ? GONE : undefined;
	};
}

function expectOnce({ emulator }: OperationBench, all: readonly string[]): void {
	const placed = newJobs(emulator).flat();
	expect(placed.toSorted()).toEqual([...all].toSorted());
}

describe('Roll Back that does not come to its end', () => {
	it('given the process is killed between the first and the second job, when it runs again, then the rest goes into jobs and no device into two', async () => {
		await onOperations(engine, { fleet: rolledOut({ SUCCEEDED: 500 }) }, async (bench) => {
			bench.emulator.setFaults(deadFrom(2));
			await rollBack(bench);
			expect(newJobs(bench.emulator)).toHaveLength(1);
			const first = newJobs(bench.emulator).flat().length;

			bench.emulator.setFaults(undefined);
			const again = await rollBack(bench);
			expect(again.error).toBeUndefined();
			expect(outcomes(again)).toEqual({ alreadyInJob: first, created: 500 - first });
			expectOnce(bench, names(1, 500));
		});
	});

	it('given a create that times out after it was carried out, when it runs, then nothing after it is sent, each device is told, and the next run finds the job', async () => {
		await onOperations(engine, { fleet: rolledOut({ SUCCEEDED: 500 }) }, async (bench) => {
			bench.emulator.setFaults(onCreate(2, LOST));
			const options = { timeout: 500 };
			const ran = await rollBack(bench, { options });
			const [first = [], second = []] = newJobs(bench.emulator);
			const rest = 500 - first.length - second.length;
			expect(toldOutcomes(ran)).toEqual({
				...{ created: first.length, unknown: second.length, skipped: rest },
			});
			expect(bench.seen(CREATE)).toHaveLength(2);
			expect(ran.error?.message).toMatch(/the request to create its job got no answer/);
			expect(ran.error?.description).toMatch(/it looks before it creates anything/);
			expect(toldBy(ran).createdJobs).toHaveLength(1);

			bench.emulator.setFaults(undefined);
			const again = await rollBack(bench);
			expect(again.error).toBeUndefined();
			expect(outcomes(again)).toEqual({ alreadyInJob: 500 - rest, created: rest });
			expectOnce(bench, names(1, 500));
		});
	});

	it('given Retry On Fail, when a create is carried out and not answered, then the next try finds it and every device is in one job', async () => {
		await onOperations(engine, { fleet: rolledOut({ SUCCEEDED: 500 }) }, async (bench) => {
			bench.emulator.setFaults(onCreate(2, { kind: 'reset', after: 'done' }));
			const ran = await rollBack(bench, { retryOnFail: true });
			expect(ran.error).toBeUndefined();
			expectOnce(bench, names(1, 500));
			expect(ran.hints.map(({ message }) => message)).toContainEqual(
				expect.stringMatching(/devices were put into a job in an earlier try of this node/),
			);
			const [first = [], second = []] = newJobs(bench.emulator);
			expect(outcomes(ran)).toEqual({
				...{ created: 500 - second.length, alreadyInJob: second.length },
			});
			const told = jsonOf(ran.outputs[0]).slice(0, first.length);
			expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
		});
	});

	it('given Retry On Fail and a create that surely did not arrive, when the next try runs, then its devices are sent again and no others', async () => {
		await onOperations(engine, { fleet: rolledOut({ FAILED: 300 }) }, async (bench) => {
			bench.emulator.setFaults(
				onCreate(1, { kind: 'code', code: 'iot.common.RamActionPermissionDeny' }),
			);
			const ran = await retryFailed(bench, { retryOnFail: true });
			expect(ran.error).toBeUndefined();
			expectOnce(bench, names(1, 300));
			expect(outcomes(ran)).toEqual({ created: 300 });
		});
	});

	it('given Retry On Fail and two items, when the second fails once, then the devices of the first are told as created and not sent again', async () => {
		const fleet = rolledOut({ FAILED: 3 });
		const other = fleet.addJob({ firmwareId: '168' });
		for (const deviceName of names(4, 6)) {
			fleet.addTask({ jobId: other.jobId, deviceName, taskStatus: 'FAILED' });
		}
		await onOperations(engine, { fleet }, async (bench) => {
			bench.emulator.setFaults(
				onCreate(2, { kind: 'code', code: 'iot.common.RamActionPermissionDeny' }),
			);
			const items = ['1836340779212660001', other.jobId].map((id) => ({ json: { id } }));
			const ran = await retryFailed(bench, {
				...{ retryOnFail: true, items },
				parameters: { jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			});
			expect(ran.error).toBeUndefined();
			expect(outcomes(ran)).toEqual({ created: 6 });
			expectOnce(bench, names(1, 6));
		});
	});
});
