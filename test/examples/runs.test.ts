import type { IWorkflowBase } from 'n8n-workflow';
import type { Emulator } from '../emulator/emulator';
import { DEMO, namesOf } from '../emulator/fleet/fleets';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { MANUAL_TRIGGER } from '../engine/nodeTypes';
import { readWorkflow } from '../engine/workflowFile';
import { credentialFor } from '../nodes/bench';
import { runExample, statesOf } from './engineRuns';
import type { ExampleRun } from './engineRuns';
import { readExample } from './files';
import { standIns } from './standIns';
import type { Outside } from './standIns';

const outside: Outside = { approves: false, formAnswer: {}, rows: [], told: [] };
let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(undefined, standIns(outside));
});
beforeEach(() => {
	Object.assign(outside, { approves: false, formAnswer: {}, rows: [] });
	outside.told.length = 0;
});

async function play(name: string, look: (run: ExampleRun) => void): Promise<void> {
	await withEmulator({}, async (emulator) => {
		const run = await runExample(engine, emulator, name);
		expect(run.execution.error).toBeUndefined();
		look(run);
	});
}

const ACCEPTED = { code: '', requestId: expect.any(String), success: true };
const actionsIn = ({ log }: Emulator) => log.map(({ action }) => action);

describe('an example on the engine', () => {
	it('given an alert, when alert-to-cancel.json runs, then both devices are cancelled', async () => {
		await play('alert-to-cancel.json', ({ emulator, of }) => {
			expect(of('Cancel OTA tasks')).toEqual([ACCEPTED]);
			expect(statesOf(emulator, 'testDevice1', 'testDevice2')).toEqual(['CANCELED', 'CANCELED']);
		});
	});

	it('given an approval, when webhook-with-approval.json runs, then the preview is answered and the devices are cancelled', async () => {
		outside.formAnswer = { Decision: 'Cancel them' };
		await play('webhook-with-approval.json', ({ emulator, of }) => {
			const preview = ['cancelled', 'cancelled', 'notCancellable'].map((wouldBe) =>
				expect.objectContaining({ wouldBe }),
			);
			expect(JSON.parse(String(outside.told[0]?.value))).toEqual({
				approveAt: expect.stringContaining('http'),
				preview,
			});
			expect(outside.told[1]?.form).toMatch(/^2 of 3 devices can still be spared/);
			expect(of('Cancel OTA tasks')).toHaveLength(3);
			expect(statesOf(emulator, 'testDevice1', 'testDevice2', 'testDevice5')).toEqual([
				...['CANCELED', 'CANCELED', 'IN_PROGRESS'],
			]);
		});
	});

	it('given a refusal, when webhook-with-approval.json runs, then nothing is cancelled', async () => {
		outside.formAnswer = { Decision: 'Let it run' };
		await play('webhook-with-approval.json', ({ emulator, of }) => {
			expect(of('Nothing was cancelled')).toHaveLength(1);
			expect(actionsIn(emulator)).not.toContain('CancelOTATaskByDevice');
		});
	});

	it('given tasks without a change for long, when schedule-stuck-tasks.json runs, then the waiting ones are cancelled and read back', async () => {
		await play('schedule-stuck-tasks.json', ({ emulator, of }) => {
			const cleaned = of('Cleaned up');
			expect(cleaned.length).toBeGreaterThan(0);
			expect(cleaned.every(({ outcome }) => outcome === 'cancelled')).toBe(true);
			const { QUEUED, NOTIFIED, CONFIRM } = emulator.fleet.countByStatus();
			expect([QUEUED, NOTIFIED]).toEqual([0, 0]);
			expect(CONFIRM).toBeGreaterThan(0);
			expect(actionsIn(emulator)).toContain('CancelOTATaskByDevice');
		});
	});

	it('given rows of a CSV file, when csv-batch-cancel.json runs, then each device comes out at its end', async () => {
		const { productKey, firmwareId, jobId } = DEMO;
		const row = { productKey, firmwareId, jobId };
		outside.rows = ['testDevice1', 'testDevice2', 'ghost'].map((deviceName) => ({
			...row,
			deviceName,
		}));
		await play('csv-batch-cancel.json', ({ of }) => {
			expect(of('Cancelled')).toMatchObject([
				{ deviceName: 'testDevice1' },
				{ deviceName: 'testDevice2' },
			]);
			expect(of('Not cancelled')).toMatchObject([{ details: { deviceName: 'ghost' } }]);
		});
	});

	it('given rows without anything in them, when csv-batch-cancel.json runs, then they are left out', async () => {
		const { productKey, firmwareId, jobId } = DEMO;
		const empty = { productKey: '', firmwareId: ' ', jobId: '', deviceName: '' };
		outside.rows = [{ productKey, firmwareId, jobId, deviceName: 'testDevice1' }, empty, {}];
		await play('csv-batch-cancel.json', ({ of }) => {
			expect(of('Cancelled')).toMatchObject([{ deviceName: 'testDevice1' }]);
			expect(of('Not cancelled')).toEqual([]);
		});
	});

	it.each([
		['no job', { jobId: '' }],
		['no column of jobs', { jobId: undefined }],
		['a column of jobs with a mark before its name', { jobId: undefined, '\ufeffjobId': '7' }],
		['no product', { productKey: '' }],
		['no package', { firmwareId: undefined }],
		['no device', { deviceName: '' }],
	])(
		'given rows with %s, when csv-batch-cancel.json runs, then none is sent',
		async (_, missing) => {
			const { productKey, firmwareId, jobId } = DEMO;
			const row = { productKey, firmwareId, jobId, deviceName: 'testDevice1', ...missing };
			outside.rows = [row];
			await play('csv-batch-cancel.json', ({ emulator, of }) => {
				expect(of('Cancelled')).toEqual([]);
				expect(of('Not cancelled')).toMatchObject([{ error: expect.any(String) }]);
				expect(emulator.log).toEqual([]);
			});
		},
	);

	it('given a device that installs already, when cancel-with-ticket.json runs, then a ticket tells of it', async () => {
		await play('cancel-with-ticket.json', ({ of }) => {
			expect(of('Cancelled')).toHaveLength(2);
			expect(outside.told).toEqual([
				{
					title: expect.stringContaining('testDevice5'),
					text: expect.any(String),
					device: 'testDevice5',
					code: expect.any(String),
					requestId: expect.any(String),
				},
			]);
		});
	});

	it('given the credential, when http-request-with-credential.json runs, then the action is signed for', async () => {
		await play('http-request-with-credential.json', ({ emulator, of }) => {
			expect(of('Yes')).toMatchObject([{ success: true, deviceStatusList: expect.anything() }]);
			expect(emulator.log).toMatchObject([{ action: 'BatchGetDeviceState', outcome: 'answered' }]);
		});
	});
});

