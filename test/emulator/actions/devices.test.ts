import { buildFleet, DEMO, namesOf } from '../fleet/fleets';
import { call, dataOf, expectCodes, withEmulator } from '../testing';

const { productKey: ProductKey } = DEMO;
const ENVELOPE = { code: '', requestId: expect.any(String), success: true };
const DEVICE = { ProductKey, DeviceName: 'testDevice1' };
const BAD_PAGE = 'iot.common.InvalidPageParams';
const WRONG_DEVICES = [
	[{}, 'iot.prod.NullProductKey'],
	[{ ProductKey: 'x', DeviceName: 'testDevice1' }, 'iot.prod.NotExistedProduct'],
	[{ ProductKey }, 'iot.device.NullDeviceName'],
	[{ ProductKey, DeviceName: 'x' }, 'iot.device.NotExistedDevice'],
	[{ IotId: 'x' }, 'iot.device.InvalidIoTId'],
] as const;

describe('given QueryProduct', () => {
	it('when a product is named, then exactly the documented fields are answered, its secret too', () =>
		withEmulator({}, async (emulator) => {
			const data = await dataOf(emulator, 'QueryProduct', { ProductKey });
			const secret = emulator.fleet.product(ProductKey)?.productSecret;
			expect(data).toMatchObject({ productName: 'Street Lamp', productSecret: secret });
			const documented =
				'aliyunCommodityCode authType categoryKey categoryName dataFormat description deviceCount ' +
				'gmtCreate id2 netType nodeType owner productKey productName productSecret productStatus ' +
				'protocolType validateType';
			expect(Object.keys(data).sort()).toEqual(documented.split(' '));
		}));

	it('when products are listed, then no secret is in the list', () =>
		withEmulator({}, async (emulator) => {
			const answer = await call(emulator, 'QueryProductList', { CurrentPage: 1, PageSize: 1 });
			expect(JSON.stringify(answer)).not.toMatch(/secretOf/i);
		}));

	it('when none or an unknown one is named, then it refuses', () =>
		expectCodes({}, 'QueryProduct', WRONG_DEVICES.slice(0, 2)));
});

describe('given QueryDevice', () => {
	it('when no page is named, then the ten newest devices are listed with their fields', () =>
		withEmulator({}, async (emulator) => {
			const answer = await call(emulator, 'QueryDevice', { ProductKey });
			const { data, ...rest } = answer;
			expect(rest).toEqual({
				...ENVELOPE,
				...{ page: 1, pageSize: 10, pageCount: 2, total: 20, nextToken: expect.any(String) },
			});
			const device = emulator.fleet.device(ProductKey, 'testDevice20');
			const newest = {
				...{ productKey: ProductKey, deviceName: 'testDevice20', iotId: device?.iotId },
				...{ deviceId: expect.any(String), deviceSecret: device?.deviceSecret },
				...{ deviceStatus: 'ONLINE', deviceType: '0', nickname: '' },
				gmtCreate: 'Mon, 11-Nov-2024 11:11:11 GMT',
				gmtModified: 'Mon, 11-Nov-2024 11:11:11 GMT',
				...{ utcCreate: '2024-11-11T11:11:11.000Z', utcModified: '2024-11-11T11:11:11.000Z' },
			};
			expect(data).toEqual({ deviceInfo: expect.arrayContaining([newest]) });
			expect(data).toMatchObject({ deviceInfo: [newest, ...Array(9).fill(expect.anything())] });
		}));

	it('when the last page is read, then there is no NextToken', () =>
		withEmulator({}, async (emulator) => {
			const answer = await call(emulator, 'QueryDevice', { ProductKey, CurrentPage: 2 });
			expect(answer).toMatchObject({ page: 2, nextToken: '' });
		}));

	it('when pages go beyond 10,000 devices, then they need the token of the page before', () =>
		withEmulator({ fleet: buildFleet({ devices: 10_060 }) }, async (emulator) => {
			const page = { ProductKey, PageSize: 50 };
			const last = await call(emulator, 'QueryDevice', { ...page, CurrentPage: 200 });
			const next = { ...page, CurrentPage: 201, NextToken: last['nextToken'] };
			const answer = await call(emulator, 'QueryDevice', next);
			expect(answer).toMatchObject({ page: 201, data: { deviceInfo: expect.any(Array) } });
			expect(JSON.stringify(answer)).toContain('"testDevice60"');
		}));

	it('when the request is wrong, then it refuses', () =>
		expectCodes({}, 'QueryDevice', [
			...WRONG_DEVICES.slice(0, 2),
			[{ ProductKey, PageSize: 51 }, BAD_PAGE],
			[{ ProductKey, PageSize: 0 }, BAD_PAGE],
			[{ ProductKey, CurrentPage: 0 }, BAD_PAGE],
			[{ ProductKey, PageSize: 50, CurrentPage: 200 }, ''],
			[{ ProductKey, PageSize: 50, CurrentPage: 201 }, BAD_PAGE],
			[{ ProductKey, PageSize: 50, CurrentPage: 201, NextToken: 'x' }, BAD_PAGE],
		]));
});

