/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import { z } from 'zod';
import { Fleet } from '../../../emulator/fleet/fleet';
import { DEMO, namesOf } from '../../../emulator/fleet/fleets';
import { NEXT } from '../../../emulator/fleet/rolledOut';
import { Rollouts } from '../../../emulator/fleet/rollouts';
import { withEmulator } from '../../../emulator/testing';
import { listening } from '../../../support/localServer';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import { executionsOf, finishedExecution, readExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { activate, addWorkflow, deactivate, node, runByHand } from '../../harness/workflows';
import type { WorkflowFile } from '../../harness/workflows';

export const STAGED_EXAMPLE = 'staged-roll-out.json';
const CHAT = 'https://chat.example.org/hooks/firmware';
const DEVICES = 400;
/** n8n polls once a minute; each stage takes a poll or two. */
const ALL_STAGES_IN = 12 * 60_000;
const LOOK_AGAIN = 2_000;
/** A test waits for as long as the stages may take, so that it fails with what has happened until then. */
const TOLD_IN = ALL_STAGES_IN + 60_000;
const NEXT_POLL_IN = 70_000;
/** A device is told, loads and ends within this. Ms. */
const SOON = { notifiedFor: 200, installingFor: 800, devicesPerMinute: 60_000 };

/** What came of a roll-out in stages. */
export interface Staged {
	/** The number of devices of each job, oldest first. */
	readonly jobs: readonly number[];
	readonly states: ReturnType<Fleet['countByStatus']>;
	/** What the team was told. */
	readonly told: readonly string[];
}

/** Lets the active example roll a package out that all devices take well. */
export async function rollOutWell(n8n: N8n): Promise<Staged> {
	return await rollOut(n8n, { failing: 0, ends: ' is complete.' });
}

/** The same with a package that passes its verification and fails on half of the devices after it. */
export async function rollOutBadly(n8n: N8n): Promise<Staged> {
	return await rollOut(n8n, { failing: 50, ends: 'The roll-out was stopped.' });
}

/** What a firmware does, and the text that the roll-out ends with. */
interface Firmware {
	readonly failing: number;
	readonly ends: string;
}

async function rollOut(n8n: N8n, { failing, ends }: Firmware): Promise<Staged> {
	const fleet = unverifiedFleet();
	const rollout = new Rollouts(fleet, (place) =>
		// A bad stage takes its time, so that there is something left to stop.
		failing > 0 && place > 0
			? { failingPercent: failing, ...SOON, devicesPerMinute: 6 }
			: { failingPercent: 0, ...SOON },
	);
	const told: string[] = [];
	const chat = await listening(
		createServer(async (request, response) => {
			const body = z.object({ text: z.string() }).parse(JSON.parse(await text(request)));
			told.push(body.text);
			response.end('{}');
		}),
	);
	try {
		return await withEmulator({ https: true, fleet, rollout }, async (emulator) => {
			const credentialId = await addCredential(n8n.rest, credentialData(emulator));
			const example = readExample(STAGED_EXAMPLE, credentialId, emulator.url);
			const id = await addWorkflow(n8n.rest, withPeople(example, chat.url));
			await activate(n8n, id);
			const start = await runByHand(n8n.rest, id, 'Start here');
			expect((await finishedExecution(n8n.rest, start)).status).toBe('success');
			await until(
				() => told.some((said) => said.includes(ends)),
				async () => {
					const states = JSON.stringify(fleet.countByStatus());
					return `${states}, told: ${JSON.stringify(told)}, ${await executionsTold(n8n, id)}`;
				},
			);
			await pause(NEXT_POLL_IN);
			await deactivate(n8n, id);
			const jobs = fleet.jobs.map(({ jobId }) => fleet.tasksOfJob(jobId).length);
			return { jobs, states: fleet.countByStatus(), told };
		});
	} finally {
		await chat.stop();
	}
}

/** Devices on the old version, and a package that is not verified yet. */
function unverifiedFleet(): Fleet {
	const fleet = new Fleet();
	const { productKey } = DEMO;
	const { firmwareId } = NEXT;
	fleet.addProduct({ productKey });
	fleet.addPackage({ firmwareId, productKey, destVersion: '1.0.1', status: 0 });
	for (const deviceName of namesOf(DEVICES)) fleet.addDevice({ productKey, deviceName });
	return fleet;
}

/** The example with a chat that listens, and a person who says yes at once. */
function withPeople(example: WorkflowFile, chat: string): WorkflowFile {
	const yes = { mode: 'raw', jsonOutput: '{ "data": { "approved": true } }', options: {} };
	const nodes = example.nodes.map((each: INode) => {
		const { name, position } = each;
		if (name === 'Ask a person') return node(name, 'n8n-nodes-base.set', 3.4, yes, { position });
		return each.parameters.url === CHAT
			? { ...each, parameters: { ...each.parameters, url: chat } }
			: each;
	});
	return { ...example, nodes };
}

/** That the example leads a roll-out through its stages, and stops a bad one in the first. */
export function checkStaged(well: () => Promise<Staged>, badly: () => Promise<Staged>): void {
	it(
		'given the active staged example and a sound package, when it is started, then it goes from the verification to all devices, each named once',
		async () => {
			const { jobs, states, told } = await well();
			expect(jobs).toEqual([2, 18, 80, 200, 100]);
			expect(states).toMatchObject({ SUCCEEDED: DEVICES, QUEUED: 0, FAILED: 0, CANCELED: 0 });
			expect(told.at(-1)).toBe(
				`Package ${NEXT.firmwareId}: all ${DEVICES} devices have had the update. The roll-out is complete.`,
			);
		},
		TOLD_IN,
	);

	it(
		'given the active staged example and a bad package that passes its verification, when it is started, then the first stage is stopped and no other begins',
		async () => {
			const { jobs, states, told } = await badly();
			expect(jobs).toEqual([2, 18]);
			expect(states.CANCELED).toBeGreaterThan(0);
			expect(states).toMatchObject({ QUEUED: 0, NOTIFIED: 0 });
			expect(told).toEqual([
				expect.stringMatching(/^Package 169: 18 more devices get the update, 20 of 400 in all\.$/),
				expect.stringMatching(/^The roll-out was stopped\. .+ devices were stopped/),
			]);
		},
		TOLD_IN,
	);
}

/** How the executions of a workflow have ended, each with its error. */
async function executionsTold(n8n: N8n, workflowId: string): Promise<string> {
	const all = await executionsOf(n8n.rest, workflowId);
	const lines = all.map(async ({ id, status }) => {
		if (status !== 'error') return `${id} ${status}`;
		const { error } = await readExecution(n8n.rest, id);
		return `${id} ${status}: ${error?.message}`;
	});
	return `executions, newest first: ${(await Promise.all(lines)).join('; ')}`;
}

async function until(isSo: () => boolean, standing: () => Promise<string>): Promise<void> {
	const deadline = Date.now() + ALL_STAGES_IN;
	while (!isSo()) {
		if (Date.now() > deadline) {
			throw new Error(`It has not come to that in time: ${await standing()}`);
		}
		await pause(LOOK_AGAIN);
	}
}
