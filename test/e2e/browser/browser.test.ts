import { DEMO } from '../../emulator/fleet/fleets';
import {
	EMULATOR_ACCESS_KEY_ID,
	EMULATOR_ACCESS_KEY_SECRET,
	startEmulator,
	type Emulator,
} from '../../emulator/emulator';
import { addCredential, credentialData } from '../harness/credentials';
import { startN8n, type OwnN8n } from '../harness/n8n';
import { addWorkflow, cancelNode, chain, manualTrigger } from '../harness/workflows';
import { NEWEST } from '../set-up/versions';
import { Editor } from './editor';
import { formsOf } from './forms';
import { picture, pictureOfForm, type PictureOptions } from './pictures';

// Each step waits for a page that is slow on a busy computer.
jest.setTimeout(600_000);

const LARGEST_PICTURE = 150_000;
/** As the lists name what the demo fleet has. */
const PRODUCT = `Street Lamp (${DEMO.productKey})`;
const PACKAGE = 'lamp-firmware (1.0.1)';
const JOB = 'Running, 2024-11-11 11:11 UTC, roll-out, …660001';
/** More jobs, for the list of jobs to be a list. */
const OTHER_JOBS = [
	{ jobType: 'UPGRADE_FIRMWARE', jobStatus: 'CANCELED', utcCreate: '2024-11-10T14:05:00.000Z' },
	{ jobType: 'VERIFY_FIRMWARE', jobStatus: 'COMPLETED', utcCreate: '2024-11-10T09:30:00.000Z' },
	{ jobType: 'VERIFY_FIRMWARE', jobStatus: 'CANCELED', utcCreate: '2024-11-10T09:10:00.000Z' },
] as const;

