const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** The engine tests load the package as built, so a build that lags behind the sources is renewed first. */
module.exports = function buildFirst() {
	const script = join(__dirname, '..', 'scripts', 'build.mjs');
	const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('The package does not build');
};
