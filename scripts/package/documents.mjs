import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnglish } from './english.mjs';
import { must } from './report.mjs';

const SECTIONS = [
	['how to install it', /^##+ .*install/im],
	['the credential', /^##+ .*credential/im],
	['how to use it', /^##+ .*(usage|use it|operations|cancel by device)/im],
	['example workflows', /examples\/[\w-]+\.json/],
];
/** What is packed beside the code, whose texts are looked at with it. */
const TEXT = /\.(md|json|svg)$|^LICENSE$/;

/** What n8n asks of the documents that are packed. */
export function documentRows(unpacked) {
	const read = (path) => {
		const full = join(unpacked, path);
		return existsSync(full) ? readFileSync(full, 'utf8') : '';
	};
	const readme = read('README.md');
	return [
		{
			title: 'README has installation, credential, usage and examples',
			troubles: SECTIONS.filter(([, sign]) => !sign.test(readme)).map(([what]) => `not ${what}`),
		},
		{
			title: 'all that is packed beside the code is English',
			troubles: foreignLines(unpacked, read),
		},
		{
			title: 'LICENSE is the MIT licence',
			troubles: must(
				/MIT License[^]*Permission is hereby granted/.test(read('LICENSE')),
				'it is not',
			),
		},
		{
			title: 'README on GitHub is English too, and a person who is new understands it',
			look: [
				'follow it from its first line to a workflow that runs; a translation is a page of its own',
			],
		},
	];
}

function foreignLines(unpacked, read) {
	return readdirSync(unpacked, { recursive: true })
		.map(String)
		.filter((name) => TEXT.test(name))
		.flatMap((name) =>
			read(name)
				.split('\n')
				.filter((line) => !isEnglish(line))
				.map((line) => `${name}: ${line.trim().slice(0, 80)}`),
		);
}
