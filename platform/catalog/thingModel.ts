import type { ActionTable, ParameterFacts } from './facts';
import { REQUIRED_TEXT, TEXT } from './parameters';

/** Most devices that one request of SetDevicesProperty names. Source: its page. */
export const MOST_DEVICES_TO_SET = 100;

/** A device is named by IotId, or by ProductKey with DeviceName; IotId wins. */
const ONE_DEVICE = { IotId: TEXT, ProductKey: TEXT, DeviceName: TEXT } as const;

/** Values by the identifier of their property. Those of the types float and double need a decimal: 10.0. */
const ITEMS: ParameterFacts = { type: 'json', required: true };

/**
 * Actions on what a device reports and can be told, by the thing model of its product. A yes to what tells
 * a device something says that the platform took it, not that the device did it. Source: the page of each
 * action, at `page`.
 */
export const THING_MODEL = {
	QueryDevicePropertyStatus: {
		parameters: ONE_DEVICE,
		list: { path: ['Data', 'List', 'PropertyStatusInfo'], identity: 'Identifier' },
		effect: 'read',
		page: 'https://developer.tuya.com/en/docs/tuya-iot/QueryDevicePropertyStatus?id=Kdxqm27h25o98',
	},
	SetDeviceProperty: {
		// An older copy of the page also has IotInstanceId.
		parameters: { ...ONE_DEVICE, Items: ITEMS },
		record: ['Data'],
		effect: 'change',
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/SetDeviceProperty?id=Kdxqj58mg1mii',
	},
	SetDevicesProperty: {
		parameters: {
			ProductKey: REQUIRED_TEXT,
			DeviceName: { type: 'textList', required: true, maxItems: MOST_DEVICES_TO_SET },
			Items: ITEMS,
		},
		effect: 'change',
		requestsPerSecond: 10,
		page: 'https://help.aliyun.com/zh/marketplace/setdevicesproperty',
	},
	SetDeviceDesiredProperty: {
		parameters: {
			...ONE_DEVICE,
			Items: { ...ITEMS, maxItems: 10 },
			// By the identifier of its property; 0 the first time. Whether it is required could not be read.
			Versions: { type: 'json' },
		},
		// Alibaba Cloud's answer, since the platform's could not be read.
		record: ['Data'],
		effect: 'change',
		page: 'https://developer.tuya.com/cn/docs/tuya-iot/SetDeviceDesiredProperty?id=Kdxql6772vfws',
	},
	InvokeThingService: {
		parameters: {
			...ONE_DEVICE,
			Identifier: REQUIRED_TEXT,
			Args: { type: 'json', required: true, orNone: true },
		},
		record: ['Data'],
		effect: 'invoke',
		page: 'https://help.aliyun.com/zh/marketplace/invokethingservice',
	},
} satisfies ActionTable;
