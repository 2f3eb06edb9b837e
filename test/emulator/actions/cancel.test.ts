import type { EmulatorOptions } from '../emulator';
import { Fleet } from '../fleet/fleet';
import { buildFleet, DEMO, namesOf } from '../fleet/fleets';
import { call, codeOf, withEmulator } from '../testing';

const ACTION = 'CancelOTATaskByDevice';
const { productKey: ProductKey, firmwareId: FirmwareId, jobId: JobId } = DEMO;

function naming(...DeviceName: string[]) {
	return { ProductKey, FirmwareId, DeviceName };
}

/** Another product with a package of its own, and a second job of the demo package. */
function widerFleet(): Fleet {
	const fleet = buildFleet({ devices: 3 });
	buildFleet({
		devices: 2,
		productKey: 'otherProduct',
		firmwareId: '200',
		jobId: '1836340779212660200',
		name: (index) => `other${index + 1}`,
		into: fleet,
	});
	fleet.addJob({ firmwareId: FirmwareId, jobId: '1836340779212660002' });
	fleet.addTask({ jobId: '1836340779212660002', deviceName: 'testDevice1' });
	fleet.addDevice({ productKey: ProductKey, deviceName: 'idle' });
	return fleet;
}

describe('given devices with waiting tasks', () => {
	it('when they are named, then exactly the documented fields are answered and they are cancelled', () =>
		withEmulator({}, async (emulator) => {
			const answer = await call(emulator, ACTION, naming('testDevice1', 'testDevice2'));
			expect(answer).toEqual({ code: '', requestId: expect.any(String), success: true });
			expect(emulator.fleet.statusOf(ProductKey, FirmwareId, 'testDevice1')).toBe('CANCELED');
			expect(emulator.fleet.task('testDevice2')).toMatchObject({
				taskStatus: 'CANCELED',
				taskDesc: 'Cancelled by request',
			});
		}));

	it.each(['CONFIRM', 'QUEUED', 'NOTIFIED'] as const)(
		'when the state is %s, then it works',
		(status) =>
			withEmulator({ fleet: buildFleet({ devices: 1, status }) }, async (emulator) => {
				expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe('');
				expect(emulator.fleet.countByStatus()).toMatchObject({ CANCELED: 1, [status]: 0 });
			}),
	);

	it('when 200 are named, then all are cancelled; 201 are too many', () =>
		withEmulator({ fleet: buildFleet({ devices: 201 }) }, async (emulator) => {
			const { fleet } = emulator;
			expect(await codeOf(emulator, ACTION, naming(...namesOf(201)))).not.toBe('');
			expect(fleet.countByStatus().CANCELED).toBe(0);
			expect(await codeOf(emulator, ACTION, naming(...namesOf(200)))).toBe('');
			expect(fleet.countByStatus()).toMatchObject({ CANCELED: 200, QUEUED: 1 });
		}));

	it('when a device has tasks in two jobs and none is named, then both are cancelled', () =>
		withEmulator({ fleet: widerFleet() }, async (emulator) => {
			await call(emulator, ACTION, naming('testDevice1'));
			expect(emulator.fleet.countByStatus().CANCELED).toBe(2);
		}));

	it('when a device has tasks in two jobs and one is named, then only that one is cancelled', () =>
		withEmulator({ fleet: widerFleet() }, async (emulator) => {
			await call(emulator, ACTION, { ...naming('testDevice1'), JobId });
			const { fleet } = emulator;
			expect(fleet.task('testDevice1', { jobId: JobId })?.taskStatus).toBe('CANCELED');
			expect(fleet.task('testDevice1')?.taskStatus).toBe('QUEUED');
		}));
});

