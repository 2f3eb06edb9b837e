/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import type { N8n } from '../harness/n8n';
import { runFolder } from '../harness/runFolder';
import { systemPrograms } from '../set-up/systemPackages';

/** The editor is 10 MB of scripts and 20 MB of descriptions; a busy computer takes a minute to show it. */
const LOAD = 150_000;
const WAIT = 60_000;
const SETTLE = 1_000;
const SIZE = { width: 1280, height: 800 };

export type Theme = 'light' | 'dark';

/** What a person sees and clicks in n8n's editor. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a browser that is logged in. */
	static async open({ rest }: Pick<N8n, 'rest'>): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const { chromium: executablePath } = await systemPrograms();
		const browser = await chromium.launch({
			executablePath,
			args: [
				'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
				// Chromium's own sandbox does not start as root.
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			],
			env: { ...process.env, TMPDIR: runFolder() },
			handleSIGINT: false,
		});
		const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light' });
		const [name = '', value = ''] = rest.cookie.split('=');
		await context.addCookies([{ name, value, url: rest.url }]);
		const page = await context.newPage();
		page.setDefaultTimeout(WAIT);
		page.setDefaultNavigationTimeout(LOAD);
		return new Editor(browser, page, rest.url);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	at(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	/** Shows what people see whose computer is set to that theme. */
	async useTheme(colorScheme: Theme): Promise<void> {
		await this.page.emulateMedia({ colorScheme });
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`, { waitUntil: 'commit' });
		await this.at('canvas-plus-button').first().waitFor({ timeout: LOAD });
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`, { waitUntil: 'commit' });
		await this.at('canvas-node').first().waitFor({ timeout: LOAD });
	}

	/** Types into the search of the panel of nodes; returns the names that it lists. */
	async searchNodes(text: string): Promise<string[]> {
		if (!(await this.at('node-creator-search-bar').isVisible())) {
			await this.at('canvas-plus-button').first().click();
		}
		await this.at('node-creator-search-bar').fill(text);
		await this.foundNode().waitFor();
		// The list follows the typing a little later.
		let names: string[] = [];
		let before: string | undefined;
		while (names.join() !== before) {
			before = names.join();
			await this.page.waitForTimeout(SETTLE);
			names = await this.at('node-creator-item-name').allInnerTexts();
		}
		return names;
	}

	/** Our node in the list that a search has found. */
	foundNode(): Locator {
		return this.at('node-creator-item-name').filter({ hasText: 'Tuya IoT Platform' }).first();
	}

	/** Adds the found node by its action, which opens it. The triggers come first and hide the actions. */
	async addFoundNode(action: string): Promise<void> {
		await this.foundNode().click();
		await this.page.getByText(/^Actions \(\d+\)$/).click();
		await this.page.getByText(action, { exact: true }).click();
		await this.at('ndv').waitFor();
	}

	/** Opens a node of the canvas, unless it is open: the key that closes a dialog may close it as well. */
	async openNode(name: string): Promise<void> {
		await this.page.waitForTimeout(SETTLE);
		if (await this.at('ndv').isVisible()) return;
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.at('ndv').waitFor();
	}

	/** Notes from now on what the page finds wrong with itself; nothing of what it cannot load from elsewhere. */
	watchTroubles(): readonly string[] {
		const troubles: string[] = [];
		this.page.on('pageerror', ({ message }) => troubles.push(message));
		this.page.on('console', (line) => {
			const isOutside = line.text().startsWith('Failed to load resource');
			if (line.type() === 'error' && !isOutside) troubles.push(line.text());
		});
		return troubles;
	}

	/** The lines under a node of the canvas: its name, and below it the subtitle. */
	async captionOf(name: string): Promise<string[]> {
		const found = this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
		return (await found.innerText()).split('\n');
	}

	/** Opens a node of the canvas at once, where nothing else is open. */
	async showForm(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.form().getByTestId('input-label').first().waitFor();
	}

	async closeForm(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.at('ndv').waitFor({ state: 'hidden' });
	}

	/** The fields of the open node. */
	form(): Locator {
		return this.at('node-parameters').first();
	}

	/** The labels of the open form: the name of each field, what stands there, and whether it is cut off. */
	async labels(): Promise<Array<{ name: string; text: string; isCut: boolean }>> {
		return await this.form()
			.locator('label.n8n-input-label:visible')
			.evaluateAll((labels) =>
				labels.map((label) => {
					const title = label.querySelector('[class*="_title"]') ?? label;
					return {
						name: label.getAttribute('for') ?? '',
						text: (title.textContent ?? '').trim(),
						isCut: title.scrollWidth > title.clientWidth,
					};
				}),
			);
	}

	/** Waits until nothing runs, and closes the messages that lie over the page. */
	async settle(): Promise<void> {
		await this.page.waitForTimeout(SETTLE);
		const close = this.page.locator('.el-notification__closeBtn');
		while ((await close.count()) > 0) {
			await close.first().click();
			await this.page.waitForTimeout(SETTLE);
		}
	}

	/** Fills the text field of a parameter, of a node or a credential. */
	async fill(parameter: string, text: string, within: Locator = this.at('ndv')): Promise<void> {
		const field = within.getByTestId(`parameter-input-${parameter}`);
		await field.locator('input, textarea').first().fill(text);
	}

	/** Opens the list of a parameter that can be picked from one; returns what it says, entries or a trouble. */
	async openList(parameter: string): Promise<string[]> {
		const field = this.at(`resource-locator-${parameter}`);
		await field.getByTestId('rlc-input').click();
		const entries = this.page.locator(
			'[data-test-id="rlc-item"]:visible, [data-test-id="rlc-error-container"]:visible',
		);
		await entries.first().waitFor();
		return await entries.allInnerTexts();
	}

	/** Closes the open list of a parameter, which closes when the focus leaves it. */
	async closeList(parameter: string): Promise<void> {
		await this.at(`resource-locator-${parameter}`).getByTestId('rlc-input').blur();
		const trouble = this.page.locator('[data-test-id="rlc-error-container"]:visible');
		await trouble.first().waitFor({ state: 'hidden' });
	}

	/** Picks an entry of the open list, and returns what the field then shows. */
	async pick(parameter: string, entry: string): Promise<string> {
		await this.page.locator('[data-test-id="rlc-item"]:visible', { hasText: entry }).click();
		const field = this.at(`resource-locator-${parameter}`).getByTestId('rlc-input');
		await this.page
			.locator('[data-test-id="rlc-item"]:visible')
			.first()
			.waitFor({ state: 'hidden' });
		return await field.inputValue();
	}

	async executeStep(): Promise<void> {
		await this.at('node-execute-button').click();
	}

	/** The pane beside the open node that shows what it gave. */
	output(): Locator {
		return this.at('output-panel');
	}
}
