const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'node_modules', '.cache', 'engine');
const BUNDLE = join(FOLDER, 'bundle.js');
const KEY = join(FOLDER, 'key');

/** What of n8n the tests and the nodes import, and what else takes long to load. */
const PACKAGES = [
	...['n8n-workflow', 'n8n-core', '@n8n/di', '@n8n/backend-common', 'reflect-metadata'],
	...['@alicloud/pop-core', 'fast-check', 'selfsigned', 'zod'],
];

/** The file that Jest takes for a package. */
const standInFor = (name) => join(FOLDER, `${name.replace(/^@/, '').replaceAll('/', '-')}.js`);

/** For Jest: each package by the file that stands for it. */
const moduleNameMapper = Object.fromEntries(
	PACKAGES.map((name) => [`^${name}$`, standInFor(name)]),
);

/**
 * Puts packages into one file as they are, all in one so that what they share is there once. Made again when
 * package-lock.json or this file changes.
 */
async function bundleEngine() {
	const key = createHash('sha256')
		.update(readFileSync(join(ROOT, 'package-lock.json')))
		.update(readFileSync(__filename))
		.digest('hex');
	if (existsSync(KEY) && readFileSync(KEY, 'utf8') === key) return;
	console.error("Bundling n8n's engine for the tests ...");
	mkdirSync(FOLDER, { recursive: true });
	const partial = `${BUNDLE}.${process.pid}`;
	await build({
		// Nothing is run before it is asked for.
		stdin: { contents: PACKAGES.map(entryOf).join(''), resolveDir: ROOT },
		bundle: true,
		platform: 'node',
		target: 'node20',
		// Binaries, which are not installed, and what n8n loads only for its own telemetry.
		external: ['*.node', '@sentry/*'],
		outfile: partial,
		keepNames: true,
		minifyWhitespace: true,
		legalComments: 'none',
		logLevel: 'error',
	});
	renameSync(partial, BUNDLE);
	for (const name of PACKAGES) {
		writeFileSync(standInFor(name), `module.exports = bundled(require)['${name}']();\n`);
	}
	writeFileSync(KEY, key);
}

function entryOf(name) {
	return `exports['${name}'] = () => require('${name}');\n`;
}

module.exports = { BUNDLE, bundleEngine, moduleNameMapper };
