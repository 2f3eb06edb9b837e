/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** The shipped sources with the number of their lines. */
const SOURCES = ['credentials', 'nodes', 'platform'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => ({ path: `${folder}/${name}`, text: read(join(ROOT, folder, name)) }))
		.map(({ path, text }) => ({ path, text, lines: text.split('\n').length - 1 })),
);

function read(path: string): string {
	return readFileSync(path, 'utf8');
}

describe('The shipped sources', () => {
	it('given the node, when its lines are counted, then there are fewer than 100', () => {
		const node = SOURCES.find(({ path }) => path.endsWith('/TuyaIotPlatform.node.ts'));
		expect(node?.lines).toBeGreaterThan(0);
		expect(node?.lines).toBeLessThan(100);
	});

	it('given every file, when its lines are counted, then none has more than 250', () => {
		expect(SOURCES.length).toBeGreaterThan(100);
		expect(SOURCES.filter(({ lines }) => lines > 250).map(({ path }) => path)).toEqual([]);
	});

	it('given the platform, when its imports are read, then none leads to n8n or to the nodes', () => {
		const strays = SOURCES.filter(({ path }) => path.startsWith('platform/')).filter(({ text }) =>
			/from '(n8n-|(\.\.\/)+(nodes|credentials)\/)/.test(text),
		);
		expect(strays.map(({ path }) => path)).toEqual([]);
	});
});
