import { DEMO } from '../../emulator/fleet/fleets';
import { rehearsalFleet } from '../../emulator/fleet/rolledOut';
import { startEmulator, type Emulator } from '../../emulator/emulator';
import { withEmulator } from '../../emulator/testing';
import { CREDENTIAL_NAME, exampleNames, pathOf } from '../../examples/files';
import { addCredential, credentialData } from '../harness/credentials';
import { startN8n, type OwnN8n } from '../harness/n8n';
import { NEWEST } from '../set-up/versions';
import { canvasOf, hiddenOn, importFile, overlapsOn } from './canvas';
import { keep, sheetOf, type Captioned } from './composed';
import { Editor } from './editor';
import { mainFlow } from './mainFlow';
import { pictureOfCanvas } from './pictures';

// Each step waits for a page that is slow on a busy computer.
jest.setTimeout(600_000);

const SHORTEST = 'alert-to-cancel.json';
const LARGEST_SHEET = 400_000;
const LARGEST_FLOW = 500_000;
const SMALLEST_ZOOM = 0.7;

describe(`n8n ${NEWEST}`, () => {
	describe('the examples in the editor', () => {
		let n8n: OwnN8n;
		let emulator: Emulator;
		let editor: Editor;
		const canvases: Captioned[] = [];
		beforeAll(async () => {
			emulator = await startEmulator({ https: true, fleet: rehearsalFleet() });
			n8n = await startN8n(NEWEST, { name: 'examples' });
			editor = await Editor.open(n8n);
		});
		afterAll(async () => {
			await editor?.close();
			await n8n?.stop();
			await emulator?.stop();
		});

		it('given no credential yet, when an example is imported, then its node asks for that of the platform', async () => {
			await importFile(editor, pathOf(SHORTEST));
			await editor.page
				.locator('[data-node-name="Cancel OTA tasks"] [data-test-id="node-issues"]')
				.hover();
			const tip = editor.page.getByText('Credentials for Tuya IoT Platform are not set');
			await tip.first().waitFor();
		});

		it('given the credential that n8n has named, when an example is imported and executed, then it is chosen and the result is there', async () => {
			await addCredential(n8n.rest, credentialData(emulator), CREDENTIAL_NAME);
			await importFile(editor, pathOf(SHORTEST));
			await editor.at('execute-workflow-button').click();
			await editor.openNode('Cancel OTA tasks');
			await editor.output().getByText('requestId').first().waitFor();
			expect(emulator.fleet.statusOf(DEMO.productKey, DEMO.firmwareId, 'testDevice1')).toBe(
				'CANCELED',
			);
		});

		it.each(exampleNames())(
			'given %s, when it is imported, then nothing lies over anything, no note is cut, and it is readable at once',
			async (name) => {
				await importFile(editor, pathOf(name));
				await editor.settle();
				const canvas = await canvasOf(editor);
				canvases.push({ png: await pictureOfCanvas(editor), caption: name });
				expect(overlapsOn(canvas)).toEqual([]);
				expect(hiddenOn(canvas)).toEqual([]);
				expect(canvas.zoom).toBeGreaterThan(SMALLEST_ZOOM);
			},
		);

		it('given all canvases, when they are put side by side, then one picture shows them', async () => {
			expect(canvases).toHaveLength(exampleNames().length);
			expect(keep('examples.png', await sheetOf(editor, canvases))).toBeLessThan(LARGEST_SHEET);
		});

		it('given an alert, when each step of the main flow is looked at, then one moving picture tells it', async () => {
			await withEmulator({ https: true }, async (fresh) => {
				const credentialId = await addCredential(n8n.rest, credentialData(fresh), CREDENTIAL_NAME);
				const moving = await mainFlow(editor, n8n.rest, credentialId);
				expect(keep('main-flow.png', moving)).toBeLessThan(LARGEST_FLOW);
			});
		});
	});
});
