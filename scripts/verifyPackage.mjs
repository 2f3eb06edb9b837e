// Prints n8n's checklist for verified packages, with a pass or a FAIL for each point that can be seen from
// here. Ends with 1 if one fails. --without-scanner leaves the slowest out; --root names another folder.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeChecks } from './package/code.mjs';
import { documentChecks } from './package/documents.mjs';
import { entryChecks } from './package/entries.mjs';
import { manifestChecks } from './package/manifest.mjs';
import { withPacked } from './package/packed.mjs';
import { report } from './package/report.mjs';
import { scannerChecks } from './package/scanner.mjs';
import { tarballChecks } from './package/tarball.mjs';

const NOT_CHECKED_HERE = [
	'the version is published on npm, by GitHub Actions, with provenance',
	'the repository is public and the one that package.json names',
	"author and npm maintainer are the same person, whom n8n's reviewers can reach",
	'the package is handed in at the n8n Creator Portal and its review is passed',
];

const { values } = parseArgs({
	options: {
		root: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..') },
		'without-scanner': { type: 'boolean', default: false },
	},
});
const root = resolve(values.root);

const checks = await withPacked(root, async (packed) => {
	const manifest = JSON.parse(readFileSync(join(packed.unpacked, 'package.json'), 'utf8'));
	return [
		...manifestChecks(manifest),
		...tarballChecks(packed),
		...codeChecks(packed.unpacked),
		...entryChecks(packed.unpacked, manifest),
		...documentChecks(root),
		...(values['without-scanner'] ? [] : await scannerChecks(root, packed.unpacked)),
	];
});
const failures = report(checks);
if (values['without-scanner']) console.log("left out  n8n's scanner");
for (const point of NOT_CHECKED_HERE) console.log(`not checked here  ${point}`);
console.log(`\n${checks.length - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