describe(`n8n ${NEWEST}`, () => {
	describe('the editor in a browser', () => {
		let n8n: OwnN8n;
		let emulator: Emulator;
		let editor: Editor;
		beforeAll(async () => {
			emulator = await startEmulator({ https: true });
			for (const job of OTHER_JOBS) emulator.fleet.addJob({ firmwareId: DEMO.firmwareId, ...job });
			n8n = await startN8n(NEWEST, { name: 'editor' });
			editor = await Editor.open(n8n);
		});
		afterAll(async () => {
			await editor?.close();
			await n8n?.stop();
			await emulator?.stop();
		});

		const shoot = async (name: string, how?: PictureOptions) =>
			expect(await picture(editor, name, how)).toBeLessThan(LARGEST_PICTURE);

		it('given an empty canvas, when "tuya" or "ota" is typed, then the node is found', async () => {
			await editor.newWorkflow();
			expect(await editor.searchNodes('ota')).toContain('Tuya IoT Platform');
			expect(await editor.searchNodes('tuya')).toEqual(['Tuya IoT Platform']);
			await shoot('find-the-node', { bottom: 480 });
		});

		it('given a new node, when its credential is entered, then saving tests it and says that it works', async () => {
			await editor.addFoundNode('Cancel OTA tasks by device');
			// The first credential of a type has a button of its own instead of a list.
			await editor.page.getByText('Connect to Tuya IoT Platform').click();
			const dialog = editor.at('editCredential-modal');
			await editor.fill('endpoint', emulator.endpoint, dialog);
			await editor.fill('accessKeyId', EMULATOR_ACCESS_KEY_ID, dialog);
			await editor.fill('accessKeySecret', EMULATOR_ACCESS_KEY_SECRET, dialog);
			await dialog.getByTestId('parameter-input-ignoreSslIssues').locator('.el-switch').click();
			await editor.at('credential-save-button').click();
			// n8n closes it once the test has passed, and tests again when it is opened again.
			await dialog.waitFor({ state: 'hidden' });
			await editor.at('credential-edit-button').click();
			await editor.at('credentials-config-container-test-success').waitFor();
			await shoot('test-the-credential');
			await editor.page.keyboard.press('Escape');
			await dialog.waitFor({ state: 'hidden' });
			await editor.openNode('Cancel OTA tasks by device');
			expect(emulator.log.at(-1)).toMatchObject({ action: 'ListOTAFirmware', code: '' });
		});

		it('given no product yet, when the list of packages is opened, then it says to choose a product first', async () => {
			const [trouble] = await editor.openList('firmwareId');
			expect(trouble).toContain('Choose a product first');
			await shoot('choose-a-product-first', { keepsFocus: true });
			await editor.closeList('firmwareId');
		});

		it('given the lists, when product, package and job are picked, then each list names what there is and the jobs are told apart by state, time and kind', async () => {
			expect(await editor.openList('productKey')).toEqual([PRODUCT]);
			expect(await editor.pick('productKey', PRODUCT)).toBe(PRODUCT);
			expect(await editor.openList('firmwareId')).toEqual([PACKAGE]);
			expect(await editor.pick('firmwareId', PACKAGE)).toBe(PACKAGE);
			const jobs = await editor.openList('jobId');
			expect(jobs).toHaveLength(1 + OTHER_JOBS.length);
			expect(jobs[0]).toBe(JOB);
			expect(jobs.join()).toContain('Completed, 2024-11-10 09:30 UTC, verification, …');
			await shoot('pick-from-a-list', { keepsFocus: true });
			expect(await editor.pick('jobId', JOB)).toBe(JOB);
		});

		it('given what was picked and typed names, when the step runs, then the output table shows the answer and the hint sums it up', async () => {
			await editor.fill('deviceNames', 'testDevice1, testDevice2');
			await shoot('fill-in-the-node');
			await editor.executeStep();
			const output = editor.output();
			await output.getByText('requestId').first().waitFor();
			expect(await output.innerText()).toContain('2 devices: 2 accepted. 2 requests,');
			expect(emulator.fleet.task('testDevice2')?.taskStatus).toBe('CANCELED');
			expect(emulator.log.at(-1)?.parameters).toMatchObject({
				ProductKey: DEMO.productKey,
				FirmwareId: DEMO.firmwareId,
				JobId: DEMO.jobId,
			});
			await shoot('read-the-answer');
		});

		it('given an unknown device, when the step runs, then the output says what happened and names it', async () => {
			await editor.fill('deviceNames', 'testDevice3, ghost');
			await editor.executeStep();
			const output = editor.output();
			await output.getByText('The platform has no such device').first().waitFor();
			expect(await output.innerText()).toContain('ghost');
			await shoot('one-device-unknown');
		});

		it('given no device name, when the step runs, then the output says how to mend it', async () => {
			await editor.fill('deviceNames', ' ');
			await editor.executeStep();
			await editor.output().getByText('Device Names names no device').first().waitFor();
			await shoot('no-device-named');
		});

		it('given a node for every operation, when the canvas and each form are shown, then the line under the node reads as its operation, every field has its whole name, and nothing goes wrong', async () => {
			const troubles = editor.watchTroubles();
			const forms = await formsOf(n8n);
			expect(forms.length).toBeGreaterThan(30);
			const nodes = forms.map((form) => form.node);
			const all = { name: 'Every operation', nodes, connections: {} };
			await editor.page.setViewportSize({ width: 1280, height: 1400 });
			await editor.openWorkflow(await addWorkflow(n8n.rest, all));
			for (const { node: one, words, labels, always } of forms) {
				const [, subtitle = ''] = await editor.captionOf(one.name);
				expect(subtitle.toLowerCase()).toBe(words.toLowerCase());
				await editor.showForm(one.name);
				const shown = (await editor.labels()).filter(({ name }) => labels.has(name));
				const names = shown.map(({ name }) => name);
				expect([words, names.filter((name) => always.includes(name))]).toEqual([words, always]);
				expect(shown).toEqual(
					names.map((name) => ({ name, text: labels.get(name), isCut: false })),
				);
				expect(await editor.form().innerText()).not.toMatch(/not supported|\[ERROR|undefined/i);
				await pictureOfForm(editor, words);
				await editor.closeForm();
			}
			await editor.page.setViewportSize({ width: 1280, height: 800 });
			expect(troubles).toEqual([]);
		});

		it('given either theme, when a workflow is open, then its icon is shown on the canvas', async () => {
			const credentialId = await addCredential(n8n.rest, credentialData(emulator));
			const cancel = cancelNode(credentialId, {}, { position: [220, 0] });
			const workflow = chain('Stop a firmware roll-out', manualTrigger('Alert'), cancel);
			await editor.openWorkflow(await addWorkflow(n8n.rest, workflow));
			const icon = editor.page.locator('[data-node-name="Cancel"] img').first();
			const sources = { light: 'tuyaIotPlatform.svg', dark: 'tuyaIotPlatform.dark.svg' };
			for (const theme of ['light', 'dark'] as const) {
				await editor.useTheme(theme);
				await editor.page
					.locator(`[data-node-name="Cancel"] img[src$="/${sources[theme]}"]`)
					.first()
					.waitFor();
				expect(await icon.evaluate((image) => image.clientWidth)).toBeGreaterThan(20);
				await shoot(`canvas-${theme}`, { top: 330, bottom: 540 });
			}
		});
	});
});
