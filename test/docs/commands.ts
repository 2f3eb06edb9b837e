/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the documents of the project; none of it ships */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './markdown';

/** The lines of all code blocks in the language `sh`, without empty ones. */
export function commandsOf(paths: readonly string[]): string[] {
	return paths
		.map((path) => readFileSync(join(ROOT, path), 'utf8'))
		.flatMap((text) => [...text.matchAll(/^```sh\n([^]*?)^```$/gm)])
		.flatMap(([, block = '']) => block.split('\n'))
		.filter(Boolean);
}
