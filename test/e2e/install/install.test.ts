/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Document } from '../../docs/markdown';
import { startN8n } from '../harness/n8n';
import { folderOfPackage, installPackage, PACKAGE, tarballPath } from '../harness/packed';
import { runFolder } from '../harness/runFolder';
import { NODE_TYPE } from '../harness/workflows';
import { command } from '../set-up/command';
import { NEWEST } from '../set-up/versions';

const TIMEOUT = 180_000;
const types = z.array(z.object({ name: z.string() }).passthrough());

/** The commands of the code block that begins like this. */
async function commandsOf(document: string, beginning: string): Promise<string> {
	const blocks = (await Document.read(document)).all('code').map(({ value = '' }) => value);
	const block = blocks.find((text) => text.startsWith(beginning));
	if (block === undefined) throw new Error(`${document} has no commands that begin "${beginning}"`);
	return block;
}

/** Inside of a container, n8n's user folder is in the home folder as well. */
async function dockerCommands(): Promise<string> {
	const [, inContainer = ''] = (await commandsOf('docs/INSTALL.md', 'docker exec')).split("'");
	return inContainer;
}

/** The tarball that the first two of them make is there already. */
async function contributorsCommands(): Promise<string> {
	const [build, pack, ...others] = (await commandsOf('CONTRIBUTING.md', 'npm run build')).split(
		'\n',
	);
	expect([build, pack]).toEqual(['npm run build', 'npm pack']);
	return others.join('\n');
}

/** Runs commands as they are written, with the packed package in place of the published one. */
async function follow(commands: string, home: string): Promise<void> {
	const script = commands.replaceAll(
		new RegExp(`(npm install .*)${PACKAGE}`, 'g'),
		`$1${tarballPath()}`,
	);
	await command('Installing as the documents say', 'sh', ['-ec', script], {
		cwd: dirname(tarballPath()),
		env: { PATH: process.env.PATH, HOME: home },
		timeout: TIMEOUT,
	});
}

function newHome(name: string): string {
	const home = join(runFolder(), name);
	mkdirSync(home);
	return home;
}

function filesIn(home: string): string[] {
	return readdirSync(folderOfPackage(home), { recursive: true, encoding: 'utf8' }).sort();
}

describe(`n8n ${NEWEST}`, () => {
	describe('the install commands', () => {
		it.each([
			['npm', async () => await commandsOf('docs/INSTALL.md', 'mkdir -p ~/.n8n')],
			['Docker', dockerCommands],
			['a contributor', contributorsCommands],
		] as const)(
			'given those for %s, when they are followed, then the whole package is where n8n looks, and nothing else',
			async (way, commands) => {
				const home = newHome(way);
				const model = newHome(`model for ${way}`);
				await follow(await commands(), home);
				await installPackage(model);
				expect(filesIn(home)).toEqual(filesIn(model));
				const modules = readdirSync(dirname(folderOfPackage(home)));
				expect(modules.filter((name) => !name.startsWith('.'))).toEqual([PACKAGE]);
			},
		);

		it('given those for npm, when n8n starts, then the node is there', async () => {
			const install = async (home: string) =>
				await follow(await commandsOf('docs/INSTALL.md', 'mkdir -p ~/.n8n'), home);
			const n8n = await startN8n(NEWEST, { name: 'installed', install });
			try {
				const all = await n8n.rest.file(types, '/types/nodes.json');
				expect(all.map(({ name }) => name)).toContain(NODE_TYPE);
			} finally {
				await n8n.stop();
			}
		});
	});
});
