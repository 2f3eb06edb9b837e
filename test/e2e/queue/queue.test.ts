/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../emulator/emulator';
import { buildFleet, DEMO } from '../../emulator/fleet/fleets';
import { withEmulator } from '../../emulator/testing';
import { addCredential, credentialData } from '../harness/credentials';
import { executionsOf, finishedExecution, type Execution } from '../harness/executions';
import { callWebhook } from '../harness/webhook';
import {
	activate,
	addWorkflow,
	cancelNode,
	chain,
	manualTrigger,
	node,
	runByHand,
} from '../harness/workflows';
import { say } from '../set-up/say';
import { NEWEST } from '../set-up/versions';
import { startCluster, type Cluster } from './cluster';

const EXECUTIONS = 40;
const DEVICES_EACH = 50;
const DEVICES = EXECUTIONS * DEVICES_EACH;
/** n8n's default. */
const AT_ONCE_ON_A_WORKER = 10;
const ALL_ENDED_IN = 180_000;
const UNFINISHED = new Set(['new', 'running', 'waiting', 'unknown']);

/** The names of the devices that the execution of this number cancels. */
const namesOf = (execution: number) =>
	Array.from(
		{ length: DEVICES_EACH },
		(_, index) => `testDevice${execution * DEVICES_EACH + index + 1}`,
	);

describe(`n8n ${NEWEST}`, () => {
	describe('queue mode with two workers', () => {
		let cluster: Cluster;
		beforeAll(async () => {
			cluster = await startCluster();
		});
		afterAll(async () => await cluster?.stop());

		it('given a workflow that a person runs in the editor, when it has ended, then a worker has cancelled and its answer is shown', async () => {
			await withEmulator({ https: true }, async (emulator) => {
				const { rest } = cluster.main;
				const cancel = cancelNode(await addCredential(rest, credentialData(emulator)));
				const { productKey, firmwareId } = DEMO;
				const id = await addWorkflow(rest, {
					...chain('By hand', manualTrigger(), cancel),
					pinData: { Start: [{ json: { productKey, firmwareId, deviceNames: 'testDevice1' } }] },
				});
				const execution = await finishedExecution(rest, await runByHand(rest, id));
				expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
				expect(execution.outputs('Cancel')[0]).toMatchObject([{ code: '', success: true }]);
				const logs = cluster.workers.map((worker) => worker.log()).join('');
				expect(logs).toContain(`execution ${execution.id} `);
			});
		});

		it('given 40 webhooks at once with 50 devices each and 10 requests a second, when all have ended, then 2,000 of 2,000 devices are cancelled and each answer is right', async () => {
			const fleet = buildFleet({ devices: DEVICES });
			await withEmulator({ https: true, fleet, requestsPerSecond: 10 }, async (emulator) => {
				const workflowId = await addAlert(cluster, emulator, 'at-once', 'lastNode');
				const responses = await Promise.all(
					numbers().map(async (number) => await call(cluster, 'at-once', number)),
				);
				const bodies = await Promise.all(responses.map(async (each) => await each.json()));
				const answer = { code: '', requestId: expect.any(String), success: true };
				expect(bodies).toEqual(numbers().map(() => [answer]));
				expect(new Set(bodies.map(([{ requestId }]) => requestId)).size).toBe(EXECUTIONS);

				const executions = await allEnded(cluster, workflowId);
				expect(executions.map(({ status }) => status)).toEqual(numbers().map(() => 'success'));
				expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: DEVICES, QUEUED: 0 });
				expect(cancelledTwice(emulator)).toEqual([]);
			});
		});

		it('given the same while one worker is killed midway, then every execution is done or shown as failed, and repeating the alerts of those makes it 2,000 of 2,000', async () => {
			const fleet = buildFleet({ devices: DEVICES });
			const emulation = { https: true, fleet, requestsPerSecond: 10, latency: 300 };
			await withEmulator(emulation, async (emulator) => {
				const workflowId = await addAlert(cluster, emulator, 'killed', 'onReceived', {
					devicesPerRequest: 25,
					// An execution that is run again finds devices that its first run has cancelled.
					nothingToCancel: 'success',
				});
				await Promise.all(numbers().map(async (number) => await call(cluster, 'killed', number)));
				while (fleet.countByStatus().CANCELED < DEVICES / 4) await pause(50);
				await cluster.workers[0]?.kill();

				const executions = await allEnded(cluster, workflowId);
				const failed = executions.filter(({ status }) => status !== 'success');
				expect(executions).toHaveLength(EXECUTIONS);
				expect(failed.length).toBeLessThanOrEqual(AT_ONCE_ON_A_WORKER);
				for (const { error } of failed) expect(error?.message).not.toBe('');
				const open = fleet.countByStatus().QUEUED;
				const isOpen = (name: string) => fleet.task(name)?.taskStatus === 'QUEUED';
				const unserved = numbers().filter((number) => namesOf(number).some(isOpen));
				expect(unserved.length).toBeLessThanOrEqual(failed.length);

				// n8n's own Retry gives such an execution its old end. But an alert that is not over comes again.
				for (const number of unserved) await call(cluster, 'killed', number);
				const before = new Set(executions.map(({ id }) => id));
				const again = (await allEnded(cluster, workflowId)).filter(({ id }) => !before.has(id));
				expect(again.map(({ status }) => status)).toEqual(unserved.map(() => 'success'));
				expect(fleet.countByStatus()).toMatchObject({ CANCELED: DEVICES, QUEUED: 0 });
				say(
					`  Killed worker: ${failed.length} of ${EXECUTIONS} executions shown as failed, ${open} of ${DEVICES} devices open, all cancelled when their alerts came again. Devices named in two or more answered cancels: ${cancelledTwice(emulator).length}.`,
				);
			});
		});
	});
});

