/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Editor } from './editor';
import { recorded } from '../harness/record';

/** Which part of the window is taken, in pixels from its top, and how. */
export interface PictureOptions {
	readonly top?: number;
	readonly bottom?: number;
	/** Leaves the focus where it is: a list closes without it. */
	readonly keepsFocus?: boolean;
}

/** Takes a picture of the editor, as wide as the window. Returns its size in bytes. */
export async function picture(
	editor: Editor,
	name: string,
	{ top = 0, bottom = 800, keepsFocus = false }: PictureOptions = {},
): Promise<number> {
	const folder = recorded('docs', 'images');
	const { page } = editor;
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.png`);
	const clip = { x: 0, y: top, width: 1280, height: bottom - top };
	await editor.settle();
	// A field that has the focus shows a tip over its neighbours.
	if (!keepsFocus) {
		await page.locator(':focus').evaluateAll((elements) => {
			for (const element of elements) if (element instanceof HTMLElement) element.blur();
		});
	}
	await page.mouse.move(640, 5);
	await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
	return statSync(path).size;
}

/** The workflow alone: without buttons, dots and messages. Returns a PNG. */
export async function pictureOfCanvas(editor: Editor): Promise<Buffer> {
	const clip = (await editor.at('canvas').boundingBox()) ?? undefined;
	return await editor.page.screenshot({
		...{ animations: 'disabled', clip },
		style: `
			* { visibility: hidden; }
			.vue-flow__transformationpane * { visibility: visible; }
			[data-test-id="canvas"] { visibility: visible; background: #fff !important; }
		`,
	});
}

/** All that the window shows, but for messages and tips. Returns a PNG. */
export async function pictureOfWindow(editor: Editor): Promise<Buffer> {
	return await editor.page.screenshot({
		animations: 'disabled',
		caret: 'hide',
		style:
			'.el-notification, [role="tooltip"], [data-reka-popper-content-wrapper] { visibility: hidden; }',
	});
}

/** Names a folder for a picture of every form in both themes; none is taken without it. */
const FORMS_VARIABLE = 'TUYA_IOT_E2E_FORMS';

/** Takes pictures of the open form, light and dark, where they are wanted. */
export async function pictureOfForm({ page }: Editor, name: string): Promise<void> {
	const folder = process.env[FORMS_VARIABLE];
	if (folder === undefined) return;
	mkdirSync(folder, { recursive: true });
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.screenshot({
			path: join(folder, `${name.replace(/\W+/g, '-')}-${colorScheme}.png`),
			animations: 'disabled',
		});
	}
}
