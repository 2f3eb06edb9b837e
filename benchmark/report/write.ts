/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: writes files */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Results } from '../results';
import { chartOf } from './chart';
import { withPart } from './part';
import { READMES, shortMarkdownOf } from './short';
import { markdownOf } from './tables';

const FOLDER = join(__dirname, '..');
const RESULTS = join(FOLDER, 'results.json');
const MARKS = {
	start: '<!-- results: written by npm run bench -->',
	end: '<!-- end of results -->',
};

/**
 * Writes results.json, chart.svg and the part between two marks of the READMEs, here and of the project. What
 * the load test in a real server has put into results.json stays.
 */
export async function writeReport(results: Results): Promise<void> {
	const { realServer }: { realServer?: unknown } = JSON.parse(readFileSync(RESULTS, 'utf8'));
	await writeFormatted(RESULTS, JSON.stringify({ ...results, realServer }));
	writeFileSync(join(FOLDER, 'chart.svg'), chartOf(results));
	await writePart(join(FOLDER, 'README.md'), markdownOf(results));
	for (const readme of READMES) {
		await writePart(join(FOLDER, '..', readme), shortMarkdownOf(results, readme));
	}
}

async function writePart(path: string, part: string): Promise<void> {
	await writeFormatted(path, withPart(readFileSync(path, 'utf8'), MARKS, part));
}

async function writeFormatted(filepath: string, text: string): Promise<void> {
	writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
