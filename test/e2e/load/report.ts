/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { figure, table } from '../../../benchmark/report/figures';
import { withPart } from '../../../benchmark/report/part';
import { recorded } from '../harness/record';
import { command } from '../set-up/command';
import type { LoadFigures, RunFigures, ScaledFigures } from './figures';

const ROOT = join(__dirname, '..', '..', '..');
const PRETTIER = join(ROOT, 'node_modules', '.bin', 'prettier');
const MARKS = {
	start: '<!-- real server: written by npm run test:e2e -- --record load -->',
	end: '<!-- end of real server -->',
};

/** Puts the figures into benchmark/results.json and its README; what else is in them stays. */
export async function report(figures: LoadFigures): Promise<void> {
	const results = fileOf('results.json');
	const all = z.record(z.unknown()).parse(JSON.parse(readFileSync(results, 'utf8')));
	writeFileSync(results, JSON.stringify({ ...all, realServer: figures }));
	const readme = fileOf('README.md');
	writeFileSync(readme, withPart(readFileSync(readme, 'utf8'), MARKS, markdownOf(figures)));
	const args = ['--config', join(ROOT, '.prettierrc.json'), '--write', results, readme];
	await command('Formatting the figures', PRETTIER, args, { timeout: 60_000 });
}

/** The file of the work tree, or a copy of it when nothing is recorded. */
function fileOf(name: string): string {
	const file = recorded('benchmark', name);
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		copyFileSync(join(ROOT, 'benchmark', name), file);
	}
	return file;
}

function markdownOf({ n8n, cancelByDevice, evaluated, httpRequest }: LoadFigures): string {
	const head = [
		`n8n ${n8n}`,
		'items',
		'requests',
		'time, s',
		'stored, MB',
		'peak memory, MB',
		'slowest answer, s',
	];
	return table(head, [
		[...row('Cancel by Device', cancelByDevice), ...server(cancelByDevice)],
		[...row('Cancel by Device, n8n evaluates', evaluated), ...server(evaluated)],
		[...row('HTTP Request', httpRequest), ...server(httpRequest)],
		[...row('HTTP Request, scaled', httpRequest.scaled), '', ''],
	]);
}

function row(name: string, run: ScaledFigures): string[] {
	return [name, ...[run.items, run.requests, run.seconds, run.storedMb].map(figure)];
}

function server({ peakMemoryMb, addedMemoryMb, slowestAnswer }: RunFigures): string[] {
	return [
		`${figure(peakMemoryMb)}, ${figure(addedMemoryMb)} of it by the run`,
		figure(slowestAnswer),
	];
}
