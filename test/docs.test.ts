/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { SHORT_DOCUMENTS, shortMarkdownOf } from '../benchmark/report/short';
import { shortUnderWayOf, UNDER_WAY_DOCUMENTS } from '../benchmark/report/shortUnderWay';
import { Document, ROOT, textOf } from './docs/markdown';

const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'SECURITY.md',
	'benchmark/README.md',
	...readdirSync(join(ROOT, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
	...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

const measured = z.object({ median: z.number(), min: z.number(), max: z.number() });
const ways = <Figures extends z.ZodTypeAny>(figures: Figures) =>
	z.object({
		thisNode: figures,
		itemByItem: figures,
		popCoreSingle: figures,
		popCore: figures,
		iotSdk: figures,
	});
const shortResults = z.object({
	date: z.string(),
	machine: z.object({ cores: z.number() }),
	plan: z.object({ devices: z.number() }),
	limited: ways(z.object({ requests: measured, seconds: measured })),
	unlimited: ways(z.object({ peakMemory: measured })),
});

const untilReached = z.object({
	requests: measured,
	secondsUntilHalf: measured.optional(),
	secondsUntilAll: measured.optional(),
});
const shortUnderWay = z.object({
	date: z.string(),
	machine: z.object({ cores: z.number() }),
	plan: z.object({ devicesUnderWay: z.number() }),
	underWay: z.object({
		thisNodeOfJob: untilReached,
		thisNode: untilReached,
		popCoreHalving: untilReached,
		popCoreSingle: untilReached,
	}),
});

/** Links that lead nowhere: to a file that is not there, or to a heading that its document does not have. */
async function deadLinks(document: Document): Promise<string[]> {
	const dead: string[] = [];
	for (const target of document.targets) {
		if (/^https?:/.test(target)) continue;
		const [file = '', anchor] = decodeURI(target).split('#');
		const path = posix.join(posix.dirname(document.path), file);
		if (file && !existsSync(join(ROOT, path))) {
			dead.push(target);
		} else if (anchor !== undefined) {
			const { headings } = file ? await Document.read(path) : document;
			if (!headings.some((heading) => heading.anchor === anchor)) dead.push(target);
		}
	}
	return dead;
}

describe('given the documents of the project', () => {
	it.each(DOCUMENTS)(
		'when the links of %s are followed, then each leads somewhere',
		async (path) => {
			expect(await deadLinks(await Document.read(path))).toEqual([]);
		},
	);

	it.each(DOCUMENTS)('when %s names an npm script, then package.json has it', (path) => {
		const { scripts } = z
			.object({ scripts: z.record(z.string()) })
			.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
		const text = readFileSync(join(ROOT, path), 'utf8');
		const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
		const names = named.map(([, script, short]) => script ?? short ?? '');
		expect(names.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('when code cites a section of PROTOCOL, then docs/PROTOCOL.md has it', async () => {
		const { headings } = await Document.read('docs/PROTOCOL.md');
		const cited = ['platform', 'nodes', 'credentials', 'test/emulator'].flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.ts'))
				.map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
				.flatMap((text) => [...text.matchAll(/PROTOCOL section (\d+)/g)])
				.map(([, section = '']) => section),
		);
		expect(cited.length).toBeGreaterThan(5);
		for (const section of cited) {
			expect(headings.map(({ text }) => text)).toContainEqual(
				expect.stringMatching(new RegExp(`^${section}\\. `)),
			);
		}
	});

	it('when docs/ARCHITECTURE.md names a file or folder, then it is there', async () => {
		const document = await Document.read('docs/ARCHITECTURE.md');
		const named = document
			.all('inlineCode')
			.map(textOf)
			.filter((name) => /^(?:platform|nodes|credentials|test|benchmark)\//.test(name));
		expect(named.length).toBeGreaterThan(15);
		expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
	});
});

describe('given the results of the benchmark', () => {
	const results: unknown = JSON.parse(readFileSync(join(ROOT, 'benchmark/results.json'), 'utf8'));
	const rows = (document: Document) =>
		document.all('table').map(({ children = [] }) => children.map(textOf));
	const expectTable = async (path: string, part: string) => {
		const [expected] = rows(await Document.parse(path, part));
		expect(rows(await Document.read(path))).toContainEqual(expected);
	};

	it.each(SHORT_DOCUMENTS)('when %s tells of them, then with these figures', async (path) => {
		await expectTable(path, shortMarkdownOf(shortResults.parse(results), path));
	});

	it.each(UNDER_WAY_DOCUMENTS)(
		'when %s tells of a roll-out under way, then with these figures',
		async (path) => {
			await expectTable(path, shortUnderWayOf(shortUnderWay.parse(results), path));
		},
	);
});

describe('given a document with a dead link', () => {
	it.each(['nowhere.md', 'docs/images/nothing.png', 'README.md#no-such-heading', '#nor-this'])(
		'when it leads to %s, then that is found',
		async (target) => {
			const document = await Document.parse('a.md', `# Title\n\n[a](${target}) [b](#title)\n`);
			expect(await deadLinks(document)).toEqual([target]);
		},
	);
});

describe('given a document with the same heading twice', () => {
	it('when links lead to its headings, then the second has a number, as on GitHub', async () => {
		const { headings } = await Document.parse('a.md', '# Fields\n\n## Fields\n');
		expect(headings.map(({ anchor }) => anchor)).toEqual(['fields', 'fields-1']);
	});
});
