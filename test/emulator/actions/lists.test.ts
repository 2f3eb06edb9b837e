import type { Emulator } from '../emulator';
import type { Fleet } from '../fleet/fleet';
import { buildFleet, DEMO } from '../fleet/fleets';
import { call, codeOf, withEmulator } from '../testing';

const { productKey: ProductKey, firmwareId: FirmwareId, jobId: JobId } = DEMO;
const PAGE = { CurrentPage: 1, PageSize: 10 };
const OTHER = { productKey: 'otherProduct', firmwareId: '200', jobId: '1836340779212660200' };

/** The demo ids with 25 queued tasks, and another product, package and job with one. */
function twoProducts(): Fleet {
	const fleet = buildFleet({ devices: 25 });
	buildFleet({ devices: 1, ...OTHER, name: () => 'other1', into: fleet });
	return fleet;
}

function on(use: (emulator: Emulator) => Promise<void>): Promise<void> {
	return withEmulator({ fleet: twoProducts() }, use);
}

/** An answer whose list, wrapped in `wrapper`, holds just records like these. */
function listing(wrapper: string, ...records: object[]) {
	return { data: { [wrapper]: records.map((record) => expect.objectContaining(record)) } };
}

describe('given any list with pages', () => {
	const lists = [
		['ListOTAFirmware', {}, 100],
		['QueryProductList', {}, 200],
		['ListOTAJobByFirmware', { FirmwareId }, 200],
		['ListOTAJobByDevice', { ProductKey, FirmwareId, DeviceName: 'testDevice1' }, 100],
		['ListOTATaskByJob', { JobId }, 100],
	] as const;

	it.each(lists)('when %s asks for its largest page, then it is served', (action, given, largest) =>
		on(async (emulator) => {
			const parameters = { ...given, CurrentPage: 1, PageSize: largest };
			expect(await codeOf(emulator, action, parameters)).toBe('');
		}),
	);

	it.each(lists)('when %s asks for more or for page 0, then it refuses', (action, given, largest) =>
		on(async (emulator) => {
			const wrong = [
				{ CurrentPage: 1, PageSize: largest + 1 },
				{ CurrentPage: 1, PageSize: 0 },
				{ CurrentPage: 0, PageSize: 1 },
				{ CurrentPage: 'one', PageSize: 1 },
			];
			for (const page of wrong) {
				const code = await codeOf(emulator, action, { ...given, ...page });
				expect(code).toBe('iot.common.InvalidPageParams');
			}
		}),
	);

	it('when a list other than of tasks is asked without a page, then it refuses', () =>
		on(async (emulator) => {
			expect(await codeOf(emulator, 'ListOTAFirmware')).toBe('iot.common.InvalidPageParams');
		}));

	it('when the pages are read one by one, then every record is on one, and past the end is none', () =>
		on(async (emulator) => {
			const sizes = [];
			for (const CurrentPage of [1, 2, 3, 4]) {
				const parameters = { JobId, CurrentPage, PageSize: 10 };
				const answer = await call(emulator, 'ListOTATaskByJob', parameters);
				expect(answer).toMatchObject({ currentPage: CurrentPage, pageSize: 10 });
				expect(answer).toMatchObject({ pageCount: 3, total: 25 });
				sizes.push(JSON.stringify(answer).split('"taskId"').length - 1);
			}
			expect(sizes).toEqual([10, 10, 5, 0]);
		}));
});

describe('given packages of two products', () => {
	it('when ListOTAFirmware names neither product nor version, then all are listed', () =>
		on(async (emulator) => {
			expect(await call(emulator, 'ListOTAFirmware', PAGE)).toMatchObject({
				total: 2,
				firmwareInfo: { simpleFirmwareInfo: [{ firmwareId: '168' }, { firmwareId: '200' }] },
			});
		}));

	it('when it names a product or a version, then only those are listed', () =>
		on(async (emulator) => {
			emulator.fleet.addPackage({ firmwareId: '169', productKey: ProductKey, destVersion: '2.0' });
			const ofProduct = await call(emulator, 'ListOTAFirmware', { ...PAGE, ProductKey });
			expect(ofProduct).toMatchObject({ total: 2 });
			const both = { ...PAGE, ProductKey, DestVersion: '2.0' };
			expect(await call(emulator, 'ListOTAFirmware', both)).toMatchObject({
				firmwareInfo: { simpleFirmwareInfo: [{ firmwareId: '169', destVersion: '2.0' }] },
			});
		}));
});

describe('given products', () => {
	it('when QueryProductList is called, then list and counts are inside data', () =>
		on(async (emulator) => {
			expect(await call(emulator, 'QueryProductList', PAGE)).toMatchObject({
				data: {
					...{ currentPage: 1, pageSize: 10, pageCount: 1, total: 2 },
					list: {
						productInfo: [
							{ productKey: ProductKey, deviceCount: 25 },
							{ productKey: OTHER.productKey, deviceCount: 1 },
						],
					},
				},
			});
		}));
});

