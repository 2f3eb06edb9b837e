/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { posix } from 'node:path';
import { Document } from './markdown';
import type { Heading, Piece } from './markdown';

/** What users read in English: the README, and the pages of docs/ in the order in which it lists them. */
export const ENGLISH_GUIDE = [
	'README.md',
	'docs/INSTALL.md',
	'docs/CREDENTIAL.md',
	'docs/OPERATIONS.md',
	'docs/CANCEL.md',
	'docs/ROLLBACK.md',
	'docs/TRIGGER.md',
	'docs/EXAMPLES.md',
	'docs/TROUBLESHOOTING.md',
	'docs/PERFORMANCE.md',
	'docs/REHEARSE.md',
	'docs/COMPATIBILITY.md',
] as const;

/** The same in Chinese: one document, in which each page is a chapter. */
export const CHINESE_GUIDE = ['docs/zh-CN.md'] as const;

/** One of the documents that users read in English. */
export type GuidePage = (typeof ENGLISH_GUIDE)[number];

/** A heading of a guide, and the document that it stands in. */
interface GuideHeading extends Heading {
	readonly path: string;
}

/** A guide, read through from its first document to its last. */
export class Guide {
	private constructor(private readonly documents: readonly Document[]) {}

	static async read(paths: readonly string[]): Promise<Guide> {
		return new Guide(await Promise.all(paths.map(async (path) => await Document.read(path))));
	}

	/** All headings. Those of a page stand a level lower than in its document, as chapters do. */
	get headings(): GuideHeading[] {
		return this.documents.flatMap(({ path, headings }, number) =>
			headings.map((heading) => ({
				...heading,
				path,
				depth: heading.depth + Math.min(number, 1),
			})),
		);
	}

	/** All pieces of a type, in their order, however deep. */
	all(type: string): Piece[] {
		return this.documents.flatMap((document) => document.all(type));
	}

	/** What is set in bold. */
	get bold(): string[] {
		return this.documents.flatMap(({ bold }) => bold);
	}

	/** The tables between the heading of this number, counted from 0, and the next one, without their heads. */
	tablesUnder(heading: number): string[][][] {
		let place = heading;
		for (const document of this.documents) {
			const { length } = document.headings;
			if (place < length) return document.tablesUnder(place);
			place -= length;
		}
		return [];
	}

	/**
	 * Where its links and pictures lead: the number of a heading of the guide, else a file from the root of the
	 * project, or an address.
	 */
	get destinations(): Array<number | string> {
		const { headings } = this;
		return this.documents.flatMap(({ path, targets }) =>
			targets.map((target) => {
				if (/^https?:/.test(target)) return target;
				const [file = '', anchor] = decodeURI(target).split('#');
				const there = file ? posix.join(posix.dirname(path), file) : path;
				const place = headings.findIndex(
					(heading) =>
						heading.path === there && (anchor === undefined || heading.anchor === anchor),
				);
				if (place >= 0) return place;
				return anchor === undefined ? there : `${there}#${anchor}`;
			}),
		);
	}
}
