/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: writes files */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Results } from '../results';
import { chartOf } from './chart';
import { withPart } from './part';
import type { Marks } from './part';
import { SHORT_DOCUMENTS, shortMarkdownOf } from './short';
import { shortUnderWayOf, UNDER_WAY_DOCUMENTS } from './shortUnderWay';
import { markdownOf } from './tables';

const FOLDER = join(__dirname, '..');
const RESULTS = join(FOLDER, 'results.json');
const MARKS = {
	start: '<!-- results: written by npm run bench -->',
	end: '<!-- end of results -->',
};
const UNDER_WAY_MARKS = {
	start: '<!-- roll-out under way: written by npm run bench -->',
	end: '<!-- end of roll-out under way -->',
};

/**
 * Writes results.json, chart.svg and what is between marks in the README here and in documents of the project. What
 * the load test in a real server has put into results.json stays.
 */
export async function writeReport(results: Results): Promise<void> {
	const { realServer }: { realServer?: unknown } = JSON.parse(readFileSync(RESULTS, 'utf8'));
	await writeFormatted(RESULTS, JSON.stringify({ ...results, realServer }));
	writeFileSync(join(FOLDER, 'chart.svg'), chartOf(results));
	await writePart(join(FOLDER, 'README.md'), MARKS, markdownOf(results));
	for (const document of UNDER_WAY_DOCUMENTS) {
		const path = join(FOLDER, '..', document);
		await writePart(path, UNDER_WAY_MARKS, shortUnderWayOf(results, document));
	}
	for (const document of SHORT_DOCUMENTS) {
		await writePart(join(FOLDER, '..', document), MARKS, shortMarkdownOf(results, document));
	}
}

async function writePart(path: string, marks: Marks, part: string): Promise<void> {
	await writeFormatted(path, withPart(readFileSync(path, 'utf8'), marks, part));
}

async function writeFormatted(filepath: string, text: string): Promise<void> {
	writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
