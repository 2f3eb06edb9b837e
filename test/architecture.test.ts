/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources of the project; none of it ships */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongImports } from './architecture/arrows';
import type { SourceFile } from './architecture/arrows';

const ROOT = join(__dirname, '..');

function sourcesIn(folder: string): SourceFile[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith('.ts'))
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

const EXECUTION = 'nodes/TuyaIotPlatform/execution/a.ts';
const RESOURCE = 'nodes/TuyaIotPlatform/resources/otaTask/a.ts';

describe('given the sources as they are', () => {
	it.each(['platform', 'credentials', 'nodes', 'test/emulator'])(
		'when the imports of %s are read, then each goes along an arrow',
		(folder) => {
			const sources = sourcesIn(folder).filter(([path]) => !/\.test\.ts$/.test(path));
			expect(sources.length).toBeGreaterThan(1);
			expect(wrongImports(sources)).toEqual([]);
		},
	);

	it('when a file is put where no layer is, then that is reported', () => {
		const path = 'nodes/TuyaIotPlatform/helpers/a.ts';
		expect(wrongImports([[path, '']])).toEqual([`${path} belongs to no layer`]);
	});
});

describe('given a file with a wrong import', () => {
	it.each([
		['platform/a.ts', 'n8n-workflow'],
		['platform/a.ts', '../nodes/TuyaIotPlatform/execution/session'],
		['platform/a.ts', '../credentials/signN8nRequest'],
		['platform/a.ts', 'node:fs'],
		['platform/a.ts', 'crypto-js'],
		['platform/cancellation/a.ts', '../../test/emulator/emulator'],
		['credentials/a.ts', '../nodes/TuyaIotPlatform/execution/session'],
		['credentials/a.ts', 'n8n-core'],
		[EXECUTION, '../resources/locators'],
		[EXECUTION, '../actions/operation'],
		[EXECUTION, '../../../credentials/signN8nRequest'],
		[EXECUTION, '../../../benchmark/results'],
		['nodes/TuyaIotPlatform/actions/a.ts', '../resources'],
		['nodes/TuyaIotPlatform/pickers/a.ts', '../resources/locators'],
		['nodes/TuyaIotPlatform/TuyaIotPlatform.node.ts', './actions/operation'],
		['nodes/TuyaIotPlatform/methods/a.ts', '../pickers'],
		[RESOURCE, '../../pickers'],
		[RESOURCE, '../../../TuyaIotPlatformTrigger/fields'],
		['nodes/TuyaIotPlatformTrigger/a.ts', '../TuyaIotPlatform/actions/operation'],
		['test/emulator/a.ts', '../../platform/signature'],
	])('when %s imports %s, then that is reported', (path, target) => {
		for (const way of WAYS) {
			expect(wrongImports([[path, way(target)]])).toEqual([`${path} -> ${target}`]);
		}
	});
});

describe('given a file with a right import', () => {
	it.each([
		['platform/a.ts', './signature'],
		['platform/a.ts', 'node:crypto'],
		['credentials/a.ts', '../platform/connection'],
		[EXECUTION, '../../../platform/client'],
		[RESOURCE, '../../actions/actionOperation'],
		['nodes/TuyaIotPlatform/TuyaIotPlatform.node.ts', './resources'],
		['nodes/TuyaIotPlatformTrigger/a.ts', '../TuyaIotPlatform/resources/locators'],
		['nodes/TuyaIotPlatformTrigger/a.ts', '../TuyaIotPlatform/pickers'],
	])('when %s imports %s, then nothing is reported', (path, target) => {
		for (const way of WAYS) expect(wrongImports([[path, way(target)]])).toEqual([]);
	});
});
