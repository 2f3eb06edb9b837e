import { DEMO } from '../../../emulator/fleet/fleets';
import { LAMP } from '../../../emulator/fleet/thingModel';
import type { Variant } from '../variant';
import { byId, DONE, iotIdOf } from '../variant';

const { productKey } = DEMO;
const ofProduct = { productKey: byId(productKey) };
const byName = { deviceBy: 'name', ...ofProduct, deviceName: byId('testDevice1') };
const byIotId = { deviceBy: 'iotId', iotId: iotIdOf(1) };
const NAMED = { ProductKey: productKey, DeviceName: 'testDevice1' };
const WITH_ID = { IotId: iotIdOf(1) };
const SENT = { ...DONE, data: { messageId: expect.stringMatching(/^\d+$/) } };
const PROPERTIES = LAMP.properties.map(({ identifier, name, dataType, unit }) => ({
	...{ identifier, name, dataType, unit },
	...(identifier === 'PowerSwitch'
		? { value: '1', time: '1731326400000' }
		: { value: '', time: '' }),
}));

const get = {
	resource: 'device',
	operation: 'getProperties',
	action: 'QueryDevicePropertyStatus',
} as const;
const set = {
	resource: 'device',
	operation: 'setProperties',
	action: 'SetDeviceProperty',
} as const;
const setMany = {
	resource: 'device',
	operation: 'setPropertiesOfMany',
	action: 'SetDevicesProperty',
} as const;
const desire = {
	resource: 'device',
	operation: 'setDesiredProperties',
	action: 'SetDeviceDesiredProperty',
} as const;
const invoke = {
	resource: 'device',
	operation: 'invokeService',
	action: 'InvokeThingService',
} as const;

/** What a device reports and can be told. */
export const DEVICE_THING: readonly Variant[] = [
	{
		...get,
		given: 'product and name',
		fields: byName,
		wire: NAMED,
		items: PROPERTIES,
	},
	{
		...get,
		given: 'an IoT ID',
		fields: byIotId,
		wire: WITH_ID,
		items: PROPERTIES,
	},
	{
		...set,
		given: 'product, name and JSON text',
		fields: {
			...byName,
			checkTypes: true,
			items: '{\n\t"ColorTemperature": 10.0,\n\t"Label": "a b"\n}',
		},
		wire: { ...NAMED, Items: '{"ColorTemperature":10.0,"Label":"a b"}' },
		items: [SENT],
	},
	{
		...set,
		given: 'an IoT ID and an expression that gives an object',
		fields: { ...byIotId, items: '={{ { ColorTemperature: 10, Brightness: 80 } }}' },
		wire: { ...WITH_ID, Items: '{"ColorTemperature":10.0,"Brightness":80}' },
		items: [SENT],
	},
	{
		...setMany,
		given: 'product and names',
		fields: {
			...ofProduct,
			...{ deviceName: 'testDevice1, testDevice2', checkTypes: false },
			items: '{"PowerSwitch":0}',
		},
		wire: {
			...{ ProductKey: productKey, 'DeviceName.1': 'testDevice1', 'DeviceName.2': 'testDevice2' },
			Items: '{"PowerSwitch":0}',
		},
		items: [DONE],
	},
	{
		...desire,
		given: 'product and name',
		fields: { ...byName, items: '{"Brightness":80}', checkTypes: false },
		wire: { ...NAMED, Items: '{"Brightness":80}' },
		items: [{ ...DONE, data: { ...SENT.data, versions: '{"Brightness":1}' } }],
	},
	{
		...desire,
		given: 'an IoT ID, versions and a value to clear',
		fields: {
			...{ ...byIotId, items: '{"Label":null}', allowClearing: true },
			additionalFields: { versions: '{ "Label": 0 }' },
		},
		wire: { ...WITH_ID, Items: '{"Label":null}', Versions: '{"Label":0}' },
		items: [{ ...DONE, data: { ...SENT.data, versions: '{"Label":1}' } }],
	},
	{
		...invoke,
		given: 'product, name and a service without arguments',
		fields: { ...byName, identifier: 'Reboot', args: '{}' },
		wire: { ...NAMED, Identifier: 'Reboot', Args: '{}' },
		items: [SENT],
	},
	{
		...invoke,
		given: 'an IoT ID and a service that answers',
		fields: { ...byIotId, identifier: 'ReadLog', args: '={{ { Lines: 2 } }}' },
		wire: { ...WITH_ID, Identifier: 'ReadLog', Args: '{"Lines":2}' },
		items: [{ ...DONE, data: { ...SENT.data, result: '{"Lines":2}' } }],
	},
];
