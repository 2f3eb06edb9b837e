import type { IExecuteFunctions, INodeParameters, INodeType, IWorkflowBase } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { Engine } from '../engine/engine';
import { MANUAL_TRIGGER, PACKAGE } from '../engine/nodeTypes';
import { nodeWorkflow } from './workflows';

const TOOL = `${PACKAGE}.tuyaIotPlatformTool`;
const AGENT = 'test.agent';

/** Something that an AI agent can call: what n8n-core makes of a node that is connected as a tool. */
interface Tool {
	readonly name: string;
	readonly description: string;
	invoke(parameters: object): Promise<string>;
}

/** What came of a call. */
export interface ToolCall {
	readonly name: string;
	readonly description: string;
	readonly answer: unknown;
}

/** The node as n8n offers it to agents: its inputs gone, its output that of a tool. */
function asTool(node: INodeType): INodeType {
	const description = {
		...node.description,
		name: 'tuyaIotPlatformTool',
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
	};
	return { description, methods: node.methods, execute: node.execute };
}

/** An agent whose model is not asked: it calls its one tool with parameters that are known before. */
function agentThatGives(parameters: object): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Calls a tool',
			defaults: { name: 'Agent' },
			inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const tools = await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
			const [tool] = Array.isArray(tools) ? tools.filter(isTool) : [];
			if (!tool) return [[]];
			const { name, description } = tool;
			const answer: unknown = JSON.parse(await tool.invoke(parameters));
			return [[{ json: { name, description, answer: JSON.stringify(answer) } }]];
		},
	};
}

function isTool(value: unknown): value is Tool {
	return typeof value === 'object' && value !== null && 'invoke' in value;
}

/** A trigger, an agent and the node as the agent's tool. */
function toolWorkflow(parameters: INodeParameters): IWorkflowBase {
	const workflow = nodeWorkflow({ parameters });
	const [trigger, tool] = workflow.nodes;
	if (!trigger || !tool) return workflow;
	const agent = { ...trigger, id: 'Agent', name: 'Agent', type: AGENT };
	return {
		...workflow,
		nodes: [trigger, agent, { ...tool, type: TOOL }],
		connections: {
			Trigger: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Tuya: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

/** Lets an agent on the real engine call the node as a tool, with what its model would give. */
export async function callTool(
	engine: Engine,
	credential: Parameters<Engine['run']>[1],
	parameters: INodeParameters,
	given: object,
): Promise<ToolCall | undefined> {
	const { types } = engine;
	const known = types.getByName.bind(types);
	const tool = asTool(known(`${PACKAGE}.tuyaIotPlatform`));
	const all: Record<string, INodeType> = {
		[TOOL]: tool,
		[AGENT]: agentThatGives(given),
		[MANUAL_TRIGGER]: known(MANUAL_TRIGGER),
	};
	const spy = jest.spyOn(types, 'getByName').mockImplementation((name) => all[name] ?? known(name));
	try {
		const { outputs, error } = await engine.run(toolWorkflow(parameters), credential);
		if (error) throw error;
		const json = outputs[0]?.[0]?.json;
		return (
			json && {
				...json,
				...{ name: String(json.name), description: String(json.description) },
				answer: JSON.parse(String(json.answer)),
			}
		);
	} finally {
		spy.mockRestore();
	}
}