describe('given jobs', () => {
	it('when ListOTAJobByFirmware names a package, then its jobs are listed', () =>
		on(async (emulator) => {
			const answer = await call(emulator, 'ListOTAJobByFirmware', { ...PAGE, FirmwareId });
			expect(answer).toMatchObject(
				listing('simpleOTAJobInfo', { jobId: JobId, firmwareId: '168' }),
			);
		}));

	it('when the package is missing or unknown, then it refuses', () =>
		on(async (emulator) => {
			expect(await codeOf(emulator, 'ListOTAJobByFirmware', PAGE)).toBe('MissingFirmwareId');
			const unknown = { ...PAGE, FirmwareId: '9' };
			const code = await codeOf(emulator, 'ListOTAJobByFirmware', unknown);
			expect(code).toBe('iot.firmware.FirmwareNotFound');
		}));

	it('when ListOTAJobByDevice names a device, then only the jobs that hold it are listed', () =>
		on(async (emulator) => {
			emulator.fleet.addJob({ firmwareId: FirmwareId, jobId: '1836340779212660009' });
			const parameters = { ...PAGE, ProductKey, FirmwareId, DeviceName: 'testDevice1' };
			const answer = await call(emulator, 'ListOTAJobByDevice', parameters);
			expect(answer).toMatchObject(listing('simpleOTAJobInfo', { jobId: JobId }));
		}));

	it('when ListOTAJobByDevice names an unknown device or none, then it refuses', () =>
		on(async (emulator) => {
			const parameters = { ...PAGE, ProductKey, FirmwareId };
			const none = await codeOf(emulator, 'ListOTAJobByDevice', parameters);
			expect(none).toBe('iot.device.NullDeviceName');
			const unknown = { ...parameters, DeviceName: 'x' };
			const code = await codeOf(emulator, 'ListOTAJobByDevice', unknown);
			expect(code).toBe('iot.device.NotExistedDevice');
		}));
});

describe('given the tasks of a job', () => {
	it('when a state and names are given, then the tasks that fit both are listed', () =>
		on(async (emulator) => {
			emulator.fleet.setStatus('testDevice3', 'FAILED', { taskDesc: 'no space', progress: '40' });
			const DeviceNames = ['testDevice2', 'testDevice3', 'unknown'];
			const parameters = { JobId, TaskStatus: 'FAILED', DeviceNames };
			const failed = { deviceName: 'testDevice3', taskDesc: 'no space', progress: '40' };
			const answer = await call(emulator, 'ListOTATaskByJob', parameters);
			expect(answer).toMatchObject({ total: 1, ...listing('simpleOTATaskInfo', failed) });
		}));

	it('when no page is given, then the first ten are listed', () =>
		on(async (emulator) => {
			const answer = await call(emulator, 'ListOTATaskByJob', { JobId });
			expect(answer).toMatchObject({ currentPage: 1, pageSize: 10, total: 25 });
		}));

	it.each([
		['no JobId', {}, 'iot.firmware.NullOTAJobId'],
		['an unknown JobId', { JobId: '1' }, 'iot.firmware.InvalidOTAJobId'],
		['an unknown state', { JobId, TaskStatus: 'DONE' }, 'iot.firmware.InvalidTaskStatus'],
	])('when there is %s, then it refuses', (_, parameters, code) =>
		on(async (emulator) => {
			expect(await codeOf(emulator, 'ListOTATaskByJob', parameters)).toBe(code);
		}),
	);
});

describe('given the unfinished tasks of a device', () => {
	const ACTION = 'ListOTAUnfinishedTaskByDevice';
	const device = { ProductKey, DeviceName: 'testDevice1' };
	const theTask = listing('simpleOTATaskInfo', { deviceName: 'testDevice1', jobId: JobId });
	const noTask = listing('simpleOTATaskInfo');

	it('when product and name, or the IotId, name it, then its task is listed', () =>
		on(async (emulator) => {
			const IotId = emulator.fleet.task('testDevice1')?.iotId;
			expect(await call(emulator, ACTION, device)).toMatchObject(theTask);
			expect(await call(emulator, ACTION, { IotId })).toMatchObject(theTask);
			const both = { ...device, DeviceName: 'testDevice2', IotId };
			expect(await call(emulator, ACTION, both)).toMatchObject(theTask);
		}));

	it('when the task is finished, then the list is empty', () =>
		on(async (emulator) => {
			emulator.fleet.setStatus('testDevice1', 'SUCCEEDED');
			expect(await call(emulator, ACTION, device)).toMatchObject(noTask);
		}));

	it('when states or a module are given, then only tasks that fit are listed', () =>
		on(async (emulator) => {
			const ask = (more: object) => call(emulator, ACTION, { ...device, ...more });
			expect(await ask({ TaskStatus: 'QUEUED' })).toMatchObject(theTask);
			expect(await ask({ TaskStatus: 'CONFIRM' })).toMatchObject(noTask);
			expect(await ask({ TaskStatusList: ['CONFIRM', 'QUEUED'] })).toMatchObject(theTask);
			expect(await ask({ TaskStatusList: ['CONFIRM', 'NOTIFIED'] })).toMatchObject(noTask);
			expect(await ask({ ModuleName: 'default' })).toMatchObject(theTask);
			expect(await ask({ ModuleName: 'ble' })).toMatchObject(noTask);
		}));

	it.each([
		['no device', {}, 'iot.prod.NullProductKey'],
		['a product only', { ProductKey }, 'iot.device.NullDeviceName'],
		['an unknown IotId', { IotId: 'x' }, 'iot.device.InvalidIoTId'],
		['a finished state', { ...device, TaskStatus: 'FAILED' }, 'iot.firmware.InvalidTaskStatus'],
		[
			'one state and a list of states',
			{ ...device, TaskStatus: 'QUEUED', TaskStatusList: ['QUEUED'] },
			'iot.system.IllegalRequest',
		],
	])('when there is %s, then it refuses', (_, parameters, code) =>
		on(async (emulator) => {
			expect(await codeOf(emulator, ACTION, parameters)).toBe(code);
		}),
	);
});
