import type { INode } from 'n8n-workflow';
import { linksOf, STICKY_NOTE, type Example } from './files';

/** A rectangle on the canvas that a node or a note takes; in pixels at a zoom of 1. */
export interface Box {
	/** Name of the node or note. */
	readonly name: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

// As n8n 2.41 draws them; the end-to-end tests measure them in its editor.
const NODE = 96;
const SUB_NODE = 80;
const AGENT_WIDTH = 224;
/** What n8n writes below a node: its name, on two lines if need be, and what it does. */
const LABEL = { gap: 8, height: 56 };
/** The part of a window of 1,280 x 800 that is left for the canvas. */
const CANVAS = { width: 1_238, height: 698 };
/** The room that n8n leaves around a workflow which it shows for the first time. */
const PADDING = 1.2;

/** The node itself, or the note. */
export function bodyOf(node: INode, { connections }: Pick<Example, 'connections'>): Box {
	const [left, top] = node.position;
	const { width, height } = sizeOf(node, connections);
	return { name: node.name, left, top, right: left + width, bottom: top + height };
}

function sizeOf(
	node: INode,
	connections: Example['connections'],
): { width: number; height: number } {
	if (isNote(node)) {
		return { width: Number(node.parameters.width), height: Number(node.parameters.height) };
	}
	const ofAgents = linksOf({ connections }).filter(({ kind }) => kind !== 'main');
	if (ofAgents.some(({ from }) => from === node.name)) {
		return { width: SUB_NODE, height: SUB_NODE };
	}
	const isAgent = ofAgents.some(({ to }) => to === node.name);
	return { width: isAgent ? AGENT_WIDTH : NODE, height: NODE };
}

/** All that a node or note takes: itself, and what is written below it, up to twice as wide as a node. */
export function boxesOf(node: INode, example: Pick<Example, 'connections'>): Box[] {
	const body = bodyOf(node, example);
	if (isNote(node)) return [body];
	const width = body.right - body.left;
	const aside = Math.min(width, NODE) / 2;
	const label = {
		name: node.name,
		left: body.left - aside,
		top: body.bottom + LABEL.gap,
		right: body.right + aside,
		bottom: body.bottom + LABEL.gap + LABEL.height,
	};
	return [body, label];
}

/** Nodes and notes of an example that lie over one another, each pair in words. */
export function overlapsIn(example: Pick<Example, 'nodes' | 'connections'>): string[] {
	const boxes = example.nodes.flatMap((node) => boxesOf(node, example));
	const pairs = boxes.flatMap((a, index) =>
		boxes.slice(index + 1).flatMap((b) => (a.name !== b.name && overlap(a, b) ? [[a, b]] : [])),
	);
	return [...new Set(pairs.map((pair) => pair.map(({ name }) => name).join(' and ')))];
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How large n8n shows an example when it is opened in a window of 1,280 x 800; 1 at most. */
export function firstZoom(example: Pick<Example, 'nodes' | 'connections'>): number {
	const bodies = example.nodes.map((node) => bodyOf(node, example));
	const width =
		Math.max(...bodies.map(({ right }) => right)) - Math.min(...bodies.map(({ left }) => left));
	const height =
		Math.max(...bodies.map(({ bottom }) => bottom)) - Math.min(...bodies.map(({ top }) => top));
	return Math.min(1, CANVAS.width / PADDING / width, CANVAS.height / PADDING / height);
}

export function isNote({ type }: Pick<INode, 'type'>): boolean {
	return type === STICKY_NOTE;
}
