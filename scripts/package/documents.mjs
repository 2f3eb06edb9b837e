import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SECTIONS = [
	['how to install it', /^##+ .*install/im],
	['the credential', /^##+ .*credential/im],
	['how to use it', /^##+ .*(usage|use it|operations|cancel by device)/im],
	['example workflows', /examples\/[\w-]+\.json/],
];

/** Checks on the documents that a verified package has, and on how it is published. */
export function documentChecks(root) {
	const read = (path) =>
		existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
	const readme = read('README.md');
	const publish = read('.github/workflows/publish.yml');
	const must = (holds, trouble) => (holds ? [] : [trouble]);
	return [
		{
			title: 'README has installation, credential, usage and examples',
			troubles: SECTIONS.filter(([, sign]) => !sign.test(readme)).map(([what]) => `not ${what}`),
		},
		{
			title: 'LICENSE is the MIT licence',
			troubles: must(
				/MIT License[^]*Permission is hereby granted/.test(read('LICENSE')),
				'it is not',
			),
		},
		{
			title: 'GitHub publishes with provenance, without a stored token',
			troubles: [
				...must(/^\s*id-token: write$/m.test(publish), 'publish.yml may not ask for a token'),
				...must(/npm run release/.test(publish), 'publish.yml does not run npm run release'),
			],
		},
		{
			title: "the linter has n8n's own configuration, unchanged",
			troubles: must(
				/^import \{ config \} from '@n8n\/node-cli\/eslint';\s+export default config;\s*$/.test(
					read('eslint.config.mjs'),
				),
				'eslint.config.mjs is another',
			),
		},
	];
}
