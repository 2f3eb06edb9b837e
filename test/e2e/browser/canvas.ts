import type { Editor } from './editor';

/** Something that a person sees on the canvas; in pixels of the window. */
export interface Piece {
	/** Of the node, the note or the button that lies over the canvas. */
	readonly name: string;
	readonly kind: 'node' | 'text below it' | 'note' | 'button';
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	/** The text is longer than its note. */
	readonly isCut: boolean;
}

/** A workflow as the editor shows it. */
export interface Canvas {
	readonly zoom: number;
	/** The part of the window that shows it. */
	readonly view: Pick<Piece, 'left' | 'top' | 'right' | 'bottom'>;
	readonly pieces: readonly Piece[];
}

/** Opens a workflow file as "Import from File" in the menu of a new workflow does. */
export async function importFile(editor: Editor, path: string): Promise<void> {
	await editor.newWorkflow();
	await editor.at('workflow-import-input').setInputFiles(path);
	await editor.at('canvas-node').first().waitFor();
}

/** Measures what the canvas shows at the moment. */
export async function canvasOf({ page }: Editor): Promise<Canvas> {
	return await page.evaluate((): Canvas => {
		const rectOf = (element: Element | Range) => {
			const { left, top, right, bottom } = element.getBoundingClientRect();
			return { left, top, right, bottom };
		};
		// As much of a text as its element shows.
		const textOf = (element: Element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const [text, shown] = [rectOf(range), rectOf(element)];
			return {
				left: Math.max(text.left, shown.left),
				top: Math.max(text.top, shown.top),
				right: Math.min(text.right, shown.right),
				bottom: Math.min(text.bottom, shown.bottom),
			};
		};
		const all = (selector: string, within: ParentNode = document) =>
			Array.from(within.querySelectorAll(selector));
		const nodes = all('[data-test-id="canvas-node"]').flatMap((node) => {
			const name = node.getAttribute('data-node-name') ?? '';
			const body = node.querySelector('[class*="_node_"]') ?? node;
			const texts = all('[class*="_label_"], [class*="_subtitle_"]', node)
				.filter((text) => text.textContent?.trim())
				.map((text): Piece => ({ name, kind: 'text below it', isCut: false, ...textOf(text) }));
			return [{ name, kind: 'node', isCut: false, ...rectOf(body) } as const, ...texts];
		});
		const notes = all('[data-test-id="sticky"]').map((note): Piece => {
			const name = note.textContent?.trim().split('\n')[0] ?? '';
			const isCut = [note, ...all('*', note)].some(
				({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1,
			);
			return { name, kind: 'note', isCut, ...rectOf(note) };
		});
		const buttons = all('[data-test-id="canvas-wrapper"] button')
			.filter((button) => !button.closest('.vue-flow__transformationpane'))
			.map((button): Piece => {
				const name = button.textContent?.trim() || 'without text';
				return { name, kind: 'button', isCut: false, ...rectOf(button) };
			});
		const view = document.querySelector('[data-test-id="canvas"]') ?? document.body;
		const pane = document.querySelector('.vue-flow__transformationpane') ?? document.body;
		const zoom = new DOMMatrix(getComputedStyle(pane).transform).a;
		return { zoom, view: rectOf(view), pieces: [...nodes, ...notes, ...buttons] };
	});
}

/** Pieces of different nodes, notes and buttons that lie over one another, each pair in words. */
export function overlapsOn({ pieces }: Canvas): string[] {
	return pieces.flatMap((a, index) =>
		pieces
			.slice(index + 1)
			.filter((b) => a.name !== b.name && (a.kind !== 'button' || b.kind !== 'button'))
			.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
			.map((b) => `${a.kind} ${a.name} and ${b.kind} ${b.name}`),
	);
}

/** Pieces that the window does not show whole, and notes that do not show all of their text. */
export function hiddenOn({ pieces, view }: Canvas): string[] {
	const isWhole = ({ left, top, right, bottom }: Piece) =>
		left >= view.left && top >= view.top && right <= view.right && bottom <= view.bottom;
	return pieces
		.filter(({ kind }) => kind !== 'button')
		.filter((piece) => piece.isCut || !isWhole(piece))
		.map(({ kind, name }) => `${kind} ${name}`);
}
