// Compiles the package into dist and copies icons and codex files there. With --if-stale only when a
// source is newer than the last build. Everything goes to stderr.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = [
	'credentials',
	'nodes',
	'platform',
	'gulpfile.js',
	'tsconfig.json',
	'tsconfig.build.json',
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(root, 'node_modules', '.built');

if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);

console.error('Building ...');
rmSync(dist, { recursive: true, force: true });
run('tsc', ['-p', 'tsconfig.build.json']);
run('gulp', ['--silent']);
writeFileSync(stamp, '');

function isFresh() {
	return (
		existsSync(dist) &&
		existsSync(stamp) &&
		SOURCES.every((source) => newest(join(root, source)) <= statSync(stamp).mtimeMs)
	);
}

/** When the file or folder, or anything in it, was last changed, ms. */
function newest(path) {
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command, args) {
	const { status } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}