describe('given a request that names the wrong things', () => {
	const good = naming('testDevice1');

	it.each([
		['no ProductKey', { ...good, ProductKey: '' }, 'iot.prod.NullProductKey'],
		['an unknown ProductKey', { ...good, ProductKey: 'x' }, 'iot.prod.NotExistedProduct'],
		['no FirmwareId', { ProductKey, DeviceName: ['testDevice1'] }, 'MissingFirmwareId'],
		['an empty FirmwareId', { ...good, FirmwareId: '' }, 'iot.firmware.NullFirmwareId'],
		['an unknown FirmwareId', { ...good, FirmwareId: '9' }, 'iot.firmware.FirmwareNotFound'],
		[
			'the FirmwareId of another product',
			{ ...good, FirmwareId: '200' },
			'iot.firmware.FirmwareAndProductKeyMismatch',
		],
		['an unknown JobId', { ...good, JobId: '1' }, 'iot.firmware.InvalidOTAJobId'],
		[
			'the JobId of another package',
			{ ...good, JobId: '1836340779212660200' },
			'iot.firmware.InvalidOTAJobId',
		],
		['no device', naming(), 'iot.device.NoneDeviceNameElement'],
		['an empty name', naming('testDevice1', ''), 'iot.device.NullDeviceName'],
		['a name twice', naming('testDevice1', 'testDevice1'), 'iot.system.IllegalRequest'],
		['201 names', naming(...namesOf(201)), 'iot.firmware.ParameterSizeExceedMax'],
		[
			'names that count from 0',
			{ ProductKey, FirmwareId, 'DeviceName.0': 'testDevice1' },
			'iot.system.IllegalRequest',
		],
		[
			'names with a gap in the count',
			{ ProductKey, FirmwareId, 'DeviceName.1': 'testDevice1', 'DeviceName.3': 'testDevice2' },
			'iot.system.IllegalRequest',
		],
		['an unknown device', naming('testDevice1', 'x'), 'iot.device.NotExistedDevice'],
		['a device of another product', naming('other1'), 'iot.device.NotExistedDevice'],
		[
			'a device without a task',
			naming('testDevice1', 'idle'),
			'iot.firmware.DeviceUpgradeRecordNotFound',
		],
		[
			'a device without a task in the job',
			{ ...naming('testDevice1', 'testDevice2'), JobId: '1836340779212660002' },
			'iot.firmware.DeviceUpgradeRecordNotFound',
		],
	])('when there is %s, then nothing is cancelled and the code tells why', (_, parameters, code) =>
		withEmulator({ fleet: widerFleet() }, async (emulator) => {
			expect(await codeOf(emulator, ACTION, parameters)).toBe(code);
			expect(emulator.fleet.countByStatus().CANCELED).toBe(0);
		}),
	);

	it('when an action refuses, then HTTP 200 and the envelope with success false are answered', () =>
		withEmulator({}, async (emulator) => {
			expect(await call(emulator, ACTION, naming('x'))).toEqual({
				code: 'iot.device.NotExistedDevice',
				errorMessage: expect.any(String),
				requestId: expect.any(String),
				success: false,
			});
			expect(emulator.log[0]).toMatchObject({ status: 200, outcome: 'refused' });
		}));
});

describe('given a device whose task can no longer be cancelled', () => {
	const wrongState = 'iot.firmware.IncorrectDeviceUpgradeJobStatus';

	it.each(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const)(
		'when its state is %s, then the others named with it are left alone too',
		(status) =>
			withEmulator({ fleet: buildFleet({ devices: 2 }) }, async (emulator) => {
				emulator.fleet.setStatus('testDevice2', status);
				expect(await codeOf(emulator, ACTION, naming('testDevice1', 'testDevice2'))).toBe(
					wrongState,
				);
				expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('QUEUED');
			}),
	);

	it('when it is cancelled twice, then the second time is refused', () =>
		withEmulator({}, async (emulator) => {
			expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe('');
			expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe(wrongState);
		}));

	it('when another task of it still waits, then that one is cancelled', () =>
		withEmulator({ fleet: widerFleet() }, async (emulator) => {
			emulator.fleet.setStatus('testDevice1', 'SUCCEEDED', { jobId: JobId });
			expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe('');
			expect(emulator.fleet.countByStatus()).toMatchObject({ SUCCEEDED: 1, CANCELED: 1 });
		}));

	it('when an unknown device is named as well, then the unknown device is what is told', () =>
		withEmulator({}, async (emulator) => {
			const code = await codeOf(emulator, ACTION, naming('testDevice5', 'x'));
			expect(code).toBe('iot.device.NotExistedDevice');
		}));

	it('when cancels are partial, then the others are cancelled although the code names it', () =>
		withEmulator({ partialCancel: true }, async (emulator) => {
			expect(await codeOf(emulator, ACTION, naming('testDevice5', 'testDevice1'))).toBe(wrongState);
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('CANCELED');
		}));
});

describe('given an instance that cancels with a delay of a second', () => {
	const start = Date.now();

	async function withClock(use: Parameters<typeof withEmulator>[1], clock: { now: number }) {
		const options: EmulatorOptions = { cancelDelay: 1000, now: () => clock.now };
		await withEmulator(options, use);
	}

	it('when the second is over, and not before, then the task reads as cancelled', async () => {
		const clock = { now: start };
		await withClock(async (emulator) => {
			expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe('');
			clock.now = start + 999;
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('QUEUED');
			clock.now = start + 1000;
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('CANCELED');
		}, clock);
	});

	it('when the cancel is repeated meanwhile, then it is accepted and the delay is not prolonged', async () => {
		const clock = { now: start };
		await withClock(async (emulator) => {
			await call(emulator, ACTION, naming('testDevice1'));
			clock.now = start + 500;
			expect(await codeOf(emulator, ACTION, naming('testDevice1'))).toBe('');
			clock.now = start + 1000;
			expect(emulator.fleet.countByStatus().CANCELED).toBe(3);
		}, clock);
	});

	it('when the device starts to install meanwhile, then it is not cancelled', async () => {
		const clock = { now: start };
		await withClock(async (emulator) => {
			await call(emulator, ACTION, naming('testDevice1'));
			emulator.fleet.setStatus('testDevice1', 'IN_PROGRESS');
			clock.now = start + 1000;
			expect(emulator.fleet.task('testDevice1')?.taskStatus).toBe('IN_PROGRESS');
		}, clock);
	});
});
