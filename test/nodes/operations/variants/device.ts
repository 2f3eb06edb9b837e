import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { byId, iotIdOf } from '../variant';

const { productKey } = DEMO;
const ofProduct = { productKey: byId(productKey) };
const DETAIL_1 = {
	...{ productKey, deviceName: 'testDevice1', iotId: iotIdOf(1), nickname: 'Main Street 1' },
	...{ status: 'ONLINE', firmwareVersion: '1.0.0', nodeType: 0, productName: 'Street Lamp' },
	...{ region: 'cn-shanghai', gmtCreate: expect.any(String), utcCreate: expect.any(String) },
	...{ gmtActive: expect.any(String), utcActive: expect.any(String) },
};
const DEVICE_1 = {
	...DETAIL_1,
	...{ gmtOnline: expect.any(String), utcOnline: expect.any(String) },
	...{ ipAddress: '10.0.0.1', owner: true },
};

const SIMPLE_1 = {
	...{ productKey, deviceName: 'testDevice1', iotId: iotIdOf(1), nickname: 'Main Street 1' },
	...{ status: 'ONLINE', firmwareVersion: '1.0.0', productName: 'Street Lamp' },
};
const SIMPLE_DETAIL_1 = {
	...SIMPLE_1,
	...{ utcCreate: expect.any(String), utcActive: expect.any(String) },
};
const LISTED_20 = {
	...{ productKey, deviceName: 'testDevice20', iotId: iotIdOf(20), nickname: '' },
	...{ deviceStatus: 'ONLINE', deviceType: '0' },
	...{ utcCreate: expect.any(String), utcModified: expect.any(String) },
};
const RAW_LISTED_20 = {
	...{ ...LISTED_20, deviceId: iotIdOf(20).slice(0, 20) },
	...{ gmtCreate: expect.any(String), gmtModified: expect.any(String) },
};
const OFFLINE_2 = expect.objectContaining({ deviceName: 'testDevice2', status: 'OFFLINE' });

const get = { resource: 'device', operation: 'get', action: 'QueryDeviceDetail' } as const;
const getMany = { resource: 'device', operation: 'getMany' } as const;
const one = { resource: 'device', operation: 'getStatus', action: 'GetDeviceStatus' } as const;
const several = {
	resource: 'device',
	operation: 'getStatus',
	action: 'BatchGetDeviceState',
} as const;

export const DEVICE: readonly Variant[] = [
	{
		...get,
		given: 'product and name',
		fields: { deviceBy: 'name', ...ofProduct, deviceName: byId('testDevice1') },
		wire: { ProductKey: productKey, DeviceName: 'testDevice1' },
		items: [
			{
				...{ ...SIMPLE_1, ipAddress: '10.0.0.1' },
				...{ utcActive: expect.any(String), utcOnline: expect.any(String) },
			},
		],
		itemsOfVersion1: [DEVICE_1],
	},
	{
		...get,
		given: 'an IoT ID, and the raw record wanted',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(1), simplify: false },
		wire: { IotId: iotIdOf(1) },
		items: [DEVICE_1],
	},
	{
		...getMany,
		action: 'QueryDevice',
		given: 'all devices of the product',
		fields: { ...ofProduct, which: 'all', returnAll: true },
		wire: { ProductKey: productKey, CurrentPage: '1', PageSize: '50' },
		items: Array.from({ length: 20 }, (_, index) => listed(20 - index)),
	},
	{
		...getMany,
		action: 'QueryDevice',
		given: 'required fields and a limit',
		fields: { ...ofProduct, limit: 1 },
		wire: { ProductKey: productKey, CurrentPage: '1', PageSize: '1' },
		items: [LISTED_20],
		itemsOfVersion1: [RAW_LISTED_20],
	},
	{
		...getMany,
		action: 'QueryDevice',
		given: 'raw records wanted',
		fields: { ...ofProduct, limit: 1, simplify: false },
		wire: { ProductKey: productKey, CurrentPage: '1', PageSize: '1' },
		items: [RAW_LISTED_20],
	},
	{
		...getMany,
		action: 'BatchQueryDeviceDetail',
		given: 'names of devices',
		fields: { ...ofProduct, which: 'named', deviceName: 'testDevice1, testDevice2' },
		wire: {
			...{ ProductKey: productKey, 'DeviceName.1': 'testDevice1', 'DeviceName.2': 'testDevice2' },
		},
		items: [SIMPLE_DETAIL_1, OFFLINE_2],
		itemsOfVersion1: [DETAIL_1, OFFLINE_2],
	},
	{
		...one,
		given: 'product and one name',
		fields: { deviceBy: 'name', ...ofProduct, deviceName: 'testDevice2' },
		wire: { ProductKey: productKey, DeviceName: 'testDevice2' },
		items: [{ status: 'OFFLINE', timestamp: expect.any(Number) }],
	},
	{
		...one,
		given: 'one IoT ID',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(2) },
		wire: { IotId: iotIdOf(2) },
		items: [{ status: 'OFFLINE', timestamp: expect.any(Number) }],
	},
	{
		...several,
		given: 'product and names',
		fields: { deviceBy: 'name', ...ofProduct, deviceName: '["testDevice1", "testDevice2"]' },
		wire: {
			...{ ProductKey: productKey, 'DeviceName.1': 'testDevice1', 'DeviceName.2': 'testDevice2' },
		},
		items: [state(1, 'ONLINE'), state(2, 'OFFLINE')],
	},
	{
		...several,
		given: 'IoT IDs',
		fields: { deviceBy: 'iotId', iotId: `${iotIdOf(1)}, ${iotIdOf(2)}` },
		wire: { 'IotId.1': iotIdOf(1), 'IotId.2': iotIdOf(2) },
		items: [state(1, 'ONLINE'), state(2, 'OFFLINE')],
	},
];

function listed(number: number): unknown {
	return expect.objectContaining({ deviceName: `testDevice${number}`, iotId: iotIdOf(number) });
}

function state(number: number, status: string): Record<string, unknown> {
	return {
		...{ deviceName: `testDevice${number}`, iotId: iotIdOf(number), status },
		...{ deviceId: iotIdOf(number).slice(0, 20), asAddress: `10.0.0.${number}` },
		...{ timestamp: expect.any(Number), lastOnlineTime: expect.any(String) },
	};
}
