/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- never shipped: works on a temporary copy of the sources */
import { spawn } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SOURCES = [
	...['credentials', 'nodes', 'platform', 'scripts', 'examples', 'package.json'],
	...['tsconfig.json', 'tsconfig.build.json', 'jest.config.js', 'gulpfile.js'],
	...['README.md', 'docs', 'CHANGELOG.md', 'eslint.config.mjs', 'package-lock.json'],
];
const FOLDERS = ['benchmark', 'test'];
/** What has packages of its own, and the test of that. */
const NOT_NEEDED = [
	join(ROOT, 'test', 'e2e'),
	join(ROOT, 'test', 'e2eArguments.test.ts'),
	join(ROOT, 'benchmark', 'node_modules'),
];

/** A copy of the sources that a test may change and run. */
export class SourceCopy {
	private readonly folder = mkdtempSync(join(tmpdir(), 'sources-'));

	constructor() {
		for (const source of SOURCES) {
			cpSync(join(ROOT, source), this.path(source), { recursive: true });
		}
		for (const folder of FOLDERS) {
			cpSync(join(ROOT, folder), this.path(folder), {
				recursive: true,
				filter: (path) => !NOT_NEEDED.includes(path),
			});
		}
		// A folder of its own with links in it: the build leaves its stamp there.
		mkdirSync(this.path('node_modules'));
		for (const name of readdirSync(join(ROOT, 'node_modules'))) {
			if (name.startsWith('.') && name !== '.bin') continue;
			symlinkSync(join(ROOT, 'node_modules', name), this.path('node_modules', name));
		}
		// What the test that makes the copy runs on is there already.
		const bundle = ['node_modules', '.cache', 'engine'];
		mkdirSync(this.path('node_modules', '.cache'));
		symlinkSync(join(ROOT, ...bundle), this.path(...bundle));
	}

	/** Writes a new file. */
	write(file: string, text: string): void {
		writeFileSync(this.path(file), text, { flag: 'wx' });
	}

	/** Puts lines behind the first place where a text stands. Throws if it stands nowhere. */
	insert(file: string, behind: string, lines: string): void {
		const text = readFileSync(this.path(file), 'utf8');
		const at = text.indexOf(behind);
		if (at < 0) throw new Error(`${file} has no "${behind}"`);
		const end = at + behind.length;
		writeFileSync(this.path(file), `${text.slice(0, end)}${lines}${text.slice(end)}`);
	}

	/** Runs a program of node_modules/.bin; gives its exit code and all that it printed. */
	async run(program: string, args: readonly string[]): Promise<{ code: unknown; output: string }> {
		const child = spawn(this.path('node_modules', '.bin', program), args, {
			cwd: this.folder,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk) => (output += String(chunk)));
		}
		const code = await new Promise((resolve) => child.once('close', resolve));
		return { code, output };
	}

	/** Brings the build up to date where none but files that are copied as they are have changed since. */
	async copyAssets(): Promise<void> {
		await this.run('gulp', ['--silent']);
		const now = new Date();
		utimesSync(this.path('node_modules', '.built'), now, now);
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private path(...parts: string[]): string {
		return join(this.folder, ...parts);
	}
}
