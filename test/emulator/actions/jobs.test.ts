import { IDLE, idleFleet, lamps } from '../fleet/idleFleet';
import { call, codeOf, dataOf, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey, firmwareId: FirmwareId } = IDLE;
const ACTION = 'CreateOTAStaticUpgradeJob';
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const BASE = { ProductKey, FirmwareId };
const ALL = { ...BASE, TargetSelection: 'ALL' };

/** The names of the devices that got a task. */
async function targetsOf(parameters: object, fleet = idleFleet()): Promise<string[]> {
	let targets: string[] = [];
	await withEmulator({ fleet }, async (emulator) => {
		const { jobId } = await dataOf(emulator, ACTION, { ...BASE, ...parameters });
		targets = fleet.tasksOfJob(String(jobId)).map(({ deviceName }) => deviceName);
	});
	return targets;
}

describe('given a new static job', () => {
	it('when it is created, read and cancelled, then its tasks follow', () =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			const made = await call(emulator, ACTION, ALL);
			const data = { jobId: expect.stringMatching(/^\d{19}$/), utcCreate: expect.any(String) };
			expect(made).toEqual({ ...ENVELOPE, data });
			const [{ jobId: JobId } = { jobId: '' }] = emulator.fleet.jobs;
			const page = { CurrentPage: 1, PageSize: 10 };
			expect(await call(emulator, 'ListOTAJobByFirmware', { ...page, FirmwareId })).toMatchObject({
				data: { simpleOTAJobInfo: [{ jobId: JobId, jobStatus: 'IN_PROGRESS' }] },
			});
			expect(await call(emulator, 'ListOTATaskByJob', { JobId })).toMatchObject({ total: 10 });
			const cancel = { JobId, CancelQueuedTask: true };
			expect(await call(emulator, 'CancelOTATaskByJob', cancel)).toEqual(ENVELOPE);
			const canceled = { JobId, TaskStatus: 'CANCELED' };
			expect(await call(emulator, 'ListOTATaskByJob', canceled)).toMatchObject({ total: 10 });
			expect(await dataOf(emulator, 'QueryOTAJob', { JobId })).toMatchObject({
				jobStatus: 'CANCELED',
			});
		}));

	it('when it is queried, then exactly the documented fields are answered', () =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			const options = { RetryInterval: 10, RetryCount: 2, TimeoutInMinutes: 60, NeedPush: false };
			const gray = { ...BASE, TargetSelection: 'GRAY', GrayPercent: '33', ...options };
			const made = await dataOf(emulator, ACTION, { ...gray, SrcVersion: ['1.0.0'] });
			const { jobId: JobId, utcCreate } = made;
			expect(await call(emulator, 'QueryOTAJob', { JobId })).toEqual({
				...ENVELOPE,
				data: {
					...{ jobId: JobId, firmwareId: FirmwareId, productKey: ProductKey, name: 'firmware300' },
					...{ jobStatus: 'IN_PROGRESS', jobType: 'UPGRADE_FIRMWARE', jobDesc: '' },
					...{ targetSelection: 'GRAY', grayPercent: '33', destVersion: '2.0.0' },
					...{ needPush: false, needConfirm: false, downloadProtocol: 'HTTPS' },
					...{ retryCount: 2, retryInterval: 10, timeoutInMinutes: 60 },
					...{ srcVersions: { srcVersion: ['1.0.0'] }, utcCreate, utcModified: utcCreate },
				},
			});
		}));

	it('when ids are printed as bare numbers, then the new one has all its digits', () =>
		withEmulator({ fleet: idleFleet(), bareNumbers: true }, async (emulator) => {
			const { jobId } = await dataOf(emulator, ACTION, ALL);
			// The client keeps long numbers in an object of their own.
			expect(jobId).not.toEqual(expect.any(String));
			expect(String(jobId)).toMatch(/^\d{19}$/);
		}));
});

describe('given the ways to choose devices', () => {
	it('when all are meant, then each gets a task; with versions only those on them', async () => {
		expect(await targetsOf(ALL)).toEqual(lamps(10));
		expect(await targetsOf({ ...ALL, SrcVersion: ['1.1.0', '0.9'] })).toEqual(['lamp10']);
	});

	it('when some are named, then only they get a task', async () => {
		const specific = { TargetSelection: 'SPECIFIC', TargetDeviceName: ['lamp2', 'lamp7'] };
		expect(await targetsOf(specific)).toEqual(['lamp2', 'lamp7']);
	});

	it.each([
		['33', 4],
		['0.5', 1],
		['100', 10],
	])('when %s percent are meant, then %i get a task', async (GrayPercent, count) => {
		expect(await targetsOf({ TargetSelection: 'GRAY', GrayPercent })).toHaveLength(count);
	});

	it('when a group is meant, then its devices get a task', async () => {
		const group = { TargetSelection: 'GROUP', GroupId: 'street' };
		expect(await targetsOf(group)).toEqual(lamps(2));
	});

	it('when a device is up to date or has an unfinished task, then it gets none', async () => {
		const fleet = idleFleet();
		const { jobId } = fleet.addJob({ firmwareId: FirmwareId });
		fleet.addTask({ jobId, deviceName: 'lamp1', taskStatus: 'SUCCEEDED' });
		fleet.addTask({ jobId, deviceName: 'lamp2', taskStatus: 'NOTIFIED' });
		fleet.addTask({ jobId, deviceName: 'lamp3', taskStatus: 'FAILED' });
		expect(await targetsOf(ALL, fleet)).toEqual(lamps(10).slice(2));
	});
});

