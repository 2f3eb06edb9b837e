/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { recorded } from '../harness/record';

/** What one execution took in the real server. */
export interface RunFigures {
	readonly items: number;
	readonly requests: number;
	readonly seconds: number;
	/** Of the n8n process, over all. */
	readonly peakMemoryMb: number;
	/** By how much the run raised it. */
	readonly addedMemoryMb: number;
	/** The execution as it is stored. */
	readonly storedMb: number;
}

/** Puts figures under a key of benchmark/results.json; what else is in it stays. */
export function mergeFigures(key: string, figures: object): void {
	const file = recorded('benchmark', 'results.json');
	mkdirSync(dirname(file), { recursive: true });
	const before = existsSync(file)
		? z.record(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
		: {};
	writeFileSync(file, `${JSON.stringify({ ...before, [key]: figures }, null, '\t')}\n`);
}
