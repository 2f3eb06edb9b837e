import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI agent called the node as its tool: then n8n runs it with the data of the agent. */
export function isTool(context: Pick<IExecuteFunctions, 'getExecuteData' | 'getNode'>): boolean {
	return context.getExecuteData().node.name !== context.getNode().name;
}
