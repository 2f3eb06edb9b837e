import { DEMO } from '../../../emulator/fleet/fleets';
import type { Variant } from '../variant';
import { byId, DELETED, DONE, FIRST_50, iotIdOf } from '../variant';

const { productKey } = DEMO;
const ofProduct = { productKey: byId(productKey) };
const details = { aliasName: 'WiFi-Chip', desc: 'Firmware of the radio' };
const DETAILS = { AliasName: 'WiFi-Chip', Desc: 'Firmware of the radio' };

const create = {
	resource: 'otaModule',
	operation: 'create',
	action: 'CreateOTAModule',
	items: [DONE],
} as const;
const getVersions = {
	resource: 'otaModule',
	operation: 'getVersionsByDevice',
	action: 'ListOTAModuleVersionsByDevice',
} as const;
const update = {
	resource: 'otaModule',
	operation: 'update',
	action: 'UpdateOTAModule',
	items: [DONE],
} as const;

export const OTA_MODULE: readonly Variant[] = [
	{
		...create,
		given: 'every field',
		fields: { ...ofProduct, moduleName: 'wifi', additionalFields: details },
		wire: { ProductKey: productKey, ModuleName: 'wifi', ...DETAILS },
	},
	{
		...create,
		given: 'required fields only',
		fields: { ...ofProduct, moduleName: 'wifi' },
		wire: { ProductKey: productKey, ModuleName: 'wifi' },
	},
	{
		resource: 'otaModule',
		operation: 'delete',
		action: 'DeleteOTAModule',
		given: 'every field',
		fields: { ...ofProduct, moduleName: byId('ble') },
		wire: { ProductKey: productKey, ModuleName: 'ble' },
		items: [DELETED],
		itemsOfVersion1: [DONE],
	},
	{
		resource: 'otaModule',
		operation: 'getMany',
		action: 'ListOTAModuleByProduct',
		given: 'its one field',
		fields: ofProduct,
		wire: { ProductKey: productKey },
		items: [
			{
				...{ productKey, moduleName: 'ble', aliasName: 'Bluetooth', desc: 'The radio' },
				...{ gmtCreate: expect.any(String), gmtModified: expect.any(String) },
			},
			expect.objectContaining({ moduleName: 'mcu', aliasName: 'Controller' }),
		],
	},
	{
		...getVersions,
		given: 'product and name, and all wanted',
		fields: {
			...{ deviceBy: 'name', ...ofProduct, deviceName: byId('testDevice1') },
			returnAll: true,
		},
		wire: {
			...{ ProductKey: productKey, DeviceName: 'testDevice1' },
			...{ CurrentPage: '1', PageSize: '200' },
		},
		items: [version('default', '1.0.0'), version('ble', '2.0.0')],
	},
	{
		...getVersions,
		given: 'an IoT ID',
		fields: { deviceBy: 'iotId', iotId: iotIdOf(1), limit: 50 },
		wire: { IotId: iotIdOf(1), ...FIRST_50 },
		items: [version('default', '1.0.0'), version('ble', '2.0.0')],
	},
	{
		...update,
		given: 'every field',
		fields: { ...ofProduct, moduleName: byId('ble'), additionalFields: details },
		wire: { ProductKey: productKey, ModuleName: 'ble', ...DETAILS },
	},
	{
		...update,
		given: 'required fields only',
		fields: { ...ofProduct, moduleName: byId('ble') },
		wire: { ProductKey: productKey, ModuleName: 'ble' },
	},
];

function version(moduleName: string, moduleVersion: string): Record<string, string> {
	const device = { deviceName: 'testDevice1', iotId: iotIdOf(1), productKey };
	return { ...device, moduleName, moduleVersion };
}
