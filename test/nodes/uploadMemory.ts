/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- never shipped: measures a process of its own */
import { Readable } from 'node:stream';
import { Engine } from '../engine/engine';
import { itemWithFile } from '../engine/files';
import { uploadWorkflow } from './workflows';

// Run as a process of its own, so that neither Jest nor the emulator counts:
// uploadMemory.ts ENDPOINT KEY_ID KEY_SECRET MB. Prints how far its memory grew while a file was uploaded.

const MB = 1024 * 1024;
const FIGURES = ['rss', 'external', 'arrayBuffers'] as const;

/** What a process grew by at most, in MB, and how the upload ended. */
export interface UploadMemory extends Record<(typeof FIGURES)[number], number> {
	readonly error?: string;
}

function* fileOf(megabytes: number) {
	for (let piece = 0; piece < megabytes; piece++) yield Buffer.alloc(MB, piece);
}

async function measure([
	endpoint = '',
	accessKeyId = '',
	accessKeySecret = '',
	megabytes,
]: string[]) {
	const engine = await Engine.load();
	const content = Readable.from(fileOf(Number(megabytes)));
	const item = await itemWithFile({ fileName: 'lamp.bin', content });
	globalThis.gc?.();
	const before = process.memoryUsage();
	const most = { ...before };
	const watch = setInterval(() => {
		const now = process.memoryUsage();
		for (const figure of FIGURES) most[figure] = Math.max(most[figure], now[figure]);
	}, 2);
	const credential = { endpoint, accessKeyId, accessKeySecret };
	const { error } = await engine.run(uploadWorkflow(), credential, [item]);
	clearInterval(watch);
	const grown = FIGURES.map((figure) => [figure, (most[figure] - before[figure]) / MB]);
	return { error: error?.message, ...Object.fromEntries(grown) };
}

void measure(process.argv.slice(2)).then((memory) =>
	process.stdout.write(JSON.stringify(memory), () => process.exit(0)),
);
