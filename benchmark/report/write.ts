/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: writes files */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Results } from '../results';
import { chartOf } from './chart';
import { READMES, shortMarkdownOf } from './short';
import { markdownOf } from './tables';

const FOLDER = join(__dirname, '..');
const START = '<!-- results: written by npm run bench -->';
const END = '<!-- end of results -->';

/** Writes results.json, chart.svg and the part between two marks of the READMEs, here and of the project. */
export async function writeReport(results: Results): Promise<void> {
	await writeFormatted(join(FOLDER, 'results.json'), JSON.stringify(results));
	writeFileSync(join(FOLDER, 'chart.svg'), chartOf(results));
	await writePart(join(FOLDER, 'README.md'), markdownOf(results));
	for (const readme of READMES) {
		await writePart(join(FOLDER, '..', readme), shortMarkdownOf(results, readme));
	}
}

async function writePart(path: string, part: string): Promise<void> {
	const [before, rest] = readFileSync(path, 'utf8').split(START);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined) throw new Error(`${path} lacks its marks`);
	await writeFormatted(path, `${before}${START}\n\n${part}\n\n${END}${after}`);
}

async function writeFormatted(filepath: string, text: string): Promise<void> {
	writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
