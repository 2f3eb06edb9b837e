/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Editor } from './editor';
import { recorded } from '../harness/record';

/** A picture with the words that go with it. */
export interface Captioned {
	readonly png: Buffer;
	readonly caption: string;
}

const STYLE = `
	body { margin: 0; font: 15px system-ui, sans-serif; color: #1f2328; background: #fff; }
	figure { margin: 0; }
	img { display: block; width: 100%; }
	.sheet { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px 8px; padding: 8px; }
	.sheet img { border: 1px solid #d0d7de; border-radius: 6px; box-sizing: border-box; }
	.sheet figcaption { padding: 4px 2px 0; font: 12px ui-monospace, monospace; }
	.step figcaption { padding: 12px 16px; font-size: 20px; font-weight: 600; }
	.step i { font-style: normal; color: #8c959f; padding-right: 8px; }
`;

/** All pictures side by side, each with its words below it, as one PNG. */
export async function sheetOf(editor: Editor, pictures: readonly Captioned[]): Promise<Buffer> {
	const figures = pictures.map(
		({ png, caption }) =>
			`<figure>${image(png)}<figcaption>${textIn(caption)}</figcaption></figure>`,
	);
	return await drawn(editor, `<div class="sheet">${figures.join('')}</div>`, 1_000);
}

/** A picture below its words, with its place among so many, as one PNG. */
export async function stepOf(
	editor: Editor,
	{ png, caption }: Captioned,
	{ place, of, width }: { place: number; of: number; width: number },
): Promise<Buffer> {
	const words = `<figcaption><i>${place} of ${of}</i>${textIn(caption)}</figcaption>`;
	return await drawn(editor, `<figure class="step">${words}${image(png)}</figure>`, width);
}

/** Puts a picture among those of the documents. Returns its size in bytes. */
export function keep(name: string, png: Buffer): number {
	const folder = recorded('docs', 'images');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, name), png);
	return png.length;
}

async function drawn(editor: Editor, html: string, width: number): Promise<Buffer> {
	const page = await editor.page.context().newPage();
	try {
		await page.setViewportSize({ width, height: 600 });
		await page.setContent(`<style>${STYLE}</style>${html}`, { waitUntil: 'load' });
		return await page.screenshot({ fullPage: true });
	} finally {
		await page.close();
	}
}

function image(png: Buffer): string {
	return `<img src="data:image/png;base64,${png.toString('base64')}">`;
}

function textIn(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