const numbers = () => Array.from({ length: EXECUTIONS }, (_, index) => index);

/** A workflow that cancels what a webhook names. Returns its id. */
async function addAlert(
	{ main }: Cluster,
	emulator: Emulator,
	path: string,
	responseMode: 'lastNode' | 'onReceived',
	options: IDataObject = {},
): Promise<string> {
	const parameters = { httpMethod: 'POST', path, responseMode, responseData: 'allEntries' };
	const webhook = node('Alert', 'n8n-nodes-base.webhook', 2, parameters, { webhookId: path });
	const cancel = cancelNode(await addCredential(main.rest, credentialData(emulator)), {
		productKey: { __rl: true, mode: 'id', value: DEMO.productKey },
		firmwareId: { __rl: true, mode: 'id', value: DEMO.firmwareId },
		jobId: { __rl: true, mode: 'id', value: '' },
		deviceNames: '={{ $json.body.deviceNames }}',
		options: { maxAttempts: 10, ...options },
	});
	const id = await addWorkflow(main.rest, chain(`Alerts by ${path}`, webhook, cancel));
	await activate(main, id);
	return id;
}

async function call({ main }: Cluster, path: string, number: number): Promise<Response> {
	const response = await callWebhook(main, path, { deviceNames: namesOf(number) });
	expect(response.status).toBe(200);
	return response;
}

/** Waits until every execution of a workflow has ended, and reads them all. */
async function allEnded({ main: { rest } }: Cluster, workflowId: string): Promise<Execution[]> {
	const deadline = Date.now() + ALL_ENDED_IN;
	for (;;) {
		const executions = await executionsOf(rest, workflowId);
		if (!executions.some(({ status }) => UNFINISHED.has(status))) {
			return await Promise.all(executions.map(async ({ id }) => await finishedExecution(rest, id)));
		}
		if (Date.now() > deadline) {
			throw new Error(
				`Still unfinished: ${JSON.stringify(countBy(executions.map((e) => e.status)))}`,
			);
		}
		await pause(500);
	}
}

/** The devices that more than one answered cancel has named. */
function cancelledTwice({ log }: Emulator): string[] {
	const names = log
		.filter(({ outcome, action }) => outcome === 'answered' && action === 'CancelOTATaskByDevice')
		.flatMap(({ parameters }) => Object.entries(parameters))
		.filter(([name]) => /^DeviceName\.\d+$/.test(name))
		.map(([, value]) => value);
	return Object.entries(countBy(names))
		.filter(([, count]) => count > 1)
		.map(([name]) => name);
}

function countBy(values: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}
