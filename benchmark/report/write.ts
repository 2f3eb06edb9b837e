/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: writes files */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Results } from '../results';
import { chartOf } from './chart';
import { markdownOf } from './tables';

const FOLDER = join(__dirname, '..');
const START = '<!-- results: written by npm run bench -->';
const END = '<!-- end of results -->';

/** Writes results.json, chart.svg and the README's part between its two marks. */
export async function writeReport(results: Results): Promise<void> {
	await writeFormatted('results.json', JSON.stringify(results));
	writeFileSync(join(FOLDER, 'chart.svg'), chartOf(results));
	const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
	const [before, rest] = readme.split(START);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined) throw new Error('README.md lacks its marks');
	const text = `${before}${START}\n\n${markdownOf(results)}\n\n${END}${after}`;
	await writeFormatted('README.md', text);
}

async function writeFormatted(name: string, text: string): Promise<void> {
	const filepath = join(FOLDER, name);
	writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
