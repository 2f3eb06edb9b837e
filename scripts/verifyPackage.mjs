// Prints what n8n asks of a verified package, a row for each rule: pass, FAIL, or "by hand" with what a person has
// to look at. Ends with 1 if one fails. --without-scanner leaves the slowest out, --scanner-beta names a folder into
// which npm has installed the scanner's beta, --tarball a package that is packed already, --root another folder.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeRows } from './package/code.mjs';
import { documentRows } from './package/documents.mjs';
import { loadEntries } from './package/entries.mjs';
import { fieldRows } from './package/fields.mjs';
import { manifestRows } from './package/manifest.mjs';
import { nodeRows } from './package/nodes.mjs';
import { withPacked } from './package/packed.mjs';
import { publishingRows } from './package/publishing.mjs';
import { readJson } from './package/readJson.mjs';
import { report } from './package/report.mjs';
import { scannerRows } from './package/scanner.mjs';
import { tarballRows } from './package/tarball.mjs';
import { wordRows } from './package/words.mjs';

const SCANNER_LEFT_OUT = {
	title: "n8n's scanner passes the source and the unpacked tarball",
	look: ['left out this time: npm run verify:package'],
};

const { values } = parseArgs({
	options: {
		root: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..') },
		tarball: { type: 'string' },
		'without-scanner': { type: 'boolean', default: false },
		'scanner-beta': { type: 'string' },
	},
});
const root = resolve(values.root);
const beta = values['scanner-beta'] && resolve(values['scanner-beta']);

const groups = await withPacked(root, rulesOn, values.tarball && resolve(values.tarball));
const { passed, failed, byHand } = report(groups);
console.log(`${passed} passed, ${failed} failed, ${byHand} by hand`);
process.exitCode = failed === 0 ? 0 : 1;

async function rulesOn({ tarball, unpacked }) {
	const manifest = readJson(join(unpacked, 'package.json'));
	const entries = loadEntries(unpacked, manifest);
	return [
		{ name: 'Manifest', rows: manifestRows(manifest) },
		{ name: 'Tarball', rows: tarballRows({ tarball, unpacked }) },
		{ name: 'Code', rows: codeRows(unpacked) },
		{ name: 'Nodes', rows: nodeRows(unpacked, manifest.name, entries) },
		{ name: 'Fields', rows: fieldRows(unpacked, entries) },
		{ name: 'Words', rows: wordRows(entries) },
		{ name: 'Documents', rows: documentRows(unpacked) },
		{
			name: 'Scanner',
			rows: values['without-scanner']
				? [SCANNER_LEFT_OUT]
				: await scannerRows(root, unpacked, beta),
		},
		{ name: 'Publishing', rows: publishingRows(root, manifest) },
	];
}
