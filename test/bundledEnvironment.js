const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');
const { BUNDLE } = require('./bundleEngine');

/** Compiled once for all files of tests that a worker runs; each runs it anew, in a world of its own. */
let script;

/** Jest's environment, with the packages of the bundle at hand. */
module.exports = class BundledEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		let packages;
		this.global.bundled = (require) => (packages ??= this.run(require));
	}

	run(require) {
		script ??= new Script(
			`(exports, require, __dirname, __filename) => {${readFileSync(BUNDLE, 'utf8')}\n}`,
			{
				filename: BUNDLE,
			},
		);
		const packages = {};
		script.runInContext(this.getVmContext())(packages, require, dirname(BUNDLE), BUNDLE);
		return packages;
	}
};