describe('given a static job that is wrong', () => {
	it.each<[string, object, string]>([
		['no product', { ProductKey: '' }, 'iot.prod.NullProductKey'],
		['an unknown product', { ProductKey: 'x' }, 'iot.prod.NotExistedProduct'],
		['an empty package', { FirmwareId: '' }, 'iot.firmware.NullFirmwareId'],
		['an unknown package', { FirmwareId: '9' }, 'iot.firmware.FirmwareNotFound'],
		['no selection', { TargetSelection: '' }, 'iot.firmware.NullTargetSelection'],
		['an unknown selection', { TargetSelection: 'all' }, 'iot.firmware.InvalidTargetSelection'],
		['no names', { TargetSelection: 'SPECIFIC' }, 'iot.firmware.NullTargetDeviceNames'],
		['names for all', { TargetDeviceName: ['lamp1'] }, 'iot.firmware.TargetDeviceNamesNotAllowed'],
		['201 names', { TargetDeviceName: lamps(201) }, 'iot.firmware.ParameterSizeExceedMax'],
		['a name twice', { TargetDeviceName: ['lamp1', 'lamp1'] }, 'iot.system.IllegalRequest'],
		['an unknown name', { TargetDeviceName: ['x'] }, 'iot.device.NotExistedDevice'],
		['no share', { TargetSelection: 'GRAY' }, 'iot.firmware.NullGrayPercent'],
		[
			'a share that is no number',
			{ TargetSelection: 'GRAY', GrayPercent: '1/3' },
			'iot.firmware.BadlyFormattedGrayPercent',
		],
		[
			'a share above 100',
			{ TargetSelection: 'GRAY', GrayPercent: '101' },
			'iot.firmware.InvalidGrayPercent',
		],
		['no group', { TargetSelection: 'GROUP' }, 'iot.group.NullGroupId'],
		['an unknown group', { TargetSelection: 'GROUP', GroupId: 'x' }, 'iot.group.NotExistedGroup'],
		[
			'versions for named devices',
			{ TargetSelection: 'SPECIFIC', TargetDeviceName: ['lamp1'], SrcVersion: ['1'] },
			'iot.firmware.SrcVersionsNotAllowed',
		],
		['11 versions', { SrcVersion: lamps(11) }, 'iot.firmware.SrcVersionsSizeExceedMax'],
		['the new version', { SrcVersion: ['2.0.0'] }, 'iot.firmware.SrcDestVersionMatched'],
		['a version none runs', { SrcVersion: ['0.1'] }, 'iot.firmware.NoDeviceCanUpgrade'],
		[
			'a timeout of a day and more',
			{ TimeoutInMinutes: 1441 },
			'iot.firmware.InvalidTimeoutSetting',
		],
		['an odd wait', { RetryInterval: 5, RetryCount: 1 }, 'iot.firmware.InvalidRetryInterval'],
		['a wait without a count', { RetryInterval: 10 }, 'iot.firmware.InvalidRetryCount'],
		['an odd count', { RetryInterval: 10, RetryCount: 3 }, 'iot.firmware.InvalidRetryCount'],
		[
			'a wait as long as the timeout',
			{ RetryInterval: 10, RetryCount: 1, TimeoutInMinutes: 10 },
			'iot.firmware.InvalidRetryInterval',
		],
		['a flag in capitals', { NeedPush: 'True' }, 'iot.common.InvalidFormattedParameter'],
		['another protocol', { DownloadProtocol: 'MQTT' }, 'iot.common.InvalidFormattedParameter'],
	])('when there is %s, then no job is made', (_, changes, code) =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			expect(await codeOf(emulator, ACTION, { ...ALL, ...changes })).toBe(code);
			expect(emulator.fleet.jobs).toEqual([]);
		}),
	);

	it('when the package is not verified, then no job is made; one that needs none is fine', async () => {
		const notVerified = 'iot.firmware.FirmwareNotVerified';
		await expectCodes({ fleet: idleFleet(0) }, ACTION, [[ALL, notVerified]]);
		await expectCodes({ fleet: idleFleet(-1) }, ACTION, [[ALL, '']]);
	});
});
