import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './report.mjs';

/** The first version of the n8n-node tool that publishes with provenance. */
const OLDEST_NODE_CLI = [0, 23];
const LINT_CONFIG =
	/^import \{ config \} from '@n8n\/node-cli\/eslint';\s+export default config;\s*$/;

/** What n8n asks of the way to npm, and what only shows once the package is there. */
export function publishingRows(root, manifest) {
	const { name, version, author = {}, repository = {} } = manifest;
	return [
		{
			title: 'the n8n-node tool, in 0.23.0 or newer, lints and releases',
			troubles: toolTroubles(manifest),
		},
		{
			title: "the linter has n8n's own configuration, unchanged",
			troubles: must(
				LINT_CONFIG.test(textOf(join(root, 'eslint.config.mjs'))),
				'eslint.config.mjs is another',
			),
		},
		{
			title: 'GitHub publishes with provenance, without a stored token',
			troubles: workflowTroubles(textOf(join(root, '.github', 'workflows', 'publish.yml'))),
		},
		{
			title: 'author, npm user and owner of the repository are the same, whom reviewers can reach',
			look: [`${author.name}, ${author.email}; npm owner ls ${name}; ${repository.url}`],
		},
		{
			title: 'the repository is public, and the link on npm leads to it',
			look: [`npm view ${name} repository.url, opened where nobody is logged in`],
		},
		{
			title: 'the version on npm was published by GitHub Actions, with provenance',
			look: [`npm view ${name}@${version} dist.attestations`],
		},
		{
			title: "n8n's scanner passes what is on npm, and its source on GitHub",
			look: [`npx @n8n/scan-community-package ${name}`],
		},
		{
			title: 'the package is handed in at the n8n Creator Portal, and its review is passed',
			look: ['https://creators.n8n.io/nodes; it stops at errors of the linter, not at warnings'],
		},
	];
}

function toolTroubles({ devDependencies = {}, scripts = {} }) {
	const wanted = devDependencies['@n8n/node-cli'] ?? '';
	const [major = 0, minor = 0] = (/\d+\.\d+/.exec(wanted)?.[0] ?? '').split('.').map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE_CLI;
	const isNew = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
	return [
		...must(isNew, `@n8n/node-cli is "${wanted}"`),
		...must(scripts.lint === 'n8n-node lint', `npm run lint is "${scripts.lint}"`),
		...must(scripts.release === 'n8n-node release', `npm run release is "${scripts.release}"`),
	];
}

function workflowTroubles(workflow) {
	return [
		...must(/^\s*id-token: write$/m.test(workflow), 'publish.yml may not ask for a token'),
		...must(/npm run release/.test(workflow), 'publish.yml does not run npm run release'),
		...must(!/secrets\.|NPM_TOKEN/.test(workflow), 'publish.yml uses a token that is stored'),
	];
}

function textOf(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
