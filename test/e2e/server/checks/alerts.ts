import { DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../harness/reachable';
import { addCredential, credentialData } from '../../harness/credentials';
import type { N8n } from '../../harness/n8n';
import { callWebhook } from '../../harness/webhook';
import {
	activate,
	addWorkflow,
	cancelNode,
	chain,
	deactivate,
	node,
} from '../../harness/workflows';
import { ALERTMANAGER, GRAFANA } from './payloads';

/** That an alert which comes by webhook is served and answered. */
export function checkAlerts(running: () => N8n): void {
	it.each([
		['Alertmanager', ALERTMANAGER],
		['Grafana', GRAFANA],
	])(
		'given an alert of %s, when it goes through Split Out, then its devices are cancelled and the answer comes back',
		async (sender, payload) => {
			await withEmulator({ https: true }, async (emulator) => {
				const n8n = running();
				const path = `alert-${sender.toLowerCase()}`;
				const credentialId = await addCredential(n8n.rest, credentialData(emulator));
				const id = await addWorkflow(n8n.rest, alertWorkflow(path, credentialId));
				await activate(n8n, id);

				const response = await callWebhook(n8n, path, payload);
				// The path is free again for another run on the same server.
				await deactivate(n8n, id);

				const answer = { code: '', requestId: expect.any(String), success: true };
				expect(response.status).toBe(200);
				expect(await response.json()).toEqual([answer, answer]);
				expect(emulator.log).toHaveLength(1);
				const { productKey, firmwareId } = DEMO;
				for (const name of ['testDevice1', 'testDevice2']) {
					expect(emulator.fleet.statusOf(productKey, firmwareId, name)).toBe('CANCELED');
				}
			});
		},
	);
}

function alertWorkflow(path: string, credentialId: string) {
	const webhook = node(
		'Alert',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries' },
		{ webhookId: path },
	);
	const alerts = node('Alerts', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.alerts' });
	const cancel = cancelNode(credentialId, {
		productKey: { __rl: true, mode: 'id', value: '={{ $json.labels.product_key }}' },
		firmwareId: { __rl: true, mode: 'id', value: '={{ $json.labels.firmware_id }}' },
		jobId: { __rl: true, mode: 'id', value: '' },
		deviceNames: '={{ $json.labels.device_name }}',
	});
	return chain(`An alert by ${path}`, webhook, alerts, cancel);
}
