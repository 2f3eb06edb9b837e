import type { INode } from 'n8n-workflow';
import { z } from 'zod';
import { exampleText } from '../../examples/files';
import { CREDENTIAL_TYPE, type WorkflowFile } from './workflows';

const file = z.custom<WorkflowFile>(
	(value) => typeof value === 'object' && value !== null && 'nodes' in value,
);

/**
 * An example with the credential of this id, for an instance at this address. An imported workflow names
 * the credential of the n8n it comes from: users choose it anew.
 */
export function readExample(name: string, credentialId: string, url: string): WorkflowFile {
	const workflow = file.parse(JSON.parse(exampleText(name, url)));
	const nodes = workflow.nodes.map((node: INode) =>
		node.credentials?.[CREDENTIAL_TYPE] === undefined
			? node
			: { ...node, credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Platform' } } },
	);
	return { ...workflow, nodes };
}
