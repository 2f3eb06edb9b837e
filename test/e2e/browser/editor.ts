/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- end-to-end tests run on a developer's computer; none of it ships */
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import type { N8n } from '../harness/n8n';
import { OWNER } from '../harness/rest';
import { runFolder } from '../harness/runFolder';
import { systemPrograms } from '../set-up/systemPackages';

const WAIT = 90_000;
const SIZE = { width: 1280, height: 800 };

export type Theme = 'light' | 'dark';

/** What a person sees and clicks in n8n's editor. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a browser and logs in. */
	static async open({ url }: N8n, theme: Theme = 'light'): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const { chromium: executablePath } = await systemPrograms();
		const browser = await chromium.launch({
			executablePath,
			// Chromium's own sandbox does not start as root.
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
			env: { ...process.env, TMPDIR: runFolder() },
			handleSIGINT: false,
		});
		const page = await browser.newPage({ viewport: SIZE, colorScheme: theme });
		page.setDefaultTimeout(WAIT);
		const editor = new Editor(browser, page, url);
		await editor.logIn();
		return editor;
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	at(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`, { waitUntil: 'commit' });
		await this.at('canvas-plus-button').first().waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`, { waitUntil: 'commit' });
		await this.at('canvas-node').first().waitFor();
	}

	/** Types into the search of the panel of nodes; returns the names that it lists. */
	async searchNodes(text: string): Promise<string[]> {
		if (!(await this.at('node-creator-search-bar').isVisible())) {
			await this.at('canvas-plus-button').first().click();
		}
		await this.at('node-creator-search-bar').fill(text);
		await this.foundNode().waitFor();
		return await this.at('node-creator-item-name').allInnerTexts();
	}

	/** Our node in the list that a search has found. */
	foundNode(): Locator {
		return this.at('node-creator-item-name').filter({ hasText: 'Tuya IoT Platform' }).first();
	}

	/** Adds the found node by its action, which opens it. */
	async addFoundNode(action: string): Promise<void> {
		await this.foundNode().click();
		await this.page.getByText(action, { exact: true }).click();
		await this.at('ndv').waitFor();
	}

	/** Fills the text field of a parameter, of a node or a credential. */
	async fill(parameter: string, text: string, within: Locator = this.at('ndv')): Promise<void> {
		const field = within.getByTestId(`parameter-input-${parameter}`);
		await field.locator('input, textarea').first().fill(text);
	}

	async executeStep(): Promise<void> {
		await this.at('node-execute-button').click();
	}

	/** The pane beside the open node that shows what it gave. */
	output(): Locator {
		return this.at('output-panel');
	}

	private async logIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`, { waitUntil: 'commit' });
		await this.at('emailOrLdapLoginId').locator('input').fill(OWNER.email);
		await this.at('password').locator('input').fill(OWNER.password);
		await this.at('form-submit-button').click();
		await this.page.waitForURL('**/home/**');
	}
}
