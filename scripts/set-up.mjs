// Installs what package-lock.json asks for, if it is not there yet. Quick when it is. The folder to set up
// may be named; else it is the project's.
// Everything goes to stderr: stdout belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];

const root = join(dirname(fileURLToPath(import.meta.url)), '..', process.argv[2] ?? '.');
const stamp = join(root, 'node_modules', '.set-up');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
	console.error(
		`Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
	);
	process.exit(1);
}

// The platform is part of the stamp because some packages bring a binary for one system only.
const wanted = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.update(readFileSync(join(root, 'package.json')))
	.update(`${process.platform}-${process.arch}`)
	.digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

console.error(
	'Setting up: installing the packages of package-lock.json (1 to 3 minutes the first time) ...',
);
const started = Date.now();
// "install --no-save" rather than "ci": it keeps to the lock file as well, and copes with one that lacks
// the optional packages of other systems.
const install = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], {
	cwd: root,
	stdio: ['ignore', 2, 2],
	shell: process.platform === 'win32',
});
if (install.status !== 0) {
	console.error(
		'Setting up did not work: see the lines of npm above. Is a package registry reachable?',
	);
	process.exit(install.status ?? 1);
}
writeFileSync(stamp, wanted);
console.error(`Set up in ${Math.round((Date.now() - started) / 1000)} s.`);
