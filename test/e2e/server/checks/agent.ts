import { z } from 'zod';
import { DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../harness/reachable';
import { startChatModel, type ChatModel } from '../../harness/chatModel';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import type { RestClient } from '../../harness/rest';
import { addWorkflow, node, runByHand, type WorkflowFile } from '../../harness/workflows';
import { AGENT_EXAMPLE } from './examples';

const DEVICES = { ...DEMO, deviceNames: 'testDevice1, testDevice2' };
const SCRIPT = [
	{ tool: 'List_unfinished_tasks', values: { ...DEMO, deviceName: 'testDevice1' } },
	{ tool: 'Preview_a_cancel', values: DEVICES },
	{ tool: 'Cancel_OTA_tasks', values: DEVICES },
	{ say: 'Both are cancelled.' },
];

/** That an AI Agent of n8n finds the tools of the example and calls them. */
export function checkAgent(running: () => N8n): void {
	it('given a chat model that looks, previews and cancels, when the agent of the example is asked, then each tool does its work', async () => {
		const model = await startChatModel(SCRIPT);
		try {
			await withEmulator({ https: true }, async (emulator) => {
				const { rest } = running();
				const credentialId = await addCredential(rest, credentialData(emulator));
				const example = readExample(AGENT_EXAMPLE, credentialId, emulator.url);
				const id = await addWorkflow(rest, await withModel(example, rest, model));

				const execution = await finishedExecution(rest, await runByHand(rest, id, 'Chat'));

				expect(execution.error).toBeUndefined();
				expect(execution.outputs('Agent')[0]).toMatchObject([{ output: 'Both are cancelled.' }]);
				const tools = model.requests[0]?.tools.map((tool) => tool.function.name).sort();
				expect(tools).toEqual(['Cancel_OTA_tasks', 'List_unfinished_tasks', 'Preview_a_cancel']);
				const told = model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? [];
				expect(told.map(({ content }) => JSON.stringify(content))).toEqual([
					expect.stringContaining('QUEUED'),
					expect.stringContaining('wouldBe'),
					expect.stringContaining('accepted'),
				]);
				const { productKey, firmwareId } = DEMO;
				for (const name of ['testDevice1', 'testDevice2']) {
					expect(emulator.fleet.statusOf(productKey, firmwareId, name)).toBe('CANCELED');
				}
			});
		} finally {
			await model.stop();
		}
	});
}

/** The example after a user has connected a chat model to its agent. */
async function withModel(
	example: WorkflowFile,
	rest: RestClient,
	{ url }: ChatModel,
): Promise<WorkflowFile> {
	const credential = {
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'none', organizationId: '', url, header: false },
	};
	const saved = z.object({ id: z.string() });
	const { id } = await rest.ask(saved, 'POST', '/rest/credentials', credential);
	const model = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		1.2,
		{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		{ credentials: { openAiApi: { id, name: 'Scripted model' } } },
	);
	const link = { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] };
	return {
		...example,
		nodes: [...example.nodes, model],
		connections: { ...example.connections, Model: link },
	};
}
