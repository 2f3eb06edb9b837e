import type { INode } from 'n8n-workflow';

/**
 * The versions of the node, oldest first. A saved node keeps its version, looks as it did and does what it
 * did; a new one is of the newest. What 1.1 changed:
 * - A read of long records gives the fields that people look for (Simplify, or Output in a tool of an AI agent).
 * - A delete gives `deleted` and the ID of its request in place of the platform's answer.
 * - Preview Only and Refuse More Than are fields of their own; they were options.
 * - A job that was picked from the list is looked at before anything is sent.
 * - What is said of a package is changed by Update; its value was `modify`.
 */
export const NODE_VERSIONS = [1, 1.1];

export const NEWEST_VERSION = 1.1;

/** Rules that show a field in nodes with what 1.1 changed, and in those before. Numbers, for that is all that n8n 1.x looks at. */
export const SINCE_1_1 = { '@version': [1.1] };
export const BEFORE_1_1 = { '@version': [1] };

/** What rules that show a field ask of the node itself, by the names that n8n has for it. */
export function factsOf({ type, typeVersion }: Pick<INode, 'type' | 'typeVersion'>) {
	return [
		['@version', typeVersion],
		['@tool', type.endsWith('Tool')],
	] as const;
}

/** Whether a node of this version has what 1.1 changed. */
export function isSince11(version: number): boolean {
	return version >= 1.1;
}
