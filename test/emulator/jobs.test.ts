import { Fleet } from './fleet';
import { buildFleet, DEMO } from './fleets';
import { call, codeOf, dataOf, expectCodes, withEmulator } from './testing';

const ProductKey = 'p';
const FirmwareId = '300';
const ACTION = 'CreateOTAStaticUpgradeJob';
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const BASE = { ProductKey, FirmwareId };
const ALL = { ...BASE, TargetSelection: 'ALL' };

/** Ten devices lamp1 ... lamp10 on 1.0.0 without a task, lamp10 on 1.1.0, and a package 2.0.0. */
function idleFleet(status = 1): Fleet {
	const fleet = new Fleet();
	const productKey = ProductKey;
	fleet.addProduct({ productKey });
	fleet.addPackage({ firmwareId: FirmwareId, productKey, destVersion: '2.0.0', status });
	for (let n = 1; n <= 10; n++) {
		const groupIds = n <= 2 ? ['street'] : [];
		fleet.addDevice({ productKey, deviceName: `lamp${n}`, groupIds });
	}
	Object.assign(fleet.device(productKey, 'lamp10') ?? {}, { moduleVersions: { default: '1.1.0' } });
	return fleet;
}

function names(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `lamp${index + 1}`);
}

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
			expect(typeof jobId).toBe('number');
		}));
});

