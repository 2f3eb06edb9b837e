/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHINESE_GUIDE, ENGLISH_GUIDE, Guide } from './docs/guide';
import { Document, ROOT, textOf } from './docs/markdown';

/** More takes longer than two minutes to read. */
const MOST_LINES = 160;

/** Each guide leads to the other. */
const TRANSLATIONS: ReadonlyArray<number | string> = ['README.md', ...CHINESE_GUIDE];

describe('given README.md', () => {
	it('when its lines are counted, then they are read in two minutes', () => {
		const lines = readFileSync(join(ROOT, 'README.md'), 'utf8').trimEnd().split('\n');
		expect(lines.length).toBeLessThan(MOST_LINES);
	});

	it('when its last section is read, then it lists the pages of the guide in their order', async () => {
		const { targets } = await Document.read('README.md');
		const [, ...pages] = ENGLISH_GUIDE;
		expect(targets.filter(isPage).slice(-pages.length)).toEqual(pages);
	});
});

function isPage(target: string): boolean {
	return ENGLISH_GUIDE.some((page) => page === target);
}

describe('given the pages of the guide', () => {
	it.each(ENGLISH_GUIDE.slice(1))('when %s begins, then with a way back to all', async (path) => {
		const { targets } = await Document.read(path);
		expect(targets[0]).toBe('../README.md#where-to-find-the-rest');
	});
});

describe('given the guide in English and in Chinese', () => {
	let english: Guide;
	let chinese: Guide;
	beforeAll(async () => {
		english = await Guide.read(ENGLISH_GUIDE);
		chinese = await Guide.read(CHINESE_GUIDE);
	});

	const both = (read: (guide: Guide) => unknown) => [read(chinese), read(english)] as const;

	it('when their headings are compared, then they have the same depths in the same order', () => {
		const [left, right] = both(({ headings }) => headings.map(({ depth }) => depth));
		expect(left).toEqual(right);
	});

	it('when their code blocks are compared, then they are the same', () => {
		const [left, right] = both((guide) =>
			guide.all('code').map(({ lang, value }) => ({ lang, value })),
		);
		expect(left).toEqual(right);
	});

	it('when their links and pictures are compared, then they lead to the same headings and files', () => {
		const [left, right] = both(({ destinations }) =>
			destinations.filter((place) => !TRANSLATIONS.includes(place)).toSorted(),
		);
		expect(left).toEqual(right);
	});

	it('when names, values and messages in them are compared, then they are the same', () => {
		const [left, right] = both((guide) => guide.all('inlineCode').map(textOf).toSorted());
		expect(left).toEqual(right);
	});

	it('when their tables are compared, then they have as many rows', () => {
		const [left, right] = both((guide) =>
			guide.all('table').map(({ children = [] }) => children.length),
		);
		expect(left).toEqual(right);
	});
});
