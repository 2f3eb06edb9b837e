/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { createServer } from 'node:http';
import { DEMO } from '../../emulator/fleet/fleets';
import { listening } from '../../support/localServer';
import type { RestClient } from '../harness/rest';
import { addWorkflow, cancelNode, chain, node } from '../harness/workflows';
import { movingPicture } from './apng';
import { stepOf, type Captioned } from './composed';
import type { Editor } from './editor';
import { pictureOfWindow } from './pictures';

const SIZE = { width: 1_120, height: 600 };
const SECONDS = 3.5;
/** How long an opened node moves into its place, ms. */
const SETTLE = 1_500;
const { productKey, firmwareId, jobId } = DEMO;

/** What a monitoring system posts. */
const ALERT = {
	body: {
		alert: 'FirmwareRolloutFailing',
		...{ productKey, firmwareId, jobId },
		deviceNames: ['testDevice1', 'testDevice2', 'testDevice5'],
	},
};

/** Alert, cancel, message: each step in n8n's editor, run against the emulator, as one moving picture. */
export async function mainFlow(
	editor: Editor,
	rest: RestClient,
	credentialId: string,
): Promise<Buffer> {
	const chat = await listening(
		createServer((_request, response) => {
			response.setHeader('Content-Type', 'application/json');
			response.end('{"ok":true}');
		}),
	);
	const before = editor.page.viewportSize();
	try {
		await editor.page.setViewportSize(SIZE);
		await editor.openWorkflow(await addWorkflow(rest, workflowOf(credentialId, chat.url)));
		const steps = await stepsIn(editor);
		const of = steps.length;
		const frames: Buffer[] = [];
		for (const [index, step] of steps.entries()) {
			frames.push(await stepOf(editor, step, { place: index + 1, of, width: SIZE.width }));
		}
		return movingPicture(frames, SECONDS);
	} finally {
		if (before) await editor.page.setViewportSize(before);
		await chat.stop();
	}
}

async function stepsIn(editor: Editor): Promise<Captioned[]> {
	const steps: Captioned[] = [];
	const shoot = async (caption: string) => {
		await editor.page.waitForTimeout(SETTLE);
		steps.push({ caption, png: await pictureOfWindow(editor) });
	};
	const ran = async (name: string, text: string) => {
		await editor.openNode(name);
		await editor.executeStep();
		await editor.output().getByText(text).first().waitFor();
	};
	await shoot('Alert, cancel, message: three nodes');
	await editor.openNode('Alert');
	await shoot('An alert names the devices');
	await editor.page.keyboard.press('Escape');
	await editor.openNode('Cancel by Device');
	await shoot('Cancel by Device takes them from the alert');
	await ran('Cancel by Device', 'testDevice5');
	await shoot('It cancels, and tells what came of each device');
	await editor.page.keyboard.press('Escape');
	await ran('Tell your team', 'true');
	await shoot('Your team reads it');
	return steps;
}

function workflowOf(credentialId: string, chat: string) {
	const path = 'firmware-alert';
	const alert = node(
		'Alert',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, options: {} },
		{ webhookId: path },
	);
	const fromAlert = (name: string) => ({
		__rl: true,
		mode: 'id',
		value: `={{ $json.body.${name} }}`,
	});
	const cancel = cancelNode(
		credentialId,
		{
			productKey: fromAlert('productKey'),
			firmwareId: fromAlert('firmwareId'),
			jobId: fromAlert('jobId'),
			deviceNames: '={{ $json.body.deviceNames }}',
			options: { output: 'summary' },
		},
		{ name: 'Cancel by Device', position: [224, 0] },
	);
	const message = node(
		'Tell your team',
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			...{ method: 'POST', url: chat, sendBody: true, specifyBody: 'json', options: {} },
			jsonBody: '={{ JSON.stringify({ text: $json.text }) }}',
		},
		{ position: [448, 0] },
	);
	const workflow = chain('Alert, cancel, message', alert, cancel, message);
	return { ...workflow, pinData: { Alert: [{ json: ALERT }] } };
}
