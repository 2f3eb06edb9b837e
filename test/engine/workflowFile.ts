/* eslint-disable @n8n/community-nodes/require-node-api-error -- never shipped: runs on a developer's computer only */
import type { IDataObject, INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import { z } from 'zod';
import type { BuiltPackage } from './nodeTypes';
import { MANUAL_TRIGGER, POLL_TRIGGER } from './nodeTypes';

/** Notes on the canvas: no part of what runs. */
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

const jsonObject = z.record(z.unknown());

/** Items as n8n exports them, or as people write them: `{ json: { … } }` or just `{ … }`. */
const items = z
	.union([z.array(jsonObject), jsonObject.transform((item) => [item])])
	.transform((list) => list.map(asItem));

const workflow = z
	.object({
		name: z.string().default('Workflow'),
		nodes: z.array(
			z
				.object({
					name: z.string(),
					type: z.string(),
					typeVersion: z.number().default(1),
					parameters: jsonObject.default({}),
				})
				.passthrough(),
		),
		connections: z.record(z.unknown()).default({}),
		settings: jsonObject.default({ executionOrder: 'v1' }),
		pinData: z.record(items).default({}),
	})
	.passthrough();

/** A sentence about a file that cannot be run. */
export class UnusableFile extends Error {}

/** Reads a workflow as n8n exports it. Throws `UnusableFile` for what cannot run here. */
export function readWorkflow(text: string, types: BuiltPackage): IWorkflowBase {
	const read = workflow.safeParse(parse(text, 'The workflow'));
	if (!read.success)
		throw new UnusableFile(`The workflow is not an n8n export: ${read.error.message}`);
	const { nodes, ...rest } = read.data;
	const running = nodes.filter(({ type }) => type !== STICKY_NOTE);
	const stranger = running.find(({ type }) => !types.has(type));
	if (stranger) {
		throw new UnusableFile(
			`The node "${stranger.name}" is of type ${stranger.type}, which cannot run here: only a Manual Trigger and the nodes of this package can. Import the workflow into n8n to run it whole.`,
		);
	}
	const now = new Date();
	const exported = {
		...rest,
		id: '1',
		nodes: running,
		active: false,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		activeVersionId: null,
	};
	// n8n's own type says more about parameters and connections than a file can be checked for.
	return exported as unknown as IWorkflowBase;
}

/** Reads items for the trigger: a JSON array of objects, or one object. */
export function readItems(text: string): INodeExecutionData[] {
	const read = items.safeParse(parse(text, 'The input'));
	if (!read.success) throw new UnusableFile('The input is not a JSON array of objects.');
	return read.data;
}

/** The node that a workflow starts with. */
export function startOf({ nodes }: IWorkflowBase): INode {
	const trigger = nodes.find(({ type }) => type === MANUAL_TRIGGER || type === POLL_TRIGGER);
	if (!trigger) {
		throw new UnusableFile(
			'The workflow has neither a Manual Trigger nor a Tuya IoT Platform Trigger to start with.',
		);
	}
	return trigger;
}

function asItem(entry: Record<string, unknown>): INodeExecutionData {
	const { json } = entry;
	const isItem = typeof json === 'object' && json !== null && !Array.isArray(json);
	return { json: (isItem ? json : entry) as IDataObject };
}

function parse(text: string, what: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UnusableFile(`${what} is not valid JSON: ${String(error)}`);
	}
}
