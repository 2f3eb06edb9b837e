import type { INode } from 'n8n-workflow';
import { bodyOf, boxesOf, type Box } from './canvas';
import type { Example } from './files';

type Point = readonly [x: number, y: number];

// As n8n 2.41 draws them.
/** How far a line that leads back goes below the node that it leaves, and aside of both. */
const BACK = { below: 130, aside: 40 };
const STEPS = 40;
/** A line that comes as near to the edge of something runs past it. */
const NEAR = 8;

/** Lines of an example that run over a node, what is written below it, or a note; each in words. */
export function coveredBy(example: Pick<Example, 'nodes' | 'connections'>): string[] {
	const boxes = example.nodes.flatMap((node) => boxesOf(node, example));
	return example.nodes.flatMap((from) =>
		endsOf(from, example).flatMap(({ to, start, end }) =>
			boxes
				.filter(({ name }) => name !== from.name && name !== to)
				.filter((box) => lineBetween(start, end).some((point) => isIn(point, box)))
				.map(({ name }) => `${from.name} to ${to} runs over ${name}`),
		),
	);
}

/** Where the lines of a node begin and end. */
function endsOf(
	from: INode,
	example: Pick<Example, 'nodes' | 'connections'>,
): Array<{ to: string; start: Point; end: Point }> {
	const { right, top, bottom } = bodyOf(from, example);
	const outputs = example.connections[from.name]?.main ?? [];
	const parts = Math.max(outputs.length, hasTwoOutputs(from) ? 2 : 1) + 1;
	return outputs.flatMap((targets, output) =>
		(targets ?? []).flatMap(({ node: to }) => {
			const target = example.nodes.find(({ name }) => name === to);
			if (!target) return [];
			const box = bodyOf(target, example);
			const start: Point = [right, top + ((bottom - top) * (output + 1)) / parts];
			return [{ to, start, end: [box.left, (box.top + box.bottom) / 2] as const }];
		}),
	);
}

function hasTwoOutputs({ type, onError }: INode): boolean {
	return type === 'n8n-nodes-base.if' || onError === 'continueErrorOutput';
}

function lineBetween(start: Point, end: Point): Point[] {
	return end[0] < start[0] ? back(start, end) : forth(start, end);
}

/** A curve that leaves to the right and comes from the left. */
function forth([fromX, fromY]: Point, [toX, toY]: Point): Point[] {
	const middle = (fromX + toX) / 2;
	return steps((t) => {
		const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
		return [a * fromX + (b + c) * middle + d * toX, (a + b) * fromY + (c + d) * toY];
	});
}

/** Straight pieces around the node that the line leaves. */
function back([fromX, fromY]: Point, [toX, toY]: Point): Point[] {
	const below = fromY + BACK.below;
	const corners: Point[] = [
		[fromX, fromY],
		[fromX + BACK.aside, fromY],
		[fromX + BACK.aside, below],
		[toX - BACK.aside, below],
		[toX - BACK.aside, toY],
		[toX, toY],
	];
	return corners.slice(1).flatMap(([x, y], index) => {
		const [beforeX, beforeY] = corners[index] ?? [x, y];
		return steps((t): Point => [beforeX + t * (x - beforeX), beforeY + t * (y - beforeY)]);
	});
}

function steps(pointAt: (t: number) => Point): Point[] {
	return Array.from({ length: STEPS + 1 }, (_, step) => pointAt(step / STEPS));
}

function isIn([x, y]: Point, { left, right, top, bottom }: Box): boolean {
	return x > left + NEAR && x < right - NEAR && y > top + NEAR && y < bottom - NEAR;
}
