/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fleet } from '../../../emulator/fleet/fleet';
import { buildFleet, DEMO } from '../../../emulator/fleet/fleets';
import { Rollout } from '../../../emulator/fleet/rollout';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import { executionsOf, finishedExecution, type Execution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { activate, addWorkflow, deactivate } from '../../harness/workflows';

const EXAMPLE = 'watch-and-cancel.json';
const TRIGGER = 'When a roll-out goes wrong';
const DEVICES = 1_000;
/** What passes for the roll-out from one poll to the next, ms. n8n polls once a minute at most. */
const BETWEEN_POLLS = 3 * 60_000;
/** Requests that are further apart belong to different polls, ms. */
const QUIET = 10_000;
const TWO_POLLS_IN = 150_000;

/** What came of a roll-out that an active workflow has watched. */
export interface Watched {
	/** How many executions there were when the workflow was activated. */
	readonly executionsBefore: number;
	readonly execution: Execution;
	/** How many devices were in which state after that execution. */
	readonly states: ReturnType<Fleet['countByStatus']>;
	/** How many executions there were when no device was installing any more. */
	readonly executionsAfter: number;
}

/** Lets the active example watch a roll-out of which 8 % fail, until all devices have come to their ends. */
export async function watchRollout(n8n: N8n): Promise<Watched> {
	const fleet = buildFleet({ devices: DEVICES });
	const rollout = playedBetweenPolls(fleet);
	return await withEmulator({ https: true, fleet, rollout }, async (emulator) => {
		const credentialId = await addCredential(n8n.rest, credentialData(emulator));
		const id = await addWorkflow(n8n.rest, readExample(EXAMPLE, credentialId, emulator.url));
		await activate(n8n, id);
		const executions = async () => await executionsOf(n8n.rest, id);
		const executionsBefore = (await executions()).length;
		await until(async () => (await executions()).length > executionsBefore);
		const [started] = await executions();
		const execution = await finishedExecution(n8n.rest, started?.id ?? '');
		const states = fleet.countByStatus();
		await until(async () => fleet.countByStatus().IN_PROGRESS === 0);
		await pause(QUIET / 2);
		const executionsAfter = (await executions()).length;
		await deactivate(n8n, id);
		return { executionsBefore, execution, states, executionsAfter };
	});
}

/** That an active workflow stops a roll-out that goes wrong, without a hand. */
export function checkWatch(watched: () => Promise<Watched>): void {
	it('given the active example and a roll-out of which 8 % fail, when n8n polls, then one execution cancels every device still cancellable', async () => {
		const { executionsBefore, execution, states, executionsAfter } = await watched();
		expect(executionsBefore).toBe(0);
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
		const [[event] = []] = execution.outputs(TRIGGER);
		expect(event).toMatchObject({ event: 'jobGoesWrong', jobId: DEMO.jobId });
		const { FAILED, SUCCEEDED, IN_PROGRESS, CANCELED, ...open } = states;
		expect(event?.counts).toMatchObject({ FAILED, SUCCEEDED, IN_PROGRESS, CANCELED: 0 });
		expect(event?.deviceNames).toHaveLength(CANCELED);
		expect(CANCELED).toBeGreaterThan(DEVICES / 2);
		expect(open).toEqual({ QUEUED: 0, CONFIRM: 0, NOTIFIED: 0 });
		// The devices that were installing come to their ends as before: no second event.
		expect(executionsAfter).toBe(1);
	});
}

/** A roll-out with a clock of its own, which stands still while n8n polls and cancels. */
function playedBetweenPolls(fleet: Fleet): Pick<Rollout, 'advance'> {
	const startsAt = Date.now();
	const rollout = new Rollout(fleet, { jobId: DEMO.jobId, failingPercent: 8, startsAt });
	let time = startsAt - 1;
	let last: number | undefined;
	return {
		advance: (now) => {
			if (last !== undefined && now - last > QUIET) time += BETWEEN_POLLS;
			last = now;
			rollout.advance(time);
		},
	};
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + TWO_POLLS_IN;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error('It has not come to that in time');
		await pause(500);
	}
}
