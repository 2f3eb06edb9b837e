const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { bundleEngine } = require('./bundleEngine');

/** The engine tests load the package as built, so a build that lags behind the sources is renewed first. */
module.exports = async function buildFirst() {
	const script = join(__dirname, '..', 'scripts', 'build.mjs');
	const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('The package does not build');
	await bundleEngine();
};
