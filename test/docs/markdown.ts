/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as plugin from 'prettier/plugins/markdown';
import { z } from 'zod';

export const ROOT = join(__dirname, '..', '..');

/** A piece of a Markdown document, as Prettier's parser gives it. */
export interface Piece {
	readonly type: string;
	readonly depth?: number;
	readonly value?: string;
	readonly lang?: string | null;
	readonly url?: string;
	readonly children?: readonly Piece[];
}

const piece: z.ZodType<Piece> = z.lazy(() =>
	z.object({
		type: z.string(),
		depth: z.number().optional(),
		value: z.string().optional(),
		lang: z.string().nullish(),
		url: z.string().optional(),
		children: z.array(piece).optional(),
	}),
);

const { parsers } = z
	.object({
		parsers: z.object({
			markdown: z.object({
				parse: z.function().args(z.string(), z.object({})).returns(z.promise(piece)),
			}),
		}),
	})
	.parse(plugin);

/** A heading, and the anchor by which GitHub lets a link lead to it. */
export interface Heading {
	readonly depth: number;
	readonly text: string;
	readonly anchor: string;
}

/** A document of the project, taken apart. */
export class Document {
	private constructor(
		/** From the root of the project. */
		readonly path: string,
		private readonly tree: Piece,
	) {}

	static async read(path: string): Promise<Document> {
		return await Document.parse(path, readFileSync(join(ROOT, path), 'utf8'));
	}

	static async parse(path: string, text: string): Promise<Document> {
		return new Document(path, await parsers.markdown.parse(text, {}));
	}

	/** All pieces of a type, in their order, however deep. */
	all(type: string): Piece[] {
		return piecesIn(this.tree).filter((found) => found.type === type);
	}

	/** Where several have the same text, GitHub numbers the anchors of all but the first. */
	get headings(): Heading[] {
		const seen = new Map<string, number>();
		return this.all('heading').map((heading) => {
			const text = textOf(heading);
			const anchor = anchorOf(text);
			const earlier = seen.get(anchor) ?? 0;
			seen.set(anchor, earlier + 1);
			return {
				depth: heading.depth ?? 0,
				text,
				anchor: earlier > 0 ? `${anchor}-${earlier}` : anchor,
			};
		});
	}

	/** What is set in bold. */
	get bold(): string[] {
		return this.all('strong').map(textOf);
	}

	/** The targets of all links and pictures. */
	get targets(): string[] {
		return [...this.all('link'), ...this.all('image')].map(({ url = '' }) => url);
	}

	/** The tables between the heading of this number, counted from 0, and the next one, without their heads. */
	tablesUnder(heading: number): string[][][] {
		const pieces = this.tree.children ?? [];
		const starts = pieces.flatMap(({ type }, place) => (type === 'heading' ? [place] : []));
		const section = pieces.slice(starts[heading], starts[heading + 1]);
		return section.filter(({ type }) => type === 'table').map(rowsOf);
	}
}

function rowsOf(table: Piece): string[][] {
	return (table.children ?? []).slice(1).map(({ children = [] }) => children.map(textOf));
}

function piecesIn(found: Piece): Piece[] {
	return [found, ...(found.children ?? []).flatMap(piecesIn)];
}

/** What a reader sees. */
export function textOf(found: Piece): string {
	return found.value ?? (found.children ?? []).map(textOf).join('');
}

function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
		.replaceAll(' ', '-');
}
