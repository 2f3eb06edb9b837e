/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { IDataObject, INode } from 'n8n-workflow';
import { withEmulator } from '../../../emulator/testing';
import { addCredential, credentialData } from '../../harness/credentials';
import { finishedExecution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { addWorkflow, CREDENTIAL_TYPE, runByHand } from '../../harness/workflows';
import type { WorkflowFile } from '../../harness/workflows';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'examples');

const file = z.custom<WorkflowFile>(
	(value) => typeof value === 'object' && value !== null && 'nodes' in value,
);

/** That every workflow of examples/ can be imported and runs on the items that it brings. */
export function checkExamples(running: () => N8n): void {
	const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

	it.each(names)('given %s, when it is imported and run, then it succeeds', async (name) => {
		const workflow = file.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
		await withEmulator({ https: true }, async (emulator) => {
			const { rest } = running();
			const credentialId = await addCredential(rest, credentialData(emulator));
			const id = await addWorkflow(rest, withCredential(workflow, credentialId));
			const execution = await finishedExecution(
				rest,
				await runByHand(rest, id, triggerOf(workflow)),
			);
			expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success' });
			expect(emulator.log.length).toBeGreaterThan(0);
			expect(emulator.log.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
		});
	});
}

/** A credential of an imported workflow has another id than the one in this n8n: users choose it anew. */
function withCredential(workflow: WorkflowFile, id: string): WorkflowFile {
	const nodes = workflow.nodes.map((node: INode) =>
		node.credentials?.[CREDENTIAL_TYPE] === undefined
			? node
			: { ...node, credentials: { [CREDENTIAL_TYPE]: { id, name: 'Platform' } } },
	);
	return { ...workflow, nodes };
}

/** The node that nothing leads to. */
function triggerOf({ nodes, connections }: WorkflowFile): string {
	const text = JSON.stringify(Object.values(connections satisfies IDataObject));
	const isTarget = ({ name }: INode) => text.includes(`"node":${JSON.stringify(name)}`);
	return nodes.find((node) => !isTarget(node) && node.name in connections)?.name ?? '';
}
