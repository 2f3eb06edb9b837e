/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { setTimeout as pause } from 'node:timers/promises';
import type { Emulator } from '../../../emulator/emulator';
import { DEMO } from '../../../emulator/fleet/fleets';
import { withEmulator } from '../../../emulator/testing';
import { startAlertmanager, type Alertmanager } from '../../harness/alertmanager';
import { addCredential, credentialData } from '../../harness/credentials';
import { readExample } from '../../harness/exampleFiles';
import { executionsOf, finishedExecution, type Execution } from '../../harness/executions';
import type { N8n } from '../../harness/n8n';
import { callWebhook } from '../../harness/webhook';
import { activate, addWorkflow, deactivate } from '../../harness/workflows';

const EXAMPLE = 'alertmanager-to-cancel.json';
const PATH = 'alertmanager-firmware-rollout';
const DEVICES = ['testDevice1', 'testDevice2'];
const TOLD_IN = 60_000;
const LOOK_AGAIN = 300;
/** Alertmanager gives up on a webhook after 10 s and sends everything again, ms. */
const STALLED_FOR = 14_000;
const CHECK_IN = 180_000;

/** The example, active, and an Alertmanager that posts to it. */
interface Stage {
	readonly emulator: Emulator;
	readonly alertmanager: Alertmanager;
	/** Executions that alerts have started, oldest first. */
	executions(): Promise<string[]>;
	/** The execution at a place, counted from 0, once it has ended. */
	execution(place: number): Promise<Execution>;
}

async function onStage(n8n: N8n, repeat: string, use: (stage: Stage) => Promise<void>) {
	await withEmulator({ https: true }, async (emulator) => {
		const credentialId = await addCredential(n8n.rest, credentialData(emulator));
		const id = await addWorkflow(n8n.rest, readExample(EXAMPLE, credentialId, emulator.url));
		await activate(n8n, id);
		// Alertmanager does not ask again where there is no webhook yet.
		await callWebhook(n8n, PATH, { alerts: [] });
		const all = async () => (await executionsOf(n8n.rest, id)).map((each) => each.id).reverse();
		await until(async () => (await all()).length > 0);
		const executions = async () => (await all()).slice(1);
		const alertmanager = await startAlertmanager(`${n8n.url}/webhook/${PATH}`, repeat);
		try {
			await use({
				emulator,
				alertmanager,
				executions,
				execution: async (place) => {
					await until(async () => (await executions()).length > place);
					return await finishedExecution(n8n.rest, (await executions())[place] ?? '');
				},
			});
		} finally {
			await alertmanager.stop();
			await deactivate(n8n, id);
		}
	});
}

/** That the example serves a real Alertmanager: groups, repeats, resolved alerts, a platform that stalls. */
export function checkAlertmanager(running: () => N8n): void {
	it(
		'given alerts of a group, when they fire, repeat and are resolved, then their devices are cancelled once and nothing fails',
		async () => {
			await onStage(running(), '4s', async ({ emulator, alertmanager, executions, execution }) => {
				await alertmanager.post(DEVICES.map((device) => alertOf(device)));
				for (const place of [0, 1]) {
					const run = await execution(place);
					expect({ status: run.status, error: run.error }).toEqual({ status: 'success' });
					expect(devicesAt(run, 'Cancelled')).toEqual(DEVICES);
					expect(run.outputs('Not cancelled').flat()).toEqual([]);
				}
				expect(statesOf(emulator)).toEqual(['CANCELED', 'CANCELED']);

				await alertmanager.post(DEVICES.map((device) => alertOf(device, new Date())));
				const resolved = async () => {
					const newest = (await executions()).length - 1;
					return (await execution(newest)).runs('Cancel OTA tasks').length === 0;
				};
				await until(resolved);
				const requests = emulator.log.length;
				await pause(STALLED_FOR / 2);
				expect(emulator.log).toHaveLength(requests);
			});
		},
		CHECK_IN,
	);

	it(
		'given a platform that stalls, when alerts fire, then Alertmanager is answered and sends them once',
		async () => {
			await onStage(running(), '1h', async ({ emulator, alertmanager, executions, execution }) => {
				emulator.setFaults(() => ({ kind: 'slow', ms: STALLED_FOR }));
				await alertmanager.post(DEVICES.map((device) => alertOf(device)));
				await until(async () => (await executions()).length > 0);
				await pause(STALLED_FOR);
				expect(await executions()).toHaveLength(1);
				expect(alertmanager.log()).not.toMatch(/deadline exceeded|Notify attempt failed/);
				emulator.setFaults(undefined);
				expect((await execution(0)).status).toBe('success');
			});
		},
		CHECK_IN,
	);
}

function alertOf(device: string, ended?: Date) {
	return {
		labels: {
			alertname: 'FirmwareRolloutFailing',
			product_key: DEMO.productKey,
			firmware_id: DEMO.firmwareId,
			device_name: device,
		},
		...(ended ? { endsAt: ended.toISOString() } : {}),
	};
}

function devicesAt(run: Execution, node: string): unknown[] {
	return run
		.outputs(node)
		.flat()
		.map(({ deviceName }) => deviceName)
		.sort();
}

function statesOf({ fleet }: Emulator): Array<string | undefined> {
	return DEVICES.map((device) => fleet.statusOf(DEMO.productKey, DEMO.firmwareId, device));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + TOLD_IN;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error('Alertmanager did not bring it about in time');
		await pause(LOOK_AGAIN);
	}
}
