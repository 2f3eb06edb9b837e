import type { IDataObject, INode } from 'n8n-workflow';
import { z } from 'zod';
import type { N8n } from './n8n';
import { PACKAGE } from './packed';
import type { RestClient } from './rest';

export const NODE_TYPE = `${PACKAGE}.tuyaIotPlatform`;
export const CREDENTIAL_TYPE = 'tuyaIotPlatformApi';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	readonly name: string;
	readonly nodes: readonly INode[];
	readonly connections: IDataObject;
	readonly settings?: IDataObject;
	readonly pinData?: IDataObject;
}

/** One node of a workflow that a test makes. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
	more: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...more };
}

export const manualTrigger = (name = 'Start') => node(name, 'n8n-nodes-base.manualTrigger', 1, {});

/** Cancel by Device with what each item names, in every job of the package. */
export function cancelNode(
	credentialId: string,
	parameters: INode['parameters'] = {},
	more: Partial<INode> = {},
): INode {
	return node(
		'Cancel',
		NODE_TYPE,
		1,
		{
			resource: 'otaTask',
			operation: 'cancelByDevice',
			productKey: { __rl: true, mode: 'id', value: '={{ $json.productKey }}' },
			firmwareId: { __rl: true, mode: 'id', value: '={{ $json.firmwareId }}' },
			jobId: { __rl: true, mode: 'id', value: '' },
			deviceNames: '={{ $json.deviceNames }}',
			options: {},
			...parameters,
		},
		{ credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Platform' } }, ...more },
	);
}

/** A code node that hands on the items that a line of JavaScript gives. */
export const codeNode = (name: string, jsCode: string) =>
	node(name, 'n8n-nodes-base.code', 2, { jsCode });

/** A workflow whose nodes follow one another. */
export function chain(name: string, ...nodes: INode[]): WorkflowFile {
	const links = nodes
		.slice(1)
		.map((target, index) => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: target.name, type: 'main', index: 0 }]] },
		]);
	return {
		name,
		nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

const saved = z.object({ id: z.string(), versionId: z.string().optional() }).passthrough();

/** Saves a workflow in n8n; returns its id. */
export async function addWorkflow(rest: RestClient, workflow: WorkflowFile): Promise<string> {
	const { id } = await rest.ask(saved, 'POST', '/rest/workflows', { active: false, ...workflow });
	return id;
}

/** Lets the triggers of a workflow run. */
export async function activate({ rest, version }: N8n, id: string): Promise<void> {
	const { versionId } = await rest.ask(saved, 'GET', `/rest/workflows/${id}`);
	if (version.startsWith('1.')) {
		await rest.ask(saved, 'PATCH', `/rest/workflows/${id}`, { active: true, versionId });
	} else {
		await rest.ask(saved, 'POST', `/rest/workflows/${id}/activate`, { versionId });
	}
}

/** Ends what activating has begun. */
export async function deactivate({ rest, version }: N8n, id: string): Promise<void> {
	const { versionId } = await rest.ask(saved, 'GET', `/rest/workflows/${id}`);
	if (version.startsWith('1.')) {
		await rest.ask(saved, 'PATCH', `/rest/workflows/${id}`, { active: false, versionId });
	} else {
		await rest.ask(saved, 'POST', `/rest/workflows/${id}/deactivate`, {});
	}
}

/** Runs a saved workflow as the editor's button does; returns the id of the execution. */
export async function runByHand(rest: RestClient, id: string, trigger = 'Start'): Promise<string> {
	const workflowData = await rest.ask(z.record(z.unknown()), 'GET', `/rest/workflows/${id}`);
	const body = { workflowData, triggerToStartFrom: { name: trigger } };
	const started = z.object({ executionId: z.coerce.string() });
	const { executionId } = await rest.ask(started, 'POST', `/rest/workflows/${id}/run`, body);
	return executionId;
}
