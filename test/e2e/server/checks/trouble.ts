/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { EmulatorOptions, Emulator } from '../../../emulator/emulator';
import { first } from '../../../emulator/faults/faults';
import { buildFleet, DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import { finishedExecution, stopExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import {
	addWorkflow,
	cancelNode,
	chain,
	manualTrigger,
	node,
	runByHand,
	type WorkflowFile,
} from '../../harness/workflows';

const { productKey, firmwareId } = DEMO;

/** Items that the trigger hands on without being run. */
function pinned(...deviceNames: Array<string | string[]>): IDataObject {
	const items = deviceNames.map((names) => ({
		json: { productKey, firmwareId, jobId: '', deviceNames: names },
	}));
	return { Start: items };
}

/** That trouble in n8n's own machinery goes the way that users expect. */
export function checkTrouble(running: () => N8n): void {
	/** Runs a workflow against an emulator; hands both to the test. */
	async function run(
		options: EmulatorOptions,
		make: (credentialId: string) => WorkflowFile,
		use: (emulator: Emulator, id: string) => Promise<void>,
	): Promise<void> {
		await withEmulator({ https: true, ...options }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const workflowId = await addWorkflow(rest, make(credentialId));
			await use(emulator, await runByHand(rest, workflowId));
		});
	}
	const finished = async (id: string) => await finishedExecution(running().rest, id);

	it('given one unknown device of three and an error branch, when it runs, then two items pass and the third tells what is wrong', async () => {
		await run({}, errorBranch, async (emulator, id) => {
			const execution = await finished(id);
			expect(execution.status).toBe('success');
			const answer = { code: '', requestId: expect.any(String), success: true };
			const trouble = {
				error: expect.stringContaining('The platform has no such device under this product'),
				message: expect.stringContaining('ghost'),
				details: { code: 'iot.device.NotExistedDevice', deviceNames: ['ghost'] },
			};
			if (running().version.startsWith('1.')) {
				// n8n 1 knows an error item by two keys at most, so one with details stays with the others.
				expect(execution.outputs('Cancelled')[0]).toMatchObject([answer, trouble, answer]);
			} else {
				expect(execution.outputs('Cancelled')[0]).toEqual([answer, answer]);
				expect(execution.outputs('Not cancelled')[0]).toMatchObject([
					{ ...trouble, asked: 'ghost' },
				]);
			}
			expect(emulator.fleet.statusOf(productKey, firmwareId, 'testDevice2')).toBe('CANCELED');
		});
	});

	it('given an unknown device and no error branch, when it runs, then the execution fails and its description names the device', async () => {
		const make = (credentialId: string) => ({
			...chain('No branch', manualTrigger(), cancelNode(credentialId)),
			pinData: pinned('ghost'),
		});
		await run({}, make, async (_, id) => {
			const { status, error } = await finished(id);
			expect(status).toBe('error');
			expect(error?.message).toBe(
				'The platform has no such device under this product (iot.device.NotExistedDevice) [item 0]',
			);
			expect(error?.description).toContain('ghost');
		});
	});

	it('given a sub-workflow that cancels, when another workflow calls it, then the answer comes back to that one', async () => {
		await withEmulator({ https: true }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const child = await addWorkflow(rest, subWorkflow(credentialId));
			const parent = await addWorkflow(rest, callerOf(child));
			const execution = await finished(await runByHand(rest, parent));
			expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
			expect(execution.outputs('Call')[0]).toMatchObject([{ code: '', success: true }]);
			expect(emulator.fleet.statusOf(productKey, firmwareId, 'testDevice1')).toBe('CANCELED');
		});
	});

	it('given Retry On Fail and a platform that is down for a moment, when it runs, then the second try succeeds', async () => {
		const make = (credentialId: string) => {
			const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
			const cancel = cancelNode(credentialId, { options: { maxAttempts: 1 } }, settings);
			return { ...chain('Retry', manualTrigger(), cancel), pinData: pinned('testDevice1') };
		};
		const faults = first(1, { kind: 'status', status: 503 });
		await run({ faults }, make, async (emulator, id) => {
			const execution = await finished(id);
			expect(execution.status).toBe('success');
			expect(execution.outputs('Cancel')[0]).toMatchObject([{ code: '', success: true }]);
			expect(emulator.log.map(({ outcome }) => outcome)).toEqual(['fault', 'answered']);
		});
	});

	it('given an execution of 1,000 requests, when it is stopped midway, then it is shown as stopped and no more are sent', async () => {
		const names = Array.from({ length: 1_000 }, (_, index) => `testDevice${index + 1}`);
		const make = (credentialId: string) => {
			const options = { devicesPerRequest: 1, requestsPerSecond: 50 };
			return {
				...chain('Stopped', manualTrigger(), cancelNode(credentialId, { options })),
				pinData: pinned(names),
			};
		};
		await run({ fleet: buildFleet({ devices: 1_000 }) }, make, async (emulator, id) => {
			while (emulator.log.length < 20) await pause(20);
			await stopExecution(running().rest, id);
			await pause(500);
			const sent = emulator.log.length;
			await pause(2_000);
			expect(emulator.log.length).toBe(sent);
			expect(sent).toBeLessThan(500);
			expect((await finished(id)).status).toBe('canceled');
		});
	});
}

/** Names three devices, of which the platform knows two. */
function errorBranch(credentialId: string): WorkflowFile {
	const asked = {
		assignments: {
			assignments: [
				{
					id: '1',
					name: 'asked',
					type: 'string',
					value: "={{ $('Start').item.json.deviceNames }}",
				},
			],
		},
		includeOtherFields: true,
		options: {},
	};
	const to = (target: string) => [{ node: target, type: 'main', index: 0 }];
	return {
		name: 'Error branch',
		nodes: [
			manualTrigger(),
			cancelNode(credentialId, {}, { onError: 'continueErrorOutput' }),
			node('Cancelled', 'n8n-nodes-base.noOp', 1, {}),
			node('Not cancelled', 'n8n-nodes-base.set', 3.4, asked),
		],
		connections: {
			Start: { main: [to('Cancel')] },
			Cancel: { main: [to('Cancelled'), to('Not cancelled')] },
		},
		pinData: pinned('testDevice1', 'ghost', 'testDevice2'),
		settings: { executionOrder: 'v1' },
	};
}

function subWorkflow(credentialId: string): WorkflowFile {
	const trigger = node('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
		inputSource: 'passthrough',
	});
	return chain('Cancels for others', trigger, cancelNode(credentialId));
}

function callerOf(workflowId: string): WorkflowFile {
	const call = node('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
		workflowId: { __rl: true, mode: 'id', value: workflowId },
		mode: 'once',
		options: { waitForSubWorkflow: true },
	});
	return { ...chain('Calls another', manualTrigger(), call), pinData: pinned('testDevice1') };
}
