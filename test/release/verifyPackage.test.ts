/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: starts the script as a developer does, on a copy of the package */
import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SCRIPT = join(ROOT, 'scripts', 'verifyPackage.mjs');
const PARTS = [
	...['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist', 'eslint.config.mjs'],
	'.github',
];

let copy: string;
beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'package-'));
	for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function verify() {
	const args = [SCRIPT, '--root', copy, '--without-scanner'];
	const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	const failed = stdout.match(/(?<=^FAIL {2}).*$/gm) ?? [];
	return { status, stdout, failed };
}

function replace(file: string, text: string, by: string): void {
	const path = join(copy, file);
	const old = readFileSync(path, 'utf8');
	expect(old).toContain(text);
	writeFileSync(path, old.replace(text, by));
}

const NODE = 'dist/nodes/TuyaIotPlatform/TuyaIotPlatform.node.js';

/** A way to break each point, by its title. */
const BREAKS: ReadonlyArray<readonly [title: string, make: () => void]> = [
	['the name begins', () => replace('package.json', '"name": "n8n-nodes', '"name": "nodes')],
	['the licence is MIT', () => replace('package.json', '"MIT"', '"GPL-3.0"')],
	['the keyword', () => replace('package.json', 'n8n-community-node-package', 'n8n-node')],
	['n8n.strict', () => replace('package.json', '"strict": true', '"strict": false')],
	[
		'there are no runtime dependencies',
		() =>
			replace(
				'package.json',
				'"devDependencies": {',
				'"dependencies": { "crypto-js": "4.2.0" },\n"devDependencies": {',
			),
	],
	[
		'n8n-workflow in any version',
		() => replace('package.json', '"n8n-workflow": "*"', '"n8n-workflow": "2"'),
	],
	[
		'there are no overrides',
		() => replace('package.json', '"scripts": {', '"scripts": { "postpack": "true",'),
	],
	[
		'description, homepage',
		() => replace('package.json', 'git+https://github.com', 'git+https://example.org'),
	],
	[
		'tarball holds dist',
		() => replace('package.json', '"CHANGELOG.md"', '"CHANGELOG.md", "eslint.config.mjs"'),
	],
	['dist holds no leftovers', () => writeFileSync(join(copy, 'dist', 'a.js.map'), '{}')],
	['the code imports', () => appendFileSync(join(copy, NODE), "\n(() => require('node:os'));")],
	[
		'the code uses no forbidden global',
		() => appendFileSync(join(copy, NODE), '\n(() => process.env);'),
	],
	['all texts are English', () => appendFileSync(join(copy, NODE), "\n(() => '设备');")],
	[
		'each node and credential of package.json',
		() =>
			replace(
				'package.json',
				'"dist/credentials/',
				'"dist/credentials/NoSuchThing.credentials.js", "dist/credentials/',
			),
	],
	[
		'each has a square SVG icon',
		() => replace('dist/nodes/TuyaIotPlatform/tuyaIotPlatform.dark.svg', '0 0 64 64', '0 0 64 60'),
	],
	['each node has a codex file', () => rmSync(join(copy, NODE.replace(/js$/, 'json')))],
	['each node but triggers', () => replace(NODE, 'usableAsTool: true', 'usableAsTool: undefined')],
	['README has', () => replace('README.md', '## The credential', '## The key')],
	['LICENSE is', () => writeFileSync(join(copy, 'LICENSE'), 'All rights reserved')],
	[
		'GitHub publishes',
		() => replace('.github/workflows/publish.yml', 'id-token: write', 'id-token: none'),
	],
	[
		"the linter has n8n's own",
		() => appendFileSync(join(copy, 'eslint.config.mjs'), 'config.push({});'),
	],
];

describe('npm run verify:package', () => {
	it('given the package as it is, when it is verified, then all passes and what cannot be seen here is told', () => {
		const { status, stdout, failed } = verify();
		expect(failed).toEqual([]);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^not checked here {2}.*provenance/m);
	});

	it('given one thing that is broken, when it is verified, then that alone fails and the exit code is 1', () => {
		appendFileSync(join(copy, NODE), '\n(() => setTimeout(() => {}, 1));');
		const { status, stdout, failed } = verify();
		expect(failed).toEqual(['the code uses no forbidden global']);
		expect(stdout).toContain('TuyaIotPlatform.node.js: setTimeout');
		expect(status).toBe(1);
	});

	it('given everything broken at once, when it is verified, then each point that was broken fails', () => {
		for (const [, make] of BREAKS) make();
		const { failed } = verify();
		const missed = BREAKS.filter(([title]) => !failed.some((line) => line.startsWith(title)));
		expect(missed.map(([title]) => title)).toEqual([]);
		expect(failed).toHaveLength(BREAKS.length);
	});

	it('given a credential without a test, when it is verified, then that alone fails', () => {
		for (const node of ['TuyaIotPlatform', 'TuyaIotPlatformTrigger']) {
			replace(
				`dist/nodes/TuyaIotPlatform/${node}.node.js`,
				"testedBy: 'tuyaIotPlatformApiTest'",
				'',
			);
		}
		expect(verify().failed).toEqual(['each credential has a test']);
	});
});
