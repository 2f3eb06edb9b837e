import { DEMO } from '../../../emulator/fleet/fleets';

const labelsOf = (device: string) => ({
	alertname: 'FirmwareRolloutFailing',
	severity: 'critical',
	product_key: DEMO.productKey,
	firmware_id: DEMO.firmwareId,
	device_name: device,
});

const DEVICES = ['testDevice1', 'testDevice2'];
const COMMON = { alertname: 'FirmwareRolloutFailing', severity: 'critical' };
const STARTED = '2026-03-01T08:00:00.000Z';
const NOT_ENDED = '0001-01-01T00:00:00Z';

/** What Prometheus' Alertmanager posts to a webhook receiver (its format version 4). */
export const ALERTMANAGER = {
	version: '4',
	groupKey: '{}:{alertname="FirmwareRolloutFailing"}',
	truncatedAlerts: 0,
	status: 'firing',
	receiver: 'n8n',
	groupLabels: { alertname: 'FirmwareRolloutFailing' },
	commonLabels: COMMON,
	commonAnnotations: { summary: 'Devices do not come back after the update' },
	externalURL: 'http://alertmanager.example:9093',
	alerts: DEVICES.map((device, index) => ({
		status: 'firing',
		labels: labelsOf(device),
		annotations: { summary: 'The device does not come back after the update' },
		startsAt: STARTED,
		endsAt: NOT_ENDED,
		generatorURL: 'http://prometheus.example:9090/graph',
		fingerprint: `c4c6e9a2f0b1d8e${index}`,
	})),
};

/** What Grafana's alerting posts to a webhook contact point. */
export const GRAFANA = {
	receiver: 'n8n',
	status: 'firing',
	orgId: 1,
	alerts: DEVICES.map((device, index) => ({
		status: 'firing',
		labels: { ...labelsOf(device), grafana_folder: 'Firmware' },
		annotations: { summary: 'The device does not come back after the update' },
		startsAt: STARTED,
		endsAt: NOT_ENDED,
		generatorURL: 'http://grafana.example:3000/alerting/grafana/rollout/view',
		fingerprint: `57c6d9296de2ad3${index}`,
		silenceURL: 'http://grafana.example:3000/alerting/silence/new',
		dashboardURL: '',
		panelURL: '',
		values: { A: 7, C: 1 },
		valueString: "[ var='A' labels={} value=7 ]",
	})),
	groupLabels: { alertname: 'FirmwareRolloutFailing' },
	commonLabels: COMMON,
	commonAnnotations: {},
	externalURL: 'http://grafana.example:3000/',
	version: '1',
	groupKey: '{}/{}:{alertname="FirmwareRolloutFailing"}',
	truncatedAlerts: 0,
	title: '[FIRING:2] FirmwareRolloutFailing',
	state: 'alerting',
	message: '**Firing**',
};
