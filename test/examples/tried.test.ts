import { rehearsalFleet } from '../emulator/fleet/rolledOut';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { runExample } from './engineRuns';
import { exampleNames, readExample, triggersOf } from './files';
import { standIns } from './standIns';
import type { Outside } from './standIns';

const outside: Outside = { approves: false, formAnswer: {}, rows: [], told: [] };
let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(undefined, standIns(outside));
});

/** It needs a chat model: the end-to-end tests bring one. */
const AGENT = 'ai-agent-tool.json';

/** How many items come out of the nodes that matter. */
const RESULTS: ReadonlyArray<{ name: string; ends: Readonly<Record<string, number>> }> = [
	{ name: 'alert-to-cancel.json', ends: { 'Cancel OTA tasks': 1 } },
	{ name: 'alertmanager-to-cancel.json', ends: { Cancelled: 2 } },
	{ name: 'cancel-with-ticket.json', ends: { Cancelled: 2, 'Open a ticket': 1 } },
	{ name: 'csv-batch-cancel.json', ends: { Cancelled: 2, 'Not cancelled': 1 } },
	{ name: 'grafana-to-cancel.json', ends: { Cancelled: 2 } },
	{ name: 'http-request-with-credential.json', ends: { Yes: 1 } },
	{ name: 'progress-to-chat.json', ends: { 'Get progress': 1, 'Tell your team': 1 } },
	{ name: 'retry-failed.json', ends: { 'Count them': 1, 'Nothing is created': 1 } },
	{ name: 'schedule-stuck-tasks.json', ends: { 'Cleaned up': 9 } },
	{
		name: 'staged-roll-out.json',
		ends: { 'Try it on a few devices': 1, 'Next stage': 1, 'Tell your team': 1, 'Stop it': 1 },
	},
	{ name: 'stop-and-roll-back.json', ends: { 'Stop it': 1, 'Count them': 1, 'In a new job': 2 } },
	{ name: 'watch-and-cancel.json', ends: { 'Cancel OTA tasks': 1 } },
	{ name: 'watch-approve-cancel.json', ends: { 'Cancel OTA tasks': 1 } },
	{ name: 'watch-cancel-job.json', ends: { 'Cancel the job': 1 } },
	{ name: 'webhook-with-approval.json', ends: { Preview: 3, 'Cancel OTA tasks': 3 } },
];

describe('an example as it is imported', () => {
	it('given the folder, when the results are counted, then only the agent has none', () => {
		expect(new Set([...RESULTS.map(({ name }) => name), AGENT])).toEqual(new Set(exampleNames()));
	});

	it.each(RESULTS)(
		'given $name, when it is executed from each of its triggers, then its samples lead to $ends',
		async ({ name, ends }) => {
			outside.told.length = 0;
			await withEmulator({ fleet: rehearsalFleet() }, async (emulator) => {
				const found = Object.fromEntries(Object.keys(ends).map((end) => [end, 0]));
				for (const trigger of triggersOf(readExample(name))) {
					const plan = { trigger, isPinned: true };
					const { execution, of } = await runExample(engine, emulator, name, plan);
					expect(execution.error).toBeUndefined();
					for (const end of Object.keys(ends)) found[end] = (found[end] ?? 0) + of(end).length;
				}
				expect(found).toEqual(ends);
				expect(emulator.log.length).toBeGreaterThan(0);
				// Who calls a webhook gets an answer; nobody else is told anything.
				expect(outside.told).toHaveLength(name === 'webhook-with-approval.json' ? 1 : 0);
			});
		},
	);
});
