/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../docs/markdown';
import { EDITS } from './fiveSteps';

/** The files that an added read action touches by hand. */
const MOST_FILES = 7;

const GUIDE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const [, STEPS = ''] = /## Add an operation in five steps\n([^]*?)\nThat is /.exec(GUIDE) ?? [];
/** Without what a command writes. */
const BY_HAND = STEPS.replace(/`npm run generate` then writes[^]*/, '');

/** Whether a text names a file, or a kind of file as in `test/emulator/actions/<Action>.ts`. */
function names(text: string, file: string): boolean {
	return [...text.matchAll(/`([\w./<>-]+)`/g)].some(([, name = '']) =>
		new RegExp(`^${name.replaceAll('.', '\\.').replace(/<\w+>/g, '\\w+')}$`).test(file),
	);
}

describe('given the five steps of CONTRIBUTING.md', () => {
	const touched = new Set<string>();
	const note = (file: string) => void touched.add(file);
	for (const edit of Object.values(EDITS)) edit({ write: note, insert: note });

	it('when the files that an added operation touches are counted, then there are seven at most', () => {
		expect(touched.size).toBeGreaterThan(4);
		expect(touched.size).toBeLessThanOrEqual(MOST_FILES);
	});

	it.each([...touched])('when %s is looked for, then a step names it', (file) => {
		expect(names(BY_HAND, file)).toBe(true);
	});

	it.each(['README.md', 'test/nodes/bench.ts', 'platform/catalog/facts/device.ts'])(
		'when %s is looked for, which no step needs by hand, then none names it',
		(file) => {
			expect(names(BY_HAND, file)).toBe(false);
		},
	);
});
