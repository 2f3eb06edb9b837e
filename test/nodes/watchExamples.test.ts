/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the example files as a user imports them */
import type { IDataObject, INodeType, IWorkflowBase } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../platform';
import { buildFleet, DEMO } from '../emulator/fleet/fleets';
import { CANCELLABLE } from '../emulator/fleet/records';
import { Engine } from '../engine/engine';
import { readWorkflow } from '../engine/workflowFile';
import { MINUTE, onWatchBench } from './watchBench';
import type { WatchBench } from './watchBench';

/** Stands for a node of n8n that is not installed here: what it does to an item is told in a line. */
function standIn(
	name: string,
	outputs: number,
	work: (json: IDataObject) => [number, IDataObject],
) {
	const node: INodeType = {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: [1, 2, 2.1, 2.2],
			description: name,
			defaults: { name },
			inputs: [NodeConnectionTypes.Main],
			outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
			properties: [],
		},
		async execute() {
			const out = this.getInputData().map(({ json }) => work(json));
			return Array.from({ length: outputs }, (_, output) =>
				out.flatMap(([wanted, json], item) =>
					wanted === output ? [{ json, pairedItem: { item } }] : [],
				),
			);
		},
	};
	return node;
}

let answer = true;
let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(undefined, {
		'n8n-nodes-base.emailSend': standIn('emailSend', 1, () => [0, { data: { approved: answer } }]),
		'n8n-nodes-base.if': standIn('if', 2, (json) => {
			const isApproved = isRecord(json.data) && json.data.approved === true;
			return [isApproved ? 0 : 1, json];
		}),
	});
});

let imported = 0;
function example(name: string): IWorkflowBase {
	const text = readFileSync(join(__dirname, '..', '..', 'examples', name), 'utf8');
	return { ...readWorkflow(text, engine.types), id: `example ${++imported}` };
}

const waitingIn = ({ fleet }: WatchBench) =>
	fleet.tasks.filter(({ taskStatus }) => CANCELLABLE.includes(taskStatus)).length;

describe('given an example workflow that watches', () => {
	it.each(['watch-and-cancel.json', 'watch-cancel-job.json', 'watch-approve-cancel.json'])(
		'when %s is active and the roll-out goes wrong, then the cancel happens without a hand',
		async (name) => {
			answer = true;
			const setup = { failingPercent: 8, devices: 300, workflow: example(name) };
			await onWatchBench(engine, setup, async (bench) => {
				const { workflow, pass } = bench;
				await workflow.activate();
				pass(2 * MINUTE);
				expect(waitingIn(bench)).toBeGreaterThan(50);
				const { items, execution } = await workflow.poll();
				expect(items).toMatchObject([{ jobId: DEMO.jobId, event: 'jobGoesWrong' }]);
				expect(execution?.error).toBeUndefined();
				expect(execution?.outputs[0]?.map(({ json }) => json)).toMatchObject([{ success: true }]);
				expect(waitingIn(bench)).toBe(0);
			});
		},
	);

	it('when nobody approves, then nothing is cancelled', async () => {
		answer = false;
		const setup = {
			failingPercent: 8,
			devices: 300,
			workflow: example('watch-approve-cancel.json'),
		};
		await onWatchBench(engine, setup, async (bench) => {
			await bench.workflow.activate();
			bench.pass(2 * MINUTE);
			expect((await bench.workflow.poll()).items).toHaveLength(1);
			expect(bench.requests('CancelOTATaskByDevice')).toBe(0);
		});
	});

	it('when watch-and-cancel.json is read, then no expression is longer than {{ $json.deviceNames }}', () => {
		const { nodes } = example('watch-and-cancel.json');
		const texts = JSON.stringify(nodes).match(/"={{[^"]*"/g) ?? [];
		expect(texts).toHaveLength(4);
		for (const text of texts) {
			expect(text.length).toBeLessThanOrEqual('"={{ $json.deviceNames }}"'.length);
		}
	});
});

describe('given a roll-out that has failed for all', () => {
	it('when no device is left to be cancelled, then the chained cancel sends nothing and says so', async () => {
		const fleet = buildFleet({ devices: 60, status: 'IN_PROGRESS' });
		const setup = { fleet, workflow: example('watch-and-cancel.json') };
		await onWatchBench(engine, setup, async ({ workflow, requests }) => {
			for (const { deviceName } of fleet.tasks) fleet.setStatus(deviceName, 'IN_PROGRESS');
			await workflow.activate();
			for (const { deviceName } of fleet.tasks.slice(0, 55)) fleet.setStatus(deviceName, 'FAILED');
			const { items, execution } = await workflow.poll();
			expect(items).toMatchObject([{ failures: 55, deviceNames: [] }]);
			expect(execution?.error).toBeUndefined();
			expect(execution?.outputs[0]?.map(({ json }) => json)).toEqual([
				{
					outcome: 'nothingToDo',
					deviceNames: [],
					message: 'No device is named, so nothing was sent.',
				},
			]);
			expect(requests('CancelOTATaskByDevice')).toBe(0);
		});
	});
});
