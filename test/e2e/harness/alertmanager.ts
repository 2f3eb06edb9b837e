/* eslint-disable @n8n/community-nodes/no-restricted-imports -- end-to-end tests run on a developer's computer; none of it ships */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemPrograms } from '../set-up/systemPackages';
import { freePorts } from './ports';
import { runFolder } from './runFolder';
import { startServer, type Started } from './started';

const READY_IN = 20_000;
const ANSWER_IN = 5_000;

/** An alert as Prometheus posts it. */
export interface PostedAlert {
	readonly labels: Readonly<Record<string, string>>;
	/** ISO 8601; a time that has passed resolves the alert. Absent = it fires. */
	readonly endsAt?: string;
}

/** A running Alertmanager. */
export interface Alertmanager extends Started {
	/** Tells it of alerts, as Prometheus does. */
	post(alerts: readonly PostedAlert[]): Promise<void>;
}

/**
 * Starts Prometheus' Alertmanager with one receiver, alone and with a data folder of its own.
 * @param webhook where it posts the alerts of a group
 * @param repeatInterval how long after a notification the same alerts are sent again, e.g. `4s`
 */
export async function startAlertmanager(
	webhook: string,
	repeatInterval: string,
): Promise<Alertmanager> {
	const { alertmanager } = await systemPrograms();
	const [port = 0] = await freePorts(1);
	const url = `http://127.0.0.1:${port}`;
	const folder = mkdtempSync(join(runFolder(), 'alertmanager-'));
	const config = join(folder, 'config.yml');
	// YAML takes JSON.
	writeFileSync(config, JSON.stringify(configFor(webhook, repeatInterval)));
	const server = await startServer({
		name: `alertmanager-${port}`,
		program: alertmanager,
		args: [
			`--config.file=${config}`,
			`--storage.path=${folder}`,
			`--web.listen-address=127.0.0.1:${port}`,
			// Alone: no port for others of its kind.
			'--cluster.listen-address=',
		],
		isReady: async () => await answers(`${url}/-/ready`),
		timeout: READY_IN,
	});
	const post = async (alerts: readonly PostedAlert[]) => {
		const response = await fetch(`${url}/api/v2/alerts`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(alerts),
			signal: AbortSignal.timeout(ANSWER_IN),
		});
		if (!response.ok) throw new Error(`Alertmanager answered ${response.status} to the alerts`);
	};
	return { ...server, post };
}

function configFor(webhook: string, repeatInterval: string) {
	return {
		route: {
			receiver: 'n8n',
			group_by: ['alertname'],
			group_wait: '1s',
			group_interval: '2s',
			repeat_interval: repeatInterval,
		},
		receivers: [{ name: 'n8n', webhook_configs: [{ url: webhook, send_resolved: true }] }],
	};
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url, { signal: AbortSignal.timeout(ANSWER_IN) }).then(
		({ ok }) => ok,
		() => false,
	);
}
