/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { RELOAD } from '../harness/compiling';
import { startN8n, type OwnN8n } from '../harness/n8n';
import { NODE_TYPE } from '../harness/workflows';
import { NEWEST } from '../set-up/versions';

const RELOADED_IN = 60_000;
const SAVE_AGAIN = 5_000;
const LOOK_AGAIN = 500;
const types = z.array(z.object({ name: z.string(), displayName: z.string() }).passthrough());

async function displayName({ rest }: OwnN8n): Promise<string | undefined> {
	const all = await rest.file(types, '/types/nodes.json');
	return all.find(({ name }) => name === NODE_TYPE)?.displayName;
}

describe.each([NEWEST] as const)('n8n %s', (version) => {
	let n8n: OwnN8n;
	beforeAll(async () => {
		n8n = await startN8n(version, { name: 'dev', env: RELOAD });
	});
	afterAll(async () => await n8n?.stop());

	describe('npm run dev', () => {
		it('given a node that is compiled anew, when n8n sees the file, then it shows the new node without a restart', async () => {
			expect(await displayName(n8n)).toBe('Tuya IoT Platform');
			const file = join(n8n.packageFolder, 'dist/nodes/TuyaIotPlatform/TuyaIotPlatform.node.js');
			const code = readFileSync(file, 'utf8');
			const changed = code.replace("'Tuya IoT Platform'", "'Changed While n8n Runs'");
			const deadline = Date.now() + RELOADED_IN;
			let savedAt = 0;
			let shown: string | undefined;
			while (shown !== 'Changed While n8n Runs' && Date.now() < deadline) {
				// n8n may not watch yet, or read half a file; then it waits until the file is saved again.
				if (Date.now() - savedAt > SAVE_AGAIN) {
					writeFileSync(file, changed);
					savedAt = Date.now();
				}
				await pause(LOOK_AGAIN);
				// While n8n writes the file anew, a reader gets a part of it.
				shown = await displayName(n8n).catch(() => undefined);
			}
			expect(shown).toBe('Changed While n8n Runs');
		});
	});
});
