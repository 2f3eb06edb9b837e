import { DEMO, buildFleet, namesOf } from '../emulator/fleet/fleets';
import { engine } from '../engine/loaded';
import { jsonOf, onBench, pairsOf } from './bench';
import { cancelOnce } from './once';

const ACCEPTED = { code: '', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), success: true };

describe('Cancel by Device on the n8n engine', () => {
	it('given one item, when it runs, then the documented request leaves and the response JSON is handed on', async () => {
		const { outputs, error, emulator } = await cancelOnce({
			items: [{ deviceNames: ['testDevice1', 'testDevice2'], jobId: DEMO.jobId }],
		});

		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([ACCEPTED]);
		expect(emulator.log).toHaveLength(1);
		expect(emulator.log[0]).toMatchObject({ method: 'GET', status: 200 });
		expect(emulator.log[0]?.parameters).toEqual({
			Action: 'CancelOTATaskByDevice',
			ProductKey: DEMO.productKey,
			FirmwareId: DEMO.firmwareId,
			JobId: DEMO.jobId,
			'DeviceName.1': 'testDevice1',
			'DeviceName.2': 'testDevice2',
			AccessKeyId: 'emulatorKeyId',
			Format: 'JSON',
			Version: '2018-01-20',
			SignatureMethod: 'HMAC-SHA1',
			SignatureVersion: '1.0',
			SignatureNonce: expect.stringMatching(/^[0-9a-f]{32}$/),
			Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			Signature: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
		});
		expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('CANCELED');
	});

	it('given no job, when it runs, then JobId is left out', async () => {
		await onBench(engine, {}, async ({ emulator, run }) => {
			await run({ items: [{ deviceNames: 'testDevice1' }] });
			expect(emulator.log[0]?.parameters).not.toHaveProperty('JobId');
		});
	});

	it('given an instance that answers in PascalCase, when it runs, then the answer keeps its letter case', async () => {
		const { outputs } = await cancelOnce({
			on: { letterCase: 'pascal' },
			items: [{ deviceNames: 'testDevice1' }],
		});
		expect(jsonOf(outputs[0])).toEqual([
			{ Code: '', RequestId: ACCEPTED.requestId, Success: true },
		]);
	});

	it.each([
		['POST', { httpMethod: 'POST' }, { method: 'POST', url: '/' }],
		['the minimal parameters', { commonParameters: 'minimal' }, { method: 'GET' }],
		['the newer version', { version: '2022-01-01' }, { method: 'GET' }],
		['region and instance', { regionId: 'cn-shanghai', instanceId: 'iot-1' }, { method: 'GET' }],
	])(
		'given a credential with %s, when it runs, then the platform accepts',
		async (_, credential, seen) => {
			const { outputs, emulator } = await cancelOnce({
				items: [{ deviceNames: 'testDevice1' }],
				credential,
			});
			expect(jsonOf(outputs[0])).toEqual([ACCEPTED]);
			expect(emulator.log[0]).toMatchObject(seen);
		},
	);

	it('given three items, when the middle one fails and the workflow continues, then each item has its own answer', async () => {
		const { outputs, error } = await cancelOnce({
			items: [
				{ deviceNames: 'testDevice1' },
				{ deviceNames: 'ghost' },
				{ deviceNames: 'testDevice2' },
			],
			onError: 'continueRegularOutput',
		});

		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0])).toEqual([ACCEPTED, GHOST_TROUBLE, ACCEPTED]);
		expect(pairsOf(outputs[0])).toEqual([[0], [1], [2]]);
	});

	it('given three items, when the middle one fails and there is an error branch, then it alone goes there', async () => {
		const { outputs } = await cancelOnce({
			items: [
				{ deviceNames: 'testDevice1' },
				{ deviceNames: 'ghost' },
				{ deviceNames: 'testDevice2' },
			],
			onError: 'continueErrorOutput',
		});

		expect(jsonOf(outputs[0])).toEqual([ACCEPTED, ACCEPTED]);
		expect(pairsOf(outputs[0])).toEqual([[0], [2]]);
		expect(jsonOf(outputs[1])).toEqual([
			{
				...GHOST_TROUBLE,
				productKey: DEMO.productKey,
				firmwareId: DEMO.firmwareId,
				jobId: '',
				deviceNames: 'ghost',
			},
		]);
		expect(pairsOf(outputs[1])).toEqual([[1]]);
	});

	it('given three items, when the middle one fails and the workflow stops, then the error tells of all three', async () => {
		const { outputs, error } = await cancelOnce({
			items: [
				{ deviceNames: 'testDevice1' },
				{ deviceNames: 'ghost' },
				{ deviceNames: 'testDevice2' },
			],
		});

		expect(outputs).toEqual([]);
		expect(error?.message).toBe(
			'The platform has no such device under this product (iot.device.NotExistedDevice) [item 1]',
		);
		expect(error?.description).toMatch(
			/^Of 3 devices: 2 accepted, 1 not cancelled\. Not cancelled: ghost \(not known to the platform\)\./,
		);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			context: {
				itemIndex: 1,
				details: {
					deviceNames: ['ghost'],
					devices: [
						{ deviceName: 'testDevice1', outcome: 'accepted' },
						{ deviceName: 'ghost', outcome: 'notFound' },
						{ deviceName: 'testDevice2', outcome: 'accepted' },
					],
				},
			},
		});
	});

	it('given an item that names 450 devices, when it runs, then it has one answer for each of three requests', async () => {
		const fleet = buildFleet({ devices: 450 });
		await onBench(engine, { fleet }, async ({ emulator, run }) => {
			const deviceNames = namesOf(450);
			const { outputs } = await run({ items: [{ deviceNames }] });

			expect(jsonOf(outputs[0])).toEqual([ACCEPTED, ACCEPTED, ACCEPTED]);
			expect(new Set(jsonOf(outputs[0]).map(({ requestId }) => requestId)).size).toBe(3);
			expect(pairsOf(outputs[0])).toEqual([[0], [0], [0]]);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 450 });
		});
	});

	it('given long names that many bytes encode, when it runs, then no URL passes 7,500 bytes and POST needs fewer requests', async () => {
		const name = (index: number) => `设备${'温'.repeat(50)}${index}`;
		const items = [{ deviceNames: Array.from({ length: 100 }, (_, index) => name(index)) }];
		const requestsWith = async (httpMethod: string) => {
			let requests = 0;
			await onBench(engine, { fleet: buildFleet({ devices: 100, name }) }, async (bench) => {
				const { error } = await bench.run({ items, credential: { httpMethod } });
				expect(error).toBeUndefined();
				expect(Math.max(...bench.emulator.log.map(({ bytes }) => bytes))).toBeLessThan(7_500);
				expect(bench.emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 100 });
				requests = bench.cancels().length;
			});
			return requests;
		};
		expect(await requestsWith('GET')).toBeGreaterThan(5);
		expect(await requestsWith('POST')).toBe(1);
	});

	it('given one item per device as output, when it runs, then each device says what became of it', async () => {
		const { outputs } = await cancelOnce({
			items: [{ deviceNames: 'testDevice1, testDevice2' }, { deviceNames: 'testDevice2' }],
			parameters: { options: { output: 'perDevice' } },
		});
		const facts = {
			outcome: 'accepted',
			productKey: DEMO.productKey,
			firmwareId: DEMO.firmwareId,
			jobId: '',
			requestId: ACCEPTED.requestId,
			code: '',
			message: '',
			taskStatus: '',
		};
		expect(jsonOf(outputs[0])).toEqual([
			{ deviceName: 'testDevice1', ...facts },
			{ deviceName: 'testDevice2', ...facts },
		]);
		expect(pairsOf(outputs[0])).toEqual([[0], [0, 1]]);
	});

	it.each([
		['one name', ' testDevice1 '],
		['commas and line breaks', 'testDevice1,\ttestDevice2\ntestDevice3\r\ntestDevice4\n'],
		['a JSON array', '["testDevice1", "testDevice2"]'],
		['a list', ['testDevice1', 'testDevice2']],
	])('given %s, when it runs, then the names arrive trimmed', async (_, deviceNames) => {
		const { error, emulator } = await cancelOnce({ items: [{ deviceNames }] });
		expect(error).toBeUndefined();
		for (const [name, value] of Object.entries(emulator.log[0]?.parameters ?? {})) {
			if (name.startsWith('DeviceName.')) expect(value).toBe(`testDevice${name.slice(11)}`);
		}
	});
});

const GHOST_TROUBLE = {
	error: 'The platform has no such device under this product (iot.device.NotExistedDevice)',
	message: expect.stringMatching(/^Not cancelled: ghost \(not known to the platform\)\. /),
	details: expect.objectContaining({
		code: 'iot.device.NotExistedDevice',
		requestId: ACCEPTED.requestId,
		deviceNames: ['ghost'],
	}),
};