describe('given the details of devices', () => {
	const batchFields =
		'deviceName deviceSecret firmwareVersion gmtActive gmtCreate iotId nickname nodeType ' +
		'productKey productName region status utcActive utcCreate';

	it('when one is asked for, then exactly the documented fields are answered, its secret too', () =>
		withEmulator({}, async (emulator) => {
			const data = await dataOf(emulator, 'QueryDeviceDetail', DEVICE);
			const fields = `${batchFields} gmtOnline ipAddress owner utcOnline`;
			expect(Object.keys(data).sort()).toEqual(fields.split(' ').sort());
			const { iotId: IotId, deviceSecret } = emulator.fleet.device(ProductKey, 'testDevice1') ?? {};
			expect(data).toMatchObject({
				...{ deviceSecret, nickname: 'Main Street 1', status: 'ONLINE', firmwareVersion: '1.0.0' },
				...{ gmtOnline: '2024-11-11 11:11:11', utcOnline: '2024-11-11T11:11:11.000Z' },
			});
			expect(await dataOf(emulator, 'QueryDeviceDetail', { IotId })).toEqual(data);
		}));

	it('when a device was never active, then its times are empty', () =>
		withEmulator({}, async (emulator) => {
			const parameters = { ProductKey, DeviceName: 'testDevice3' };
			expect(await dataOf(emulator, 'QueryDeviceDetail', parameters)).toMatchObject({
				...{ status: 'UNACTIVE', firmwareVersion: '', gmtActive: '', utcOnline: '' },
			});
		}));

	it('when several are asked for, then unknown ones are left out', () =>
		withEmulator({}, async (emulator) => {
			const parameters = { ProductKey, DeviceName: ['testDevice1', 'x', 'testDevice2'] };
			const { data } = await dataOf(emulator, 'BatchQueryDeviceDetail', parameters);
			expect(data).toMatchObject([{ deviceName: 'testDevice1' }, { deviceName: 'testDevice2' }]);
			const [first] = Array.isArray(data) ? data : [];
			expect(Object.keys(first).sort()).toEqual(batchFields.split(' '));
		}));

	it('when requests are wrong, then they are refused', async () => {
		await expectCodes({}, 'QueryDeviceDetail', WRONG_DEVICES);
		await expectCodes({}, 'BatchQueryDeviceDetail', [
			...WRONG_DEVICES.slice(0, 2),
			[{ ProductKey }, 'iot.device.NoneDeviceNameElement'],
			[{ ProductKey, DeviceName: ['testDevice1', ''] }, 'iot.device.NullDeviceName'],
			[{ ProductKey, DeviceName: namesOf(100) }, ''],
			[{ ProductKey, DeviceName: namesOf(101) }, 'iot.device.DeviceCountExceeded'],
		]);
	});
});

describe('given the states of devices', () => {
	it.each([
		['testDevice1', 'ONLINE'],
		['testDevice2', 'OFFLINE'],
		['testDevice3', 'UNACTIVE'],
		['testDevice4', 'DISABLE'],
	])('when GetDeviceStatus names %s, then it is %s', (DeviceName, status) =>
		withEmulator({}, async (emulator) => {
			const answer = await call(emulator, 'GetDeviceStatus', { ProductKey, DeviceName });
			const timestamp = Date.parse('2024-11-11T11:11:11.000Z');
			expect(answer).toEqual({ ...ENVELOPE, data: { status, timestamp } });
		}),
	);

	it('when BatchGetDeviceState names devices, then each known one is listed', () =>
		withEmulator({}, async (emulator) => {
			const { iotId } = emulator.fleet.device(ProductKey, 'testDevice2') ?? {};
			const expected = {
				...ENVELOPE,
				deviceStatusList: {
					deviceStatus: [
						{
							...{ deviceName: 'testDevice2', iotId, status: 'OFFLINE', asAddress: '10.0.0.2' },
							...{ deviceId: expect.any(String), timestamp: Date.parse('2024-11-11T11:11:11Z') },
							lastOnlineTime: '2024-11-11 11:11:11',
						},
					],
				},
			};
			const byName = { ProductKey, DeviceName: ['testDevice2', 'x'] };
			expect(await call(emulator, 'BatchGetDeviceState', byName)).toEqual(expected);
			const byBoth = { ProductKey, DeviceName: ['testDevice1'], IotId: [iotId] };
			expect(await call(emulator, 'BatchGetDeviceState', byBoth)).toEqual(expected);
		}));

	it('when requests are wrong, then they are refused', async () => {
		await expectCodes({}, 'GetDeviceStatus', WRONG_DEVICES);
		await expectCodes({}, 'BatchGetDeviceState', [
			...WRONG_DEVICES.slice(0, 2),
			[{ ProductKey }, 'iot.device.NoneDeviceNameElement'],
			[{ ProductKey, DeviceName: namesOf(50) }, ''],
			[{ ProductKey, DeviceName: namesOf(51) }, 'iot.device.DeviceCountExceeded'],
			[{ IotId: namesOf(51) }, 'iot.device.DeviceCountExceeded'],
		]);
	});
});
