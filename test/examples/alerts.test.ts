import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../emulator/emulator';
import { DEMO } from '../emulator/fleet/fleets';
import { withEmulator } from '../emulator/testing';
import { Engine } from '../engine/engine';
import { runExample, statesOf } from './engineRuns';
import { readExample, triggerOf } from './files';
import { standIns } from './standIns';

let engine: Engine;
beforeAll(async () => {
	engine = await Engine.load(
		undefined,
		standIns({ approves: false, formAnswer: {}, rows: [], told: [] }),
	);
});

const { productKey, firmwareId } = DEMO;

/** A firing alert; the labels of a device unless others are given. */
const alert = (labels: IDataObject, status = 'firing') => ({ status, labels, annotations: {} });
const ofDevice = (device: string, more: IDataObject = {}) => ({
	alertname: 'FirmwareRolloutFailing',
	product_key: productKey,
	firmware_id: firmwareId,
	device_name: device,
	...more,
});

/** What a webhook node hands on of a notification. */
const posted = (alerts: IDataObject[], truncatedAlerts = 0): IDataObject[] => [
	{ headers: {}, params: {}, query: {}, body: { status: 'firing', truncatedAlerts, alerts } },
];

const cancels = ({ log }: Emulator) =>
	log.filter(({ action }) => action === 'CancelOTATaskByDevice').length;
const namesIn = (items: readonly IDataObject[]) => items.map(({ deviceName }) => deviceName);

describe.each(['alertmanager-to-cancel.json', 'grafana-to-cancel.json'])('given %s', (name) => {
	const play = async (
		items: IDataObject[] | undefined,
		look: (run: Awaited<ReturnType<typeof runExample>>) => Promise<void> | void,
	) => {
		await withEmulator({}, async (emulator) => {
			const run = await runExample(engine, emulator, name, { items });
			expect(run.execution.error).toBeUndefined();
			await look(run);
		});
	};

	it('when it is called, then it answers at once, however long the platform takes', () => {
		const example = readExample(name);
		const webhook = example.nodes.find((node) => node.name === triggerOf(example));
		expect(webhook?.parameters).toMatchObject({ responseMode: 'onReceived' });
		expect(example.nodes.filter(({ type }) => /respondToWebhook/.test(type))).toEqual([]);
	});

	it('when two alerts of a group fire and one is resolved, then the firing ones share a request', async () => {
		await play(undefined, ({ emulator, of }) => {
			expect(of('Cancelled')).toMatchObject([
				{ deviceName: 'testDevice1', outcome: 'accepted' },
				{ deviceName: 'testDevice2', outcome: 'accepted' },
			]);
			expect([of('Not cancelled'), of('Tell your team')]).toEqual([[], []]);
			expect(cancels(emulator)).toBe(1);
			expect(statesOf(emulator, 'testDevice1', 'testDevice3', 'testDevice4')).toEqual([
				...['CANCELED', 'CONFIRM', 'NOTIFIED'],
			]);
		});
	});

	it('when all is resolved, then nothing is sent', async () => {
		await play(posted([alert(ofDevice('testDevice1'), 'resolved')]), ({ emulator, of }) => {
			expect(emulator.log).toEqual([]);
			expect(of('Tell your team')).toEqual([]);
		});
	});

	it('when the same alerts are repeated, then they are no failures', async () => {
		await play(undefined, async ({ emulator }) => {
			const { execution, of } = await runExample(engine, emulator, name);
			expect(execution.error).toBeUndefined();
			expect(namesIn(of('Cancelled'))).toEqual(['testDevice1', 'testDevice2']);
			expect(of('Not cancelled')).toEqual([]);
		});
	});

	it('when a device is done, then its alert is no failure, and that of one that installs is', async () => {
		const alerts = ['testDevice6', 'testDevice8', 'testDevice5'].map((device) =>
			alert(ofDevice(device)),
		);
		await play(posted(alerts), ({ of }) => {
			expect(namesIn(of('Cancelled')).sort()).toEqual(['testDevice6', 'testDevice8']);
			expect(of('Not cancelled')).toMatchObject([{ details: { deviceName: 'testDevice5' } }]);
		});
	});

	it('when alerts were left out of the notification, then that is told and the others are cancelled', async () => {
		await play(posted([alert(ofDevice('testDevice1'))], 7), ({ of }) => {
			expect(of('Tell your team')).toEqual([
				{ truncatedAlerts: 7, sentence: expect.stringMatching(/ left 7 of its alerts out/) },
			]);
			expect(namesIn(of('Cancelled'))).toEqual(['testDevice1']);
		});
	});

	it.each([
		['the test notification', { alertname: 'TestAlert', instance: 'Grafana' }, /test notification/],
		[
			'a rule without data',
			ofDevice('testDevice1', { alertname: 'DatasourceNoData', rulename: 'Roll-out' }),
			/got no data for the rule Roll-out/,
		],
		[
			'a rule with an error',
			{ alertname: 'DatasourceError', rulename: 'Roll-out', datasource_uid: 'x' },
			/could not run the query of the rule Roll-out/,
		],
		[
			'an alert without a device',
			{ ...ofDevice('') },
			/FirmwareRolloutFailing lacks one of the labels/,
		],
		['an alert without labels', {}, /alert without a name lacks one of the labels/],
	])(
		'when %s comes with others, then a sentence tells of it and the others are cancelled',
		async (_, labels, sentence) => {
			const alerts = [alert(labels), alert(ofDevice('testDevice2'))];
			await play(posted(alerts), ({ emulator, of }) => {
				expect(of('Tell your team')).toMatchObject([{ sentence: expect.stringMatching(sentence) }]);
				expect(namesIn(of('Cancelled'))).toEqual(['testDevice2']);
				expect(of('Not cancelled')).toEqual([]);
				expect(statesOf(emulator, 'testDevice1')).toEqual(['QUEUED']);
			});
		},
	);
});