/** One tool of the agent by itself, after a model has filled it in. */
function toolWorkflow(tool: string, filled: Readonly<Record<string, string>>): IWorkflowBase {
	const { nodes } = readExample('ai-agent-tool.json');
	const node = nodes.find(({ name }) => name === tool);
	const parameters = JSON.stringify(node?.parameters).replace(
		/=\{\{ \$fromAI\('(\w+)'[^{}]*\) \}\}/g,
		(_, key: string) => filled[key] ?? '',
	);
	const type = node?.type.replace(/Tool$/, '');
	const workflow = {
		nodes: [
			{ name: 'Start', type: MANUAL_TRIGGER },
			{ ...node, type, parameters: JSON.parse(parameters) },
		],
		connections: { Start: { main: [[{ node: tool, type: 'main', index: 0 }]] } },
	};
	return readWorkflow(JSON.stringify(workflow), engine.types);
}

describe('a tool of ai-agent-tool.json on the engine', () => {
	const { productKey, firmwareId, jobId } = DEMO;

	it.each([
		['List unfinished tasks', { productKey, deviceName: 'testDevice1' }, 'QUEUED'],
		['Preview a cancel', { productKey, firmwareId, jobId, deviceNames: 'testDevice1' }, 'QUEUED'],
		['Cancel OTA tasks', { productKey, firmwareId, jobId, deviceNames: 'testDevice1' }, 'CANCELED'],
	])(
		'given what a model fills in, when %s runs, then it does that and nothing more',
		async (tool, filled, state) => {
			await withEmulator({}, async (emulator) => {
				const workflow = toolWorkflow(tool, filled);
				const { outputs, error } = await engine.run(workflow, credentialFor(emulator));
				expect(error).toBeUndefined();
				expect(outputs[0]?.map(({ json }) => json)).toMatchObject([{ deviceName: 'testDevice1' }]);
				expect(statesOf(emulator, 'testDevice1')).toEqual([state]);
			});
		},
	);

	it('given 21 devices, when the cancel runs, then the guard refuses them all', async () => {
		await withEmulator({}, async (emulator) => {
			const deviceNames = namesOf(21).join();
			const workflow = toolWorkflow('Cancel OTA tasks', {
				...{ productKey, firmwareId, jobId },
				deviceNames,
			});
			const { error } = await engine.run(workflow, credentialFor(emulator));
			expect(error?.message).toMatch(/21/);
			expect(emulator.log).toEqual([]);
		});
	});
});
