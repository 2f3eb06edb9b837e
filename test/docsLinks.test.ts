/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TuyaIotPlatformApi } from '../credentials/TuyaIotPlatformApi.credentials';
import { TuyaIotPlatform } from '../nodes/TuyaIotPlatform/TuyaIotPlatform.node';
import { TuyaIotPlatformTrigger } from '../nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node';
import { explain } from '../platform';
import { GUIDE } from '../platform/errors/guide';
import { Document, ROOT } from './docs/markdown';
import { refusedFault } from './support/refusedFault';

const textOfFile = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** Where the documents are read, by package.json. */
const { repository } = z
	.object({ repository: z.object({ url: z.string() }) })
	.parse(JSON.parse(textOfFile('package.json')));
const DOCUMENTS = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;

const pages = z.array(z.object({ url: z.string() }));
const codex = z.object({
	resources: z.object({ credentialDocumentation: pages, primaryDocumentation: pages }),
});

/** The pages that n8n offers beside a node: those of its codex file. */
function pagesOf(node: string): string[] {
	const file = textOfFile('nodes', 'TuyaIotPlatform', `${node}.node.json`);
	const { resources } = codex.parse(JSON.parse(file));
	return Object.values(resources).flatMap((listed) => listed.map(({ url }) => url));
}

const LINKS = [
	new TuyaIotPlatformApi().documentationUrl,
	...pagesOf(TuyaIotPlatform.name),
	...pagesOf(TuyaIotPlatformTrigger.name),
	...Object.values(GUIDE),
];

describe('given the links of the package to its documents', () => {
	it.each([...new Set(LINKS)])(
		'when %s is followed, then the file and the heading are there',
		async (link) => {
			expect(link.startsWith(DOCUMENTS)).toBe(true);
			const [file = '', anchor] = link.slice(DOCUMENTS.length).split('#');
			expect(existsSync(join(ROOT, file))).toBe(true);
			const { headings } = await Document.read(file);
			const anchors = [undefined, ...headings.map((heading) => heading.anchor)];
			expect(anchors).toContain(anchor);
		},
	);

	it.each([TuyaIotPlatform.name, TuyaIotPlatformTrigger.name])(
		'when n8n appends its query to those of %s, then no heading is in the way',
		(node) => {
			expect(pagesOf(node).filter((page) => /[#?]/.test(page))).toEqual([]);
		},
	);

	it('when sources are looked through, then the address stands in one, and in the credential, whose lint wants it', () => {
		const holding = ['platform', 'nodes', 'credentials'].flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.ts'))
				.map((name) => join(folder, name))
				.filter((path) => textOfFile(path).includes('/blob/')),
		);
		expect(holding.toSorted()).toEqual([
			join('credentials', 'TuyaIotPlatformApi.credentials.ts'),
			join('platform', 'errors', 'guide.ts'),
		]);
	});
});

describe('given an error with a page of its own', () => {
	it.each([
		['a certificate that cannot be verified', certificate(), GUIDE.privateCertificates],
		['a proxy that cannot be reached', proxy(), GUIDE.proxies],
		['a refused signature', refusedFault('SignatureDoesNotMatch'), GUIDE.refusedSignatures],
		['an action that is not granted', refusedFault('Forbidden.RAM'), GUIDE.leastPrivilege],
		['throttling', refusedFault('Throttling.User'), GUIDE.throttling],
	] as const)(
		'when it is %s, then its description names that page, as plain text',
		(_, fault, page) => {
			expect(explain(fault).description).toContain(`. See ${page} for more.`);
		},
	);

	it('when it is another error, then its description leads nowhere', () => {
		const { description } = explain(refusedFault('iot.device.NotExistedDevice'));
		expect(description).not.toContain('http');
	});
});

function certificate() {
	return { kind: 'network', reason: 'certificate', cause: '' } as const;
}

function proxy() {
	return { kind: 'network', reason: 'other', cause: '', proxy: 'proxy:3128' } as const;
}