describe('given the ways to choose devices', () => {
	it('when all are meant, then each gets a task; with versions only those on them', async () => {
		expect(await targetsOf(ALL)).toEqual(names(10));
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
		expect(await targetsOf(group)).toEqual(names(2));
	});

	it('when a device is up to date or has an unfinished task, then it gets none', async () => {
		const fleet = idleFleet();
		const { jobId } = fleet.addJob({ firmwareId: FirmwareId });
		fleet.addTask({ jobId, deviceName: 'lamp1', taskStatus: 'SUCCEEDED' });
		fleet.addTask({ jobId, deviceName: 'lamp2', taskStatus: 'NOTIFIED' });
		fleet.addTask({ jobId, deviceName: 'lamp3', taskStatus: 'FAILED' });
		expect(await targetsOf(ALL, fleet)).toEqual(names(10).slice(2));
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
		['201 names', { TargetDeviceName: names(201) }, 'iot.firmware.ParameterSizeExceedMax'],
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
		['11 versions', { SrcVersion: names(11) }, 'iot.firmware.SrcVersionsSizeExceedMax'],
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

describe('given a package that is not verified', () => {
	const VERIFY = 'CreateOTAVerifyJob';
	const named = { ...BASE, TargetDeviceName: ['lamp1', 'lamp2'] };

	it.each([
		['SUCCEEDED', 1],
		['FAILED', 3],
		['CANCELED', 0],
	] as const)('when a verify job ends in %s, then its status is %i', (taskStatus, status) =>
		withEmulator({ fleet: idleFleet(0) }, async ({ fleet, ...others }) => {
			const emulator = { fleet, ...others };
			const data = { jobId: expect.stringMatching(/^\d{19}$/), utcCreate: expect.any(String) };
			expect(await call(emulator, VERIFY, named)).toEqual({ ...ENVELOPE, data });
			expect(fleet.package(FirmwareId)?.status).toBe(2);
			expect(fleet.jobs[0]).toMatchObject({ jobType: 'VERIFY_FIRMWARE' });
			for (const deviceName of ['lamp1', 'lamp2']) fleet.setStatus(deviceName, taskStatus);
			expect(fleet.package(FirmwareId)?.status).toBe(status);
		}),
	);

	it('when no device is named, then up to ten are chosen', () =>
		withEmulator({ fleet: idleFleet(0) }, async (emulator) => {
			expect(await codeOf(emulator, VERIFY, BASE)).toBe('');
			expect(emulator.fleet.tasks).toHaveLength(10);
		}));

	it('when the request is wrong, then no job is made', async () => {
		await expectCodes({ fleet: idleFleet(0) }, VERIFY, [
			[{ FirmwareId }, 'iot.prod.NullProductKey'],
			[{ ProductKey }, 'MissingFirmwareId'],
			[{ ...BASE, TargetDeviceName: names(11) }, 'iot.firmware.ParameterSizeExceedMax'],
			[{ ...BASE, TargetDeviceName: ['x'] }, 'iot.device.NotExistedDevice'],
			[{ ...BASE, TimeoutInMinutes: 0 }, 'iot.firmware.InvalidTimeoutSetting'],
			[named, ''],
			[named, 'iot.firmware.InProgressVerifyJobExisted'],
		]);
		await expectCodes({ fleet: idleFleet(1) }, VERIFY, [
			[named, 'iot.firmware.VerifyFirmwareFailed'],
		]);
	});
});

describe('given tasks that wait for a confirmation', () => {
	it('when they are confirmed, then they wait in the queue', () =>
		withEmulator({ fleet: idleFleet() }, async (emulator) => {
			await call(emulator, ACTION, { ...ALL, NeedConfirm: true });
			expect(emulator.fleet.countByStatus()).toMatchObject({ CONFIRM: 10 });
			const TaskId = emulator.fleet.tasks.slice(0, 2).map(({ taskId }) => taskId);
			expect(await call(emulator, 'ConfirmOTATask', { TaskId })).toEqual(ENVELOPE);
			expect(emulator.fleet.countByStatus()).toMatchObject({ CONFIRM: 8, QUEUED: 2 });
		}));

	it('when one of them is wrong, then none is confirmed', async () => {
		const fleet = buildFleet({ devices: 11, status: (index) => (index ? 'CONFIRM' : 'QUEUED') });
		const ids = fleet.tasks.map(({ taskId }) => taskId);
		await expectCodes({ fleet }, 'ConfirmOTATask', [
			[{}, 'iot.firmware.NullTaskId'],
			[{ TaskId: [''] }, 'iot.firmware.NullTaskId'],
			[{ TaskId: ids }, 'iot.firmware.ParameterSizeExceedMax'],
			[{ TaskId: [ids[1], DEMO.jobId] }, 'iot.firmware.InvalidOTATaskId'],
			[{ TaskId: ids.slice(0, 2) }, 'iot.firmware.InvalidTaskStatus'],
		]);
		expect(fleet.countByStatus()).toMatchObject({ CONFIRM: 10, QUEUED: 1 });
	});
});

describe('given a job with tasks in every state', () => {
	const { jobId: JobId } = DEMO;

	it.each([
		['queued', { CancelQueuedTask: true }, { QUEUED: 0, CONFIRM: 0, NOTIFIED: 3 }],
		['notified', { CancelNotifiedTask: true }, { QUEUED: 6, CONFIRM: 3, NOTIFIED: 0 }],
		['unconfirmed', { CancelUnconfirmedTask: true }, { QUEUED: 6, CONFIRM: 0, NOTIFIED: 3 }],
		[
			'queued but not unconfirmed',
			{ CancelQueuedTask: true, CancelUnconfirmedTask: false },
			{ QUEUED: 0, CONFIRM: 3 },
		],
	])('when the %s tasks are cancelled, then the others stay', (_, flags, counts) =>
		withEmulator({}, async (emulator) => {
			expect(await call(emulator, 'CancelOTATaskByJob', { JobId, ...flags })).toEqual(ENVELOPE);
			expect(emulator.fleet.countByStatus()).toMatchObject({ ...counts, IN_PROGRESS: 2 });
		}),
	);

	it('when the request is wrong, then nothing is cancelled', async () => {
		const fleet = buildFleet({ devices: 1 });
		await expectCodes({ fleet }, 'CancelOTATaskByJob', [
			[{ CancelQueuedTask: true }, 'iot.firmware.NullOTAJobId'],
			[{ JobId: '1', CancelQueuedTask: true }, 'iot.firmware.InvalidOTAJobId'],
			[{ JobId }, 'iot.firmware.CancelOptionIsMandatory'],
			[{ JobId, CancelQueuedTask: 'yes' }, 'iot.common.InvalidFormattedParameter'],
			[{ JobId, CancelQueuedTask: true }, ''],
			[{ JobId, CancelQueuedTask: true }, 'iot.firmware.JobAlreadyCanceled'],
		]);
		await expectCodes({}, 'QueryOTAJob', [
			[{}, 'iot.firmware.NullOTAJobId'],
			[{ JobId: '1' }, 'iot.firmware.InvalidOTAJobId'],
		]);
	});
});
