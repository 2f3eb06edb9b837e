/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { z } from 'zod';
import { CREDENTIAL_TYPE, type WorkflowFile } from './workflows';

const FOLDER = join(__dirname, '..', '..', '..', 'examples');

const file = z.custom<WorkflowFile>(
	(value) => typeof value === 'object' && value !== null && 'nodes' in value,
);

/** File names of the example workflows. */
export function exampleNames(): string[] {
	return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/** The address that an example names where users put that of their own instance. */
const PLACEHOLDER = 'https://si-0123456789.tuyacloud.com:8686';

/**
 * An example with the credential of this id, for an instance at this address. An imported workflow names
 * the credential of the n8n it comes from: users choose it anew.
 */
export function readExample(name: string, credentialId: string, url: string): WorkflowFile {
	const text = readFileSync(join(FOLDER, name), 'utf8').replaceAll(PLACEHOLDER, url);
	const workflow = file.parse(JSON.parse(text));
	const nodes = workflow.nodes.map((node: INode) =>
		node.credentials?.[CREDENTIAL_TYPE] === undefined
			? node
			: { ...node, credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Platform' } } },
	);
	return { ...workflow, nodes };
}

/** The node that nothing leads to. */
export function triggerOf({ nodes, connections }: WorkflowFile): string {
	const text = JSON.stringify(Object.values(connections));
	const isTarget = ({ name }: INode) => text.includes(`"node":${JSON.stringify(name)}`);
	return nodes.find((node) => !isTarget(node) && node.name in connections)?.name ?? '';
}
