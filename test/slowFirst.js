const { relative, join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest, the slowest first. */
const SLOWEST = [
	'nodes/expressions/everyField',
	'scaffold/scaffold',
	'nodes/hundredThousand/itemEach',
	'nodes/hundredThousand/oneItem',
	'nodes/scale',
	'engine/cli',
	'platform/cancellation/run.property',
	'release/verifyPackage',
	'platform/signing/signature',
	'platform/cancellation/rolloutRequests',
	'nodes/cancelledIsSeen',
	'nodes/shortLists',
	'platform/client/pacingTogether',
	'nodes/plainExpression',
	'clients/clients',
].map((name) => join(`${name}.test.ts`));

/**
 * Starts slow files first, so that none of them runs alone at the end while other cores have nothing left to do.
 * Jest by itself knows which are slow only where it has run them before.
 */
module.exports = class SlowFirst extends Sequencer {
	sort(tests) {
		const rank = ({ path }) => {
			const place = SLOWEST.indexOf(relative(__dirname, path));
			return place < 0 ? SLOWEST.length : place;
		};
		return super.sort(tests).toSorted((left, right) => rank(left) - rank(right));
	}
};
