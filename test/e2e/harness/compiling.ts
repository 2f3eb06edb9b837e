/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- end-to-end tests run on a developer's computer; none of it ships */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

/** The setting that makes n8n load a package anew when a file of it changes. */
export const RELOAD = { N8N_DEV_RELOAD: 'true' } as const;

/** Compiles the sources into a package that n8n has loaded, and again at each change. Ends with the run. */
export function compileInto(packageFolder: string): void {
	const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
	const outDir = join(packageFolder, 'dist');
	const watching = ['--watch', '--preserveWatchOutput'];
	spawn(tsc, ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', outDir, ...watching], {
		cwd: ROOT,
		stdio: ['ignore', 2, 2],
	});
}
