/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources of the project; none of it ships */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongImports } from './architecture/arrows';
import type { SourceFile } from './architecture/arrows';

const ROOT = join(__dirname, '..');

function sourcesIn(folder: string): SourceFile[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith('.ts') && !path.includes('/node_modules/'))
		.map((path): SourceFile => [path, readFileSync(join(ROOT, path), 'utf8')]);
}

/** How to write an import, with its target put in. */
const WAYS: ReadonlyArray<(target: string) => string> = [
	(target) => `import { a } from '${target}';`,
	(target) => `import type { a } from '${target}';`,
	(target) => `export * from '${target}';`,
	(target) => `const a = require('${target}');`,
	(target) => `const a = await import('${target}');`,
];

/** Whatever sends a request: a helper of n8n or a global of Node.js. */
const WAY_OUT =
	/\bhttpRequest(?:WithAuthentication)?\b|\brequest(?:WithAuthentication|OAuth[12])\b|\bhelpers\.request\b|\bfetch\(/;

const SHARED = 'nodes/TuyaIotPlatform/shared/a.ts';
const RESOURCE = 'nodes/TuyaIotPlatform/resources/otaTask/a.ts';

describe('given the sources as they are', () => {
	it.each(['platform', 'credentials', 'nodes', 'test/emulator', 'benchmark'])(
		'when the imports of %s are read, then each goes along an arrow',
		(folder) => {
			const sources = sourcesIn(folder).filter(([path]) => !/\.test\.ts$/.test(path));
			expect(sources.length).toBeGreaterThan(1);
			expect(wrongImports(sources)).toEqual([]);
		},
	);

	it('when the meaning of a code is looked up, then only where an answer is judged', () => {
		const readers = sourcesIn('platform').filter(([, text]) => text.includes('meaningOf('));
		expect(readers.map(([path]) => path).sort()).toEqual([
			'platform/client/envelope.ts',
			'platform/errors/codes/index.ts',
		]);
	});

	it('when the ways out that n8n offers are looked for, then one file of the nodes takes them', () => {
		const senders = sourcesIn('nodes').filter(([, text]) => WAY_OUT.test(text));
		expect(senders.map(([path]) => path)).toEqual(['nodes/TuyaIotPlatform/shared/sending.ts']);
	});

	it('when the ways out are looked for elsewhere, then nothing sends by itself', () => {
		const others = [...sourcesIn('platform'), ...sourcesIn('credentials')];
		expect(others.filter(([, text]) => WAY_OUT.test(text)).map(([path]) => path)).toEqual([]);
	});

	it('when a file is put where no layer is, then that is reported', () => {
		const path = 'nodes/TuyaIotPlatform/helpers/a.ts';
		expect(wrongImports([[path, '']])).toEqual([`${path} belongs to no layer`]);
	});
});

describe('given a file with a wrong import', () => {
	it.each([
		['platform/signing/a.ts', 'n8n-workflow'],
		['platform/signing/a.ts', '../../nodes/TuyaIotPlatform/shared/client'],
		['platform/signing/a.ts', '../../credentials/signN8nRequest'],
		['platform/signing/a.ts', 'node:fs'],
		['platform/signing/a.ts', 'crypto-js'],
		['platform/input/a.ts', 'node:crypto'],
		['platform/cancellation/a.ts', '../../test/emulator/emulator'],
		['platform/cancellation/a.ts', '../watching/jobs'],
		['platform/errors/a.ts', '../client/callAction'],
		['platform/catalog/a.ts', '../input/text'],
		['platform/client/a.ts', '..'],
		['platform/json.ts', './errors/faults'],
		['credentials/a.ts', '../nodes/TuyaIotPlatform/shared/client'],
		['credentials/a.ts', '../platform/signing/connection'],
		['credentials/a.ts', 'n8n-core'],
		[SHARED, '../resources/locators'],
		[SHARED, '../operations/operation'],
		[SHARED, '../../../platform/client/callAction'],
		[SHARED, '../../../credentials/signN8nRequest'],
		[SHARED, '../../../benchmark/results'],
		['nodes/TuyaIotPlatform/operations/a.ts', '../resources'],
		['nodes/TuyaIotPlatform/methods/listSearch/a.ts', '../../resources/locators'],
		['nodes/TuyaIotPlatform/TuyaIotPlatform.node.ts', './operations/operation'],
		['nodes/TuyaIotPlatform/methods/a.ts', '../trigger/fields'],
		[RESOURCE, '../../methods/listSearch'],
		[RESOURCE, '../../trigger/fields'],
		['nodes/TuyaIotPlatform/trigger/a.ts', '../operations/operation'],
		['test/emulator/a.ts', '../../platform/signing/signature'],
		['benchmark/measurements/a.ts', '../../platform/client/callAction'],
		['benchmark/measurements/a.ts', '../../nodes/TuyaIotPlatform/shared/client'],
	])('when %s imports %s, then that is reported', (path, target) => {
		for (const way of WAYS) {
			expect(wrongImports([[path, way(target)]])).toEqual([`${path} -> ${target}`]);
		}
	});
});

describe('given a file with a right import', () => {
	it.each([
		['platform/signing/a.ts', './signature'],
		['platform/signing/a.ts', 'node:crypto'],
		['platform/watching/a.ts', '../lists/paging'],
		['platform/index.ts', './watching/poll'],
		['credentials/a.ts', '../platform'],
		[SHARED, '../../../platform'],
		[RESOURCE, '../../operations/defineOperation'],
		['nodes/TuyaIotPlatform/TuyaIotPlatform.node.ts', './resources'],
		['nodes/TuyaIotPlatform/TuyaIotPlatformTrigger.node.ts', './methods/listSearch'],
		['nodes/TuyaIotPlatform/trigger/a.ts', '../resources/locators'],
		['benchmark/measurements/a.ts', '../../platform'],
		['benchmark/contestants/a.ts', '../../test/emulator/emulator'],
	])('when %s imports %s, then nothing is reported', (path, target) => {
		for (const way of WAYS) expect(wrongImports([[path, way(target)]])).toEqual([]);
	});
});
