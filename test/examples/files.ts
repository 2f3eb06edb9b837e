/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the example files as a user imports them; never shipped */
import type { IConnections, INode } from 'n8n-workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(__dirname, '..', '..', 'examples');

export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** The address that an example names where users put that of their own instance. */
export const PLACEHOLDER = 'https://si-0123456789.tuyacloud.com:8686';

/** The name that n8n gives to somebody's first credential of this package: an import finds it by that. */
export const CREDENTIAL_NAME = 'Tuya IoT Platform account';

const item = z.object({ json: z.record(z.unknown()) }).strict();
const file = z
	.object({
		name: z.string().min(1),
		nodes: z.array(z.custom<INode>((value) => typeof value === 'object' && value !== null)),
		connections: z.custom<IConnections>((value) => typeof value === 'object' && value !== null),
		pinData: z.record(z.array(item)).optional(),
		settings: z.object({ executionOrder: z.literal('v1') }).strict(),
	})
	.strict();

/** A workflow of examples/, as n8n exports one. */
export type Example = z.output<typeof file>;

/** File names of the example workflows. */
export function exampleNames(): string[] {
	return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/** Where an example is, an absolute path. */
export function pathOf(name: string): string {
	return join(FOLDER, name);
}

/** The text of an example, for an instance at this address. */
export function exampleText(name: string, url = PLACEHOLDER): string {
	return readFileSync(pathOf(name), 'utf8').replaceAll(PLACEHOLDER, url);
}

/** Reads an example. Throws for what n8n would not export. */
export function readExample(name: string): Example {
	return file.parse(JSON.parse(exampleText(name)));
}

/** A line from one node to another. */
export interface Link {
	readonly from: string;
	readonly to: string;
	/** e.g. main, ai_tool */
	readonly kind: string;
}

export function linksOf({ connections }: Pick<Example, 'connections'>): Link[] {
	return Object.entries(connections).flatMap(([from, outputs]) =>
		Object.entries(outputs).flatMap(([kind, targets]) =>
			targets.flatMap((ends) => (ends ?? []).map(({ node }) => ({ from, to: node, kind }))),
		),
	);
}

/** The nodes that an example starts with: nothing leads to them, and they hand items on. */
export function triggersOf(example: Pick<Example, 'connections'>): string[] {
	const links = linksOf(example);
	const isTarget = (name: string) => links.some(({ to }) => to === name);
	const starts = links.filter(({ from, kind }) => kind === 'main' && !isTarget(from));
	return [...new Set(starts.map(({ from }) => from))];
}

/** The first of them. */
export function triggerOf(example: Pick<Example, 'connections'>): string {
	return triggersOf(example)[0] ?? '';
}
