/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { join } from 'node:path';
import { npmInstall } from './npmInstall';
import { N8N_VERSIONS, type N8nVersion } from './versions';

/** What n8n is started with. */
export interface N8nPrograms {
	/** Folder with Node.js 24, which n8n needs. */
	readonly nodeFolder: string;
	readonly node: string;
	/** The script that starts n8n. */
	readonly n8n: string;
}

/** Installs n8n of that version and its Node.js into the cache, unless they are there. */
export async function n8nPrograms(version: N8nVersion): Promise<N8nPrograms> {
	const node = await npmInstall({ name: 'node-24', scripts: true, duration: 'half a minute' });
	const n8n = await npmInstall({
		name: `n8n-${version}`,
		build: ['sqlite3'],
		duration: '3 to 6 minutes',
	});
	const nodeFolder = join(node, 'node', 'bin');
	return { nodeFolder, node: join(nodeFolder, 'node'), n8n: join(n8n, 'n8n', 'bin', 'n8n') };
}

/** Every version, one after the other. */
export async function allN8nPrograms(): Promise<void> {
	for (const version of N8N_VERSIONS) await n8nPrograms(version);
}
