// Checks the package as n8n's verification does, without a network: n8n's own scanner on the source and on
// the unpacked tarball, and what the tarball holds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const LARGEST_TARBALL = 150_000;
const MAY_HOLD = new Set([
	'CHANGELOG.md',
	'LICENSE',
	'README.md',
	'README.zh-CN.md',
	'dist',
	'package.json',
]);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The linter reads its plugins from the nearest node_modules, so the tarball is unpacked inside the project.
const folder = mkdtempSync(join(root, 'node_modules', '.scan-'));
let failures = 0;

try {
	const tarball = pack();
	const unpacked = unpack(tarball);
	const { size } = statSync(tarball);
	const top = readdirSync(unpacked).filter((name) => name !== 'node_modules');
	const files = readdirSync(join(unpacked, 'dist'), { recursive: true }).map(String);

	report(`tarball of ${size} bytes is under ${LARGEST_TARBALL}`, size < LARGEST_TARBALL);
	report(
		'tarball holds dist, both READMEs, LICENSE, CHANGELOG and package.json only',
		top.length === MAY_HOLD.size && top.every((name) => MAY_HOLD.has(name)),
		top.join(', '),
	);
	const strays = files.filter((name) => /tsbuildinfo|^package\.json$|\.test\.|\.map$/.test(name));
	report('dist holds no leftovers', strays.length === 0, strays.join(', '));
	await scan('source', root, SOURCE_FILE_PATTERNS);
	await scan('unpacked tarball', unpacked);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

async function scan(what, directory, patterns) {
	const { passed, message, details } = await analyzePackage(directory, patterns);
	// The scanner also passes a folder in which it found nothing to look at.
	report(`n8n's scanner passes the ${what}`, passed && message === undefined, details ?? message);
}

function report(what, passed, details = '') {
	console.log(`${passed ? 'pass' : 'FAIL'}  ${what}`);
	if (passed) return;
	failures++;
	console.log(details);
}

function pack() {
	const { status } = spawnSync('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	const [name] = readdirSync(folder);
	if (status !== 0 || name === undefined) throw new Error('npm pack did not write a tarball');
	return join(folder, name);
}

function unpack(tarball) {
	const { status } = spawnSync('tar', ['-xzf', tarball, '-C', folder], { stdio: 'inherit' });
	if (status !== 0) throw new Error('tar could not unpack the tarball');
	return join(folder, 'package');
}
